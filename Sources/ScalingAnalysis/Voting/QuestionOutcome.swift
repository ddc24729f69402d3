internal import LeastSquares

/// What voting does with one question.
public struct QuestionOutcome: Sendable, Equatable {
  /// Whether many votes will be right.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// A right answer is the most probable one.
    case won
    /// The samples do not settle which answer is the most probable one.
    case unsettled
    /// A wrong answer is the most probable one.
    case lost
  }

  /// The question.
  public let name: String
  /// The share of right samples: what a single sample scores.
  public let rightShare: Double
  /// The share of samples with the most frequent right answer less that of the most frequent
  /// wrong one.
  public let lead: Double
  /// What the vote of all samples scores.
  public let vote: Double
  /// The probability that the most probable answer is right, by its own samples.
  public let chance: Double
  /// The verdict at the confidence level.
  ///
  /// Its own samples must reach it: few samples do not settle a question only because others are
  /// easy or hard.
  public let state: State
  /// About how many samples more would settle it, if the shares stay; `nil` where the best right
  /// and the best wrong answer are tied, so that no number can be named.
  public let samplesToSettle: Int?

  init(
    name: String, ballot: Ballot, vote: Double, chance: Double, level: Double
  ) {
    self.name = name
    self.vote = vote
    self.chance = chance
    rightShare = ballot.rightShare
    let (right, wrong) = Self.best(ballot)
    lead = right - wrong
    state = chance >= level ? .won : chance <= 1 - level ? .lost : .unsettled
    samplesToSettle = state == .unsettled ? Self.missing(ballot, level) : nil
  }

  /// Whether voting makes it worse: right sometimes, lost in the long run, and already less often
  /// right by a vote of all samples than by one.
  public var isHurt: Bool { state == .lost && rightShare > 0 && vote < rightShare }

  /// The samples at which the normal test between the two best answers reaches the level, at the
  /// observed shares p and q: N = z²(p + q − (p − q)²)/(p − q)².
  private static func missing(_ ballot: Ballot, _ level: Double) -> Int? {
    let (right, wrong) = best(ballot)
    let margin = abs(right - wrong)
    guard margin > 0 else { return nil }
    let z = Distribution.normalQuantile(level)
    let needed = z * z * (right + wrong - margin * margin) / (margin * margin)
    return max(1, Int((needed - Double(ballot.sampleCount)).rounded(.up)))
  }

  /// The shares of the most frequent right answer and of the most frequent wrong one.
  private static func best(_ ballot: Ballot) -> (right: Double, wrong: Double) {
    let total = Double(ballot.sampleCount)
    let right = ballot.standings.first { $0.right > 0 }?.votes ?? 0
    let wrong = ballot.standings.first { $0.wrong > 0 }?.votes ?? 0
    return (Double(right) / total, Double(wrong) / total)
  }
}
