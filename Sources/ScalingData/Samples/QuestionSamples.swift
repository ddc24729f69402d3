/// The samples of one question, reduced to counts.
public struct QuestionSamples: Sendable, Equatable {
  /// The question as the table names it.
  public let name: String
  /// The distinct answers in order of first appearance; empty when the table tells only how
  /// many samples are right.
  public let answers: [AnswerCount]
  /// All samples, those without a readable answer among them.
  public let sampleCount: Int
  /// The samples that are right.
  public let correctCount: Int
  /// The samples whose answer could not be read; they are never right.
  public let unparsedCount: Int
  /// Per sample in the order of the file the index of its answer in `answers`, −1 where none
  /// Per sample in the order of the file the index of its answer in `answers`, −1 where none
  /// could be read; in tables without answers 1 for right and 0 for wrong. Empty unless the
  /// request asks for it or there is a score column.
  public let sequence: [Int32]
  /// Per sample in the order of the file its score, NaN where it is missing; empty unless there
  /// is a score column.
  public let scores: [Double]
  /// The tokens that the samples wrote, when the table tells.
  public let outputTokens: Moments?
  /// The tokens that the samples read, when the table tells.
  public let inputTokens: Moments?
  /// The cost of the samples in dollars, when the table tells.
  public let cost: Moments?

  /// Creates the samples of a question from their counts.
  public init(
    name: String, answers: [AnswerCount], sampleCount: Int, correctCount: Int,
    unparsedCount: Int = 0, sequence: [Int32] = [], scores: [Double] = [],
    outputTokens: Moments? = nil, inputTokens: Moments? = nil, cost: Moments? = nil
  ) {
    self.name = name
    self.answers = answers
    self.sampleCount = sampleCount
    self.correctCount = correctCount
    self.unparsedCount = unparsedCount
    self.sequence = sequence
    self.scores = scores
    self.outputTokens = outputTokens
    self.inputTokens = inputTokens
    self.cost = cost
  }

  /// Per sample in the order of the file whether it is right; empty without a sequence.
  public var correctness: [Bool] {
    answers.isEmpty
      ? sequence.map { $0 > 0 } : sequence.map { $0 >= 0 && answers[Int($0)].isCorrect }
  }
}
