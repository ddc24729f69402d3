/// What a column of a table of samples can be.
enum SampleRole: String, CaseIterable {
  case question, answer, correct, truth, samples, count
  case outputTokens = "output tokens"
  case inputTokens = "input tokens"
  case cost, score
  case sampleID = "sample id"

  /// The option that names the column.
  var option: String {
    switch self {
    case .outputTokens: "--tokens"
    case .inputTokens: "--input-tokens"
    case .sampleID: "--sample-id"
    default: "--" + rawValue
    }
  }

  /// The column that a request names.
  func name(in request: SampleRequest) -> String? {
    switch self {
    case .question: request.question
    case .answer: request.answer
    case .correct: request.correct
    case .truth: request.truth
    case .samples: request.samples
    case .count: request.count
    case .outputTokens: request.outputTokens
    case .inputTokens: request.inputTokens
    case .cost: request.cost
    case .score: request.score
    case .sampleID: request.sampleID == "none" ? nil : request.sampleID
    }
  }
}
