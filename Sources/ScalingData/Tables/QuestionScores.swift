/// How well each question was answered at each observation, where the same questions stand
/// behind all of them.
public struct QuestionScores: Sendable, Equatable, Codable {
  /// The questions.
  public let names: [String]
  /// For each question, its score at each observation, 0...1; absent where it was not asked.
  public let scores: [[Double?]]

  /// Scores by question and observation.
  public init(names: [String], scores: [[Double?]]) {
    precondition(names.count == scores.count, "one list of scores for each question")
    self.names = names
    self.scores = scores
  }

  /// Questions that miss an observation.
  public var incompleteCount: Int { scores.count { $0.contains(nil) } }

  /// The mean score and the number of questions at each observation, without one question.
  public func means(without left: Int?) -> (y: [Double], items: [Double]) {
    let count = scores.first?.count ?? 0
    var sums = Array(repeating: 0.0, count: count)
    var items = Array(repeating: 0.0, count: count)
    for question in scores.indices where question != left {
      for row in 0..<count {
        guard let score = scores[question][row] else { continue }
        sums[row] += score
        items[row] += 1
      }
    }
    return (zip(sums, items).map { $0 / $1 }, items)
  }

  /// The scores at some of the observations.
  public func rows(_ rows: [Int]) -> QuestionScores {
    QuestionScores(names: names, scores: scores.map { line in rows.map { line[$0] } })
  }
}
