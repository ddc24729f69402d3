internal import ScalingAnalysis
internal import ScalingCharts

/// The curves of one group: majority and any right, with bands, ceiling, plateau and gap.
struct VoteCurvePanel {
  let group: VoteAnalysis
  let axis: VoteAxis

  static let voteStyle = SeriesStyle(0)
  static let coverageStyle = SeriesStyle(1, shape: .square)

  private var words: VoteWords { VoteWords(analysis: group) }
  private var factor: Double { axis.factor(group) ?? 1 }
  private var majority: [VoteRow] { group.drawn(group.majority) }
  private var passAtK: [VoteRow] { group.drawn(group.passAtK) }

  var panel: Panel {
    let last = Double(passAtK.last?.k ?? 1) * factor
    var x = axis.axis
    x.domain = factor...(last * roomForSteps)
    return Panel(
      heading: group.outcomes.isEmpty ? nil : "Curves over questions", x: x,
      y: Axis("questions answered rightly", format: .percent), secondaryX: axis.secondary(group),
      marks: plateauMarks + ceilingMarks + curve(passAtK, Self.coverageStyle)
        + curve(majority, Self.voteStyle) + singleMarks + endMarks(last))
  }

  /// Steps are of all samples: drawn where the curves end there, over the same questions all along.
  private var hasSteps: Bool {
    !group.majority.isEmpty && !group.isUneven
      && passAtK.last?.k == group.samplesPerQuestion.upperBound
  }

  /// What stands between one sample and the last, with a sixth of the axis for the steps and their
  /// names where there are any.
  private var roomForSteps: Double {
    !hasSteps ? 1.1 : max(1.25, raise(Double(passAtK.last?.k ?? 1), to: 0.19))
  }

  /// The ends of the curves as they are drawn, and the gap between them as steps.
  private func endMarks(_ last: Double) -> [Mark] {
    let coverage = passAtK.last?.mean.estimate ?? group.gap.coverage.estimate
    var ends: [Mark] = [
      .text(
        TextMark(
          "any right \(VoteWords.label(coverage))", x: last, y: coverage,
          style: Self.coverageStyle))
    ]
    guard let majority = majority.last?.mean.estimate else { return ends }
    ends.append(
      .text(
        TextMark(
          "majority vote \(VoteWords.label(majority))", x: last, y: majority,
          style: Self.voteStyle)))
    guard hasSteps else { return ends }
    let top = group.gap.reachByVoting ?? majority
    let single = group.gap.single.estimate
    return ends + step(from: single, to: majority, last * 1.08, "voting", Self.voteStyle)
      + step(from: top, to: coverage, last * 1.08, "choosing", Self.coverageStyle)
  }

  private func step(
    from low: Double, to high: Double, _ x: Double, _ name: String, _ style: SeriesStyle
  ) -> [Mark] {
    // A shorter bar is drawn as a dot.
    guard abs(high - low) >= 0.005 else { return [] }
    let sign = high < low ? "\u{2212}" : "+"
    return [
      .line(
        LineMark(x: [x, x], y: [low, high], style: style, line: LineStyle(width: 5))),
      .text(
        TextMark(
          "\(sign)\(VoteWords.points(high - low))", x: x, y: (low + high) / 2,
          detail: "by \(name)", style: style)),
    ]
  }

  private func curve(_ rows: [VoteRow], _ style: SeriesStyle) -> [Mark] {
    guard !rows.isEmpty else { return [] }
    let x = rows.map { Double($0.k) * factor }
    return [
      .band(
        BandMark(
          x: x, low: rows.map { $0.interval?.lower ?? .nan },
          high: rows.map { $0.interval?.upper ?? .nan }, style: style)),
      .line(LineMark(x: x, y: rows.map(\.mean.estimate), style: style)),
    ]
  }

  private var singleMarks: [Mark] {
    let value = group.gap.single.estimate
    guard majority.first?.k == 1 else { return [] }
    return [
      .points(PointsMark([PointDatum(x: factor, y: value)], style: Self.voteStyle)),
      .text(
        TextMark(
          "one sample \(VoteWords.label(value))", x: factor, y: value, style: Self.voteStyle)),
    ]
  }

  private var ceilingMarks: [Mark] {
    guard let ceiling = group.gap.ceiling else { return [] }
    return [
      .rule(
        RuleMark(
          .horizontal, at: ceiling, label: "vote ceiling \(VoteWords.label(ceiling))",
          style: .neutral))
    ]
  }

  private var plateauMarks: [Mark] {
    guard let start = words.plateauStart, let end = group.plateau?.end else { return [] }
    return [
      .region(
        RegionMark(
          from: Double(start) * factor,
          to: Double(end) * factor,
          label: "less than \(VoteWords.margin(group.settings.tolerance)) left"))
    ]
  }
}
