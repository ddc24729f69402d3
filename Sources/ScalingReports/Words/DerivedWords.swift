internal import ScalingAnalysis
internal import ScalingData

/// A derived figure in the words of a table: open ends are said to be open.
struct DerivedWords {
  private let derived: DerivedEstimate
  private let words: QuantityWords

  /// A date is read as years of this length.
  private static let daysPerYear = 365.25

  init(_ derived: DerivedEstimate, _ words: QuantityWords) {
    self.derived = derived
    self.words = words
  }

  var estimate: String {
    guard let value = derived.estimate else {
      return derived.reach == nil ? "not identified" : "never reached"
    }
    return text(value)
  }

  var interval: String { derived.interval.map(ends) ?? "–" }

  var bootstrapInterval: String { derived.bootstrapInterval.map(ends) ?? "–" }

  /// Extrapolation, and whether a target may never be reached.
  var remark: String {
    var parts: [String] = []
    switch derived.reach {
    case .never: parts.append("no curve that these points allow reaches it")
    case .undecided:
      parts.append(
        derived.estimate == nil
          ? "the data do not rule out that it is reached"
          : "the data do not bound where it is reached, if ever")
    case .reached, nil: break
    }
    if derived.isExtrapolated { parts.append("extrapolated") }
    return parts.joined(separator: "; ")
  }

  private func ends(_ interval: Interval) -> String {
    switch (interval.lower, interval.upper) {
    case (let lower?, let upper?): "\(text(lower)) to \(text(upper))"
    case (let lower?, nil): "above \(text(lower)), open"
    case (nil, let upper?): "below \(text(upper)), open"
    case (nil, nil): "open"
    }
  }

  private func text(_ value: Double) -> String {
    switch derived.quantity {
    case .value: words.isAccuracy ? NumberText.fixed(100 * value, 1) + " %" : words.level(value)
    case .position:
      words.quantity == .date ? NumberText.fixed(value, 2) : words.position(value)
    case .gain, .gainPerDoubling:
      words.isAccuracy
        ? (value <= -0.000_05 ? "−" : "+") + NumberText.fixed(abs(100 * value), 2) + " points"
        : words.change(value)
    case .reciprocal: NumberText.significant(value, 4)
    case .doublingTime:
      NumberText.significant(value, 4)
        + (words.quantity == .date
          ? " years (\(NumberText.significant(value * Self.daysPerYear, 3)) days)" : "")
    }
  }
}
