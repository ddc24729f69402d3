internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingClaims

/// An estimated figure with its interval, beside the values that agree with a claim.
struct IntervalPanel {
  let finding: Finding
  let relation: Relation

  private var figure: Evidence? { finding.evidence.first }

  /// What the figure is multiplied by for a reader.
  private var scale: Double { ["points", "%"].contains(figure?.unit ?? "") ? 100 : 1 }

  /// The finding in one sentence.
  var title: String {
    let name = figure?.name ?? "figure"
    let found = figure?.value.map { "The \(name) is \(text($0))" }
    switch (finding.verdict, found) {
    case (.supported, let found?): return "\(found), which supports \(claimed)"
    case (.contradicted, let found?): return "\(found), which contradicts \(claimed)"
    case (.inconclusive, _): return "The points leave open whether the \(name) is \(claimed)"
    case (let verdict, nil): return "That the \(name) is \(claimed) is \(verdict.rawValue)"
    }
  }

  private var claimed: String {
    let value = text(relation.value * scale)
    return switch relation {
    case .equal(_, let tolerance) where tolerance > 0:
      "\(value) to within \(width(tolerance * scale))"
    case .equal: value
    case .atLeast: "at least \(value)"
    case .atMost: "at most \(value)"
    }
  }

  /// The panel; absent where the figure is not identified.
  var panel: Panel? {
    guard let figure, let estimate = figure.value else { return nil }
    let domain = domain(figure, estimate)
    var marks = claimMarks
    for piece in figure.pieces {
      let lower = max(piece.lower ?? domain.lowerBound, domain.lowerBound)
      let upper = min(piece.upper ?? domain.upperBound, domain.upperBound)
      marks.append(
        .line(
          LineMark(
            x: [lower, upper], y: [0.5, 0.5], style: SeriesStyle(0), line: LineStyle(width: 5))))
    }
    marks.append(.points(PointsMark([PointDatum(x: estimate, y: 0.5)], style: SeriesStyle(0))))
    marks.append(
      .text(TextMark(text(estimate), x: estimate, y: 0.5, detail: range, style: SeriesStyle(0))))
    return Panel(
      heading: "The figure and the claim",
      x: Axis(figure.name + (figure.unit.isEmpty ? "" : ", \(figure.unit)"), domain: domain),
      y: Axis("", domain: 0...1, showsTicks: false), marks: marks)
  }

  private var claimMarks: [Mark] {
    let accepted = relation.accepted
    let rule = Mark.rule(
      RuleMark(
        .vertical, at: relation.value * scale, label: "claimed: \(text(relation.value * scale))"))
    guard accepted.lowerBound < accepted.upperBound else { return [rule] }
    let lower = accepted.lowerBound.isFinite ? accepted.lowerBound * scale : nil
    let upper = accepted.upperBound.isFinite ? accepted.upperBound * scale : nil
    return [.region(RegionMark(from: lower, to: upper)), rule]
  }

  /// Room for the interval and for what was claimed.
  private func domain(_ figure: Evidence, _ estimate: Double) -> ClosedRange<Double> {
    let accepted = [relation.accepted.lowerBound, relation.accepted.upperBound]
      .filter(\.isFinite).map { $0 * scale }
    let ends =
      figure.pieces.flatMap { [$0.lower, $0.upper] }.compactMap(\.self).filter(\.isFinite)
      + accepted + [estimate, relation.value * scale]
    let (low, high) = (ends.min() ?? estimate, ends.max() ?? estimate)
    let air = high > low ? 0.15 * (high - low) : max(abs(high) * 0.2, 1e-9)
    return (low - air)...(high + air)
  }

  private var range: String? {
    let pieces = figure?.pieces ?? []
    return pieces.isEmpty ? nil : pieces.map(ends).joined(separator: ", or ")
  }

  private func ends(_ interval: Interval) -> String {
    switch (interval.lower, interval.upper) {
    case (let lower?, let upper?): "\(number(lower)) to \(text(upper))"
    case (let lower?, nil): "above \(text(lower)), open"
    case (nil, let upper?): "below \(text(upper)), open"
    case (nil, nil): "open on both sides"
    }
  }

  private func number(_ value: Double) -> String {
    guard value != value.rounded() || abs(value) >= 1e6 else { return NumberText.fixed(value, 0) }
    var digits = NumberText.significant(value, 3)[...]
    guard digits.contains("."), !digits.contains("e") else { return String(digits) }
    while digits.last == "0" { digits = digits.dropLast() }
    return String(digits.last == "." ? digits.dropLast() : digits)
  }

  private func text(_ value: Double) -> String {
    let unit = figure?.unit ?? ""
    return unit.isEmpty ? number(value) : "\(number(value)) \(unit)"
  }

  /// A difference of percentages is in points.
  private func width(_ value: Double) -> String {
    figure?.unit == "%" ? "\(number(value)) points" : text(value)
  }
}
