/// The columns of a reading of samples, and how they were chosen.
public struct SampleRoles: Sendable, Equatable, Codable {
  /// The column that names the question.
  public var question: ColumnChoice?
  /// The column of answers; absent when only right and wrong are known.
  public var answer: ColumnChoice?
  /// The column that tells whether a sample is right, or how many are.
  public var correct: ColumnChoice?
  /// The column of true answers to compare with.
  public var truth: ColumnChoice?
  /// The column that tells how many samples a question has, in a reduced table.
  public var samples: ColumnChoice?
  /// The column that tells how many samples gave an answer, in a reduced table.
  public var count: ColumnChoice?
  /// The column of tokens written.
  public var outputTokens: ColumnChoice?
  /// The column of tokens read.
  public var inputTokens: ColumnChoice?
  /// The column of costs.
  public var cost: ColumnChoice?
  /// The column of scores.
  public var score: ColumnChoice?
  /// The column that tells the samples of a question apart.
  public var sampleID: ColumnChoice?
  /// The columns that name a group.
  public var series: [ColumnChoice] = []
  /// The columns of a wide table, one per sample.
  public var wide: [ColumnChoice] = []

  /// Creates roles without any column.
  public init() {}
}
