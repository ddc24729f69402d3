/// Which cells of a record of samples are read.
struct SamplePlan: Sendable {
  let layout: SampleLayout
  let question: Int
  let answer: Int?
  /// Whether a sample is right, or how many are.
  let correct: Int?
  let truth: Int?
  /// A true answer that is only compared with the verdicts, which count.
  let claimedTruth: Int?
  let outputTokens: Int?
  let inputTokens: Int?
  let cost: Int?
  let score: Int?
  let sampleID: Int?
  let series: [Int]
  let filter: RowFilter
  let names: [String]
  /// Answers that mean that none could be read, besides the empty one.
  let unparsed: [[UInt8]]
  let keepsSequence: Bool

  /// Whether the answers themselves are known.
  var hasAnswers: Bool {
    if case .wide = layout { return true }
    return answer != nil
  }
}
