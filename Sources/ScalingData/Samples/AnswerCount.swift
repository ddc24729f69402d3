/// One of the distinct answers to a question, and how often it was given.
public struct AnswerCount: Sendable, Equatable {
  /// The answer as it was first written.
  public let text: String
  /// The samples that gave it.
  public let count: Int
  /// Whether it is right.
  public let isCorrect: Bool
  /// The sum of the scores of its samples, when there is a score column.
  public let scoreSum: Double?

  /// Creates a count.
  public init(text: String, count: Int, isCorrect: Bool, scoreSum: Double? = nil) {
    self.text = text
    self.count = count
    self.isCorrect = isCorrect
    self.scoreSum = scoreSum
  }
}
