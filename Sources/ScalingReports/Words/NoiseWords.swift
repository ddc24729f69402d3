internal import ScalingAnalysis
internal import ScalingData

/// What is said of the noise of a series, where it is not one variance for all points.
struct NoiseWords {
  private let words: [String]

  init(_ data: CurveData, _ settings: FitReport.Settings) {
    var words: [String] = []
    if settings.noise != .gaussian { words.append("\(settings.noise) noise") }
    switch settings.weights {
    case .relative: words.append("relative weights")
    case .errors: words.append("known standard errors")
    case .counts: words.append("rows counted by weights")
    case nil: break
    }
    if let questions = data.questions { words.append("\(questions.names.count) questions") }
    self.words = words
  }

  /// To go after the number of points; empty for one variance.
  var suffix: String { words.map { ", \($0)" }.joined() }

  /// A sentence for the notes of a figure; absent for one variance.
  var sentence: String? {
    words.isEmpty ? nil : "Fitted with " + words.joined(separator: ", ") + "."
  }
}
