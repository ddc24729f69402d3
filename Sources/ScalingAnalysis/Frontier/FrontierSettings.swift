/// Choices about a frontier of score against cost.
public struct FrontierSettings: Sendable, Equatable {
  /// Scores for which the cost is looked up.
  public var targets: [Double] = []
  /// Costs for which the best score is looked up.
  public var budgets: [Double] = []
  /// Simulated tables of true scores, where scores are uncertain.
  public var draws = 2000
  /// The confidence level of intervals.
  public var level = 0.95
  /// Where random numbers start.
  public var seed: UInt64 = 1
  /// Threads; the result is the same for any number.
  public var threads = 1

  /// The usual choices.
  public init() {}
}
