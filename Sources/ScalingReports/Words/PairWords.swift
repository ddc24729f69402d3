internal import ScalingAnalysis
internal import ScalingData

/// A comparison of two series in the words of a table.
struct PairWords {
  private let pair: PairEstimate
  private let words: QuantityWords

  init(_ pair: PairEstimate, _ words: QuantityWords) {
    self.pair = pair
    self.words = words
  }

  var models: String {
    pair.firstModel == pair.secondModel
      ? pair.firstModel.rawValue : "\(pair.firstModel.rawValue), \(pair.secondModel.rawValue)"
  }

  var estimate: String {
    if let value = pair.estimate { return text(value) }
    return pair.crossingCount == nil ? "not identified" : "never meet"
  }

  var set: String {
    guard let set = pair.set else { return "–" }
    guard !set.isEmpty else { return "none" }
    return set.pieces.map(piece).joined(separator: ", or ")
  }

  /// What the estimate and its set leave open.
  var remark: String {
    var parts: [String] = []
    switch pair.quantity.kind {
    case .slopeRatio, .ratio:
      if let set = pair.set, !set.isBounded {
        parts.append("not bounded: the second may be zero")
      }
    case .difference: break
    case .crossing: parts += crossingRemarks
    }
    if let range = pair.range {
      parts.append("x from \(position(range.lowerBound)) to \(position(range.upperBound))")
    }
    if pair.isExtrapolated { parts.append("extrapolated") }
    return parts.joined(separator: "; ")
  }

  private var crossingRemarks: [String] {
    var parts: [String] = []
    let set = pair.set
    if let above = pair.firstIsAbove {
      let upper = above ? pair.quantity.first : pair.quantity.second
      parts.append(
        set?.isEmpty ?? false
          ? "\(upper) is above throughout" : "the data do not rule out that they meet")
    } else if let count = pair.crossingCount, count > 1 {
      parts.append("the curves meet \(count) times")
    }
    if let set, set.pieces.contains(where: { $0.lower == nil && $0.upper == nil }) {
      parts.append("the curves cannot be told apart anywhere")
    }
    return parts
  }

  private func piece(_ piece: Interval) -> String {
    switch (piece.lower, piece.upper) {
    case (let lower?, let upper?): "\(bare(lower)) to \(text(upper))"
    case (let lower?, nil): "above \(text(lower)), open"
    case (nil, let upper?): "below \(text(upper)), open"
    case (nil, nil): "open"
    }
  }

  /// A value without the unit that follows the next one.
  private func bare(_ value: Double) -> String {
    let text = text(value)
    return text.hasSuffix(Self.unit) ? String(text.dropLast(Self.unit.count)) : text
  }

  private static let unit = " points"

  private func text(_ value: Double) -> String {
    switch pair.quantity.kind {
    case .slopeRatio, .ratio: NumberText.significant(value, 3)
    case .difference:
      words.isAccuracy
        ? (value < 0 ? "−" : "+") + NumberText.fixed(abs(100 * value), 2) + Self.unit
        : words.change(value)
    case .crossing: position(value)
    }
  }

  private func position(_ value: Double) -> String {
    words.quantity == .date ? NumberText.fixed(value, 2) : words.position(value)
  }
}
