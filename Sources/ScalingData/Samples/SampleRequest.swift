/// What to read of a table of samples: inputs, the roles of columns, the rows to keep.
///
/// Roles that are absent are guessed from the well-known names of the field, and each guess is
/// a note of the result.
///
/// ```swift
/// var request = SampleRequest(inputs: [.file("votes.csv")])
/// request.series = ["model", "temperature"]
/// let table = try SampleTable(reading: request)
/// ```
public struct SampleRequest: Sendable, Equatable {
  /// The tables; several need the same columns, in any order.
  public var inputs: [InputLocation]
  /// The column that names the question.
  public var question: String?
  /// The column of answers.
  public var answer: String?
  /// The column that tells whether a sample is right, or how many samples are.
  public var correct: String?
  /// The column of true answers to compare with.
  public var truth: String?
  /// The column that tells how many samples a question has: the table is reduced already.
  public var samples: String?
  /// The column that tells how many samples gave an answer: the table is reduced already.
  public var count: String?
  /// The column of tokens written.
  public var outputTokens: String?
  /// The column of tokens read.
  public var inputTokens: String?
  /// The column of costs in dollars.
  public var cost: String?
  /// The column of scores, for best-of-n and weighted votes.
  public var score: String?
  /// The column that tells the samples of a question apart.
  public var sampleID: String?
  /// The columns whose cells name a group; empty for one group; `nil` to guess.
  public var series: [String]?
  /// The columns of a wide table, one per sample: names, or patterns in which `*` stands for
  /// any characters and `a..b` for the columns from a to b.
  public var wide: [String]?
  /// Answers that mean that none could be read, besides empty ones.
  public var unparsed: [String] = []
  /// Conditions that a row must meet, all of them.
  public var conditions: [RowCondition] = []
  /// The delimiter, or `nil` to detect it from the header.
  public var delimiter: Delimiter?
  /// Whether the answer of every sample is wanted in the order of the file.
  public var needsSequence = false
  /// Threads that parse; the result is the same for any number.
  public var threads: Int
  /// Whether the SHA-256 of each input is wanted.
  public var needsDigest: Bool

  /// Creates a request that guesses every role and keeps every row.
  public init(inputs: [InputLocation], threads: Int = 1, needsDigest: Bool = false) {
    self.inputs = inputs
    self.threads = threads
    self.needsDigest = needsDigest
  }
}
