public import ScalingAnalysis

/// A hold-out as one sentence: which family predicts best, and which one the ranking preferred.
public struct HeldOutSentence: Sendable, Equatable {
  /// The sentence.
  public let text: String

  /// Words for a comparison.
  public init(_ comparison: HeldOutComparison) {
    guard let best = comparison.best else {
      text = "No family predicts every held-out point."
      return
    }
    let score = { (entry: HeldOutScore) -> String in
      let value = comparison.value(entry) ?? .nan
      if comparison.criterion == .rmsle { return "RMSLE \(NumberText.significant(value, 4))" }
      return "mean absolute error " + comparison.error(value)
    }
    let name = best.model.rawValue
    if comparison.scores.count == 1 {
      text = "Only \(name) was fitted: \(score(best)) on the held-out points."
    } else if let preferred = comparison.preferred, preferred == best.model {
      text =
        "\(name) predicts the held-out points best (\(score(best))), as the ranking "
        + "preferred."
    } else if let preferred = comparison.preferred, let other = comparison.score(preferred) {
      let missed = comparison.value(other) == nil ? "no value at some of them" : score(other)
      text =
        "\(name) predicts the held-out points best (\(score(best))), but the ranking "
        + "preferred \(preferred.rawValue) (\(missed))."
    } else {
      text =
        "\(name) predicts the held-out points best (\(score(best))); the ranking preferred "
        + "none."
    }
  }
}

extension HeldOutComparison {
  /// Whether errors are read in points of an accuracy.
  var isInPoints: Bool { unit == .points }

  /// An error without sign, in points or in units of y.
  func error(_ value: Double) -> String {
    isInPoints
      ? NumberText.fixed(100 * abs(value), 2) + " points" : NumberText.significant(abs(value), 4)
  }
}
