/// What stands between a single sample and knowing any right answer.
public struct VoteGap: Sendable, Equatable {
  /// One sample: the mean share of right samples.
  public let single: QuestionMean
  /// The error that counting samples instead of questions would give for one sample.
  public let naiveStandardError: Double
  /// The vote of all samples of each question.
  public let majority: QuestionMean?
  /// The limit of voting, as `VoteAnalysis.boundedCeiling` has it with its interval or bounds.
  public let ceiling: Double?
  /// Questions with any right sample.
  public let coverage: QuestionMean

  /// What voting can reach, now or with more samples: where choosing takes over. A vote of the
  /// samples at hand may do better than the limit.
  public var reachByVoting: Double? {
    guard let ceiling else { return majority?.estimate }
    return max(ceiling, majority?.estimate ?? ceiling)
  }
}
