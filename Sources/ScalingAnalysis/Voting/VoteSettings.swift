/// Choices about the analysis of votes.
public struct VoteSettings: Sendable, Equatable {
  /// What a tied vote scores.
  public var ties: TieRule = .split
  /// What samples without a readable answer do.
  public var unparsed: UnparsedVotes = .count
  /// How samples are drawn.
  public var draw: VoteDraw = .without
  /// The k of the curves.
  public var schedule: VoteSchedule = .dense
  /// The confidence level of intervals, and of calling a question settled.
  public var level: Double = 0.95
  /// Below this gain a curve is called flat.
  public var tolerance: Double = 0.01
  /// Random orders, where no exact value is affordable.
  public var permutationCount: Int = 400
  /// Samples per window of early stopping, which is left out without one; it needs the samples
  /// in their order.
  public var window: Int?
  /// What tokens cost; dollars are those of the table where nothing has a price.
  public var price = TokenPrice()
  /// Where random numbers start.
  public var seed: UInt64 = 1
  /// Threads; the result is the same for any number.
  public var threads: Int = 1

  /// The usual choices.
  public init() {}
}
