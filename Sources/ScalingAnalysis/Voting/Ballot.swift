public import ScalingData

/// The samples of one question as a vote sees them: how many answers have how many votes.
///
/// Answers with equally many votes cannot be told apart, so they form one class.
public struct Ballot: Sendable, Equatable, Hashable {
  /// Answers that all have the same number of votes.
  struct Standing: Sendable, Equatable, Hashable {
    let votes: Int
    var right: Int
    var wrong: Int

    var answers: Int { right + wrong }
  }

  /// The classes, most votes first.
  let standings: [Standing]
  /// Samples that vote for nothing.
  let abstaining: Int
  /// All samples.
  public let sampleCount: Int

  /// The votes for right answers and for wrong ones, and the samples that abstain.
  public init(right: [Int], wrong: [Int], abstaining: Int = 0) {
    var classes: [Int: Standing] = [:]
    for votes in right where votes > 0 {
      classes[votes, default: Standing(votes: votes, right: 0, wrong: 0)].right += 1
    }
    for votes in wrong where votes > 0 {
      classes[votes, default: Standing(votes: votes, right: 0, wrong: 0)].wrong += 1
    }
    standings = classes.values.sorted { $0.votes > $1.votes }
    self.abstaining = abstaining
    sampleCount = right.reduce(0, +) + wrong.reduce(0, +) + abstaining
  }

  /// The ballot of a question; without answers, since a table gave only right and wrong, `nil`.
  public init?(_ question: QuestionSamples, unparsed: UnparsedVotes) {
    let isAnswered = !question.answers.isEmpty || question.unparsedCount == question.sampleCount
    guard isAnswered, question.sampleCount > 0 else { return nil }
    let lost = question.unparsedCount
    self.init(
      right: question.answers.filter(\.isCorrect).map(\.count),
      wrong: question.answers.filter { !$0.isCorrect }.map(\.count)
        + (unparsed == .count && lost > 0 ? [lost] : []),
      abstaining: unparsed == .abstain ? lost : 0)
  }

  /// Distinct answers.
  public var answerCount: Int { standings.reduce(0) { $0 + $1.answers } }

  /// The share of right samples.
  public var rightShare: Double {
    let right = standings.reduce(0) { $0 + $1.votes * $1.right }
    return sampleCount > 0 ? Double(right) / Double(sampleCount) : 0
  }

  /// What the vote of all samples scores.
  ///
  /// The order in which answers were emitted is not known here: under the rule of the first
  /// answer this is the mean over all orders, which equals shared credit.
  public func credit(_ rule: TieRule) -> Double {
    guard let top = standings.first, top.right > 0 else { return 0 }
    if rule == .none, top.answers > 1 { return 0 }
    return Double(top.right) / Double(top.answers)
  }
}
