internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// The figure of a ceiling report: points, the curve with its bend, and what is known of the
/// level and of where it begins.
public struct CeilingFigure {
  private let report: CeilingReport
  private let options: FigureOptions
  private let words: QuantityWords
  private let axes: AxisRecipe
  private let table: SeriesTable

  /// A figure of `report`.
  public init(_ report: CeilingReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
    table = report.table.retitled(options)
    words = QuantityWords(table)
    axes = AxisRecipe(table: table)
  }

  /// The figure, ready to be rendered: one panel per series.
  public var figure: Figure {
    let analysed = report.series.filter { $0.analysis != nil }
    let answers = analysed.isEmpty ? report.series : analysed
    let title = options.title ?? finding(answers)
    let panels = kinds.flatMap { isLogarithmic in
      answers.map { panel($0, isLogarithmic, isOneOfMany: answers.count > 1) }
    }
    let axis = options.lens == .linear ? "linear axis" : "log axis"
    return Figure(
      title: title,
      subtitle: options.subtitle
        ?? "\(table.y.title)\(words.isAccuracy ? ", in percent," : "") by \(table.x.title) (\(axis))"
        .sentenceStart,
      notes: notes(answers, panels),
      source: options.source
        ?? FigureSource.names(table),
      description: title + ". "
        + answers.prefix(12).map { "\($0.name): \($0.analysis?.verdict.rawValue ?? "")" }
        .joined(separator: "; "),
      panels: panels)
  }

  private var kinds: [Bool] {
    switch options.lens {
    case .log: [axes.isLogarithmicByDefault]
    case .linear: [false]
    case .both: [false, true]
    }
  }

  private func finding(_ answers: [CeilingSeries]) -> String {
    if answers.count == 1, let analysis = answers[0].analysis {
      return CeilingWords(analysis: analysis, words: words).title
    }
    if answers.allSatisfy({ $0.analysis == nil }) {
      return "\(words.yNoun.sentenceStart) does not change with \(words.xNoun)"
    }
    let plateaus = answers.count { $0.analysis?.verdict == .plateau }
    return "\(plateaus) of \(answers.count) curves show a plateau in their range"
  }

  /// The curve of one of many is named in the heading, because one key would mix them up.
  private func panel(
    _ series: CeilingSeries, _ isLogarithmic: Bool, isOneOfMany: Bool
  ) -> Panel {
    let style = SeriesStyle(0)
    let points = Mark.points(
      ObservedPoints(
        series.observations, isAccuracy: words.isAccuracy, level: report.settings.level
      ).mark(style, isLogarithmic: isLogarithmic))
    guard let analysis = series.analysis else {
      return Panel(
        heading: isOneOfMany ? series.name : nil, x: axes.x(isLogarithmic: isLogarithmic),
        y: axes.y, marks: [points])
    }
    let label = CeilingWords(analysis: analysis, words: words).endLabel()
    return Panel(
      heading: isOneOfMany ? "\(series.name): \(label.name)" : nil,
      x: axes.x(isLogarithmic: isLogarithmic), y: axes.y,
      marks: plateauMarks(analysis)
        + curveMarks(analysis, style, isLogarithmic, label: isOneOfMany ? nil : label)
        + [points])
  }

  /// The shaded plateau and its level, only where there is one.
  private func plateauMarks(_ analysis: CeilingAnalysis) -> [Mark] {
    guard analysis.isPlateauShown, let onset = analysis.onset?.estimate,
      let level = analysis.level?.estimate
    else { return [] }
    let rule = Mark.rule(RuleMark(.horizontal, at: level))
    guard let bend = analysis.closedOnset else {
      return [.region(RegionMark(from: onset, label: "plateau")), rule]
    }
    return [
      .region(
        RegionMark(
          from: bend.lowerBound, to: bend.upperBound,
          label: analysis.approach == nil ? "bend" : "slows")),
      .region(RegionMark(from: bend.upperBound, label: "plateau")),
      .rule(RuleMark(.vertical, at: bend.upperBound, line: LineStyle(pattern: .dotted, width: 1))),
      rule,
    ]
  }

  private func curveMarks(
    _ analysis: CeilingAnalysis, _ style: SeriesStyle, _ isLogarithmic: Bool, label: SeriesLabel?
  ) -> [Mark] {
    // No curve of these describes one that turns.
    guard analysis.reason != .turnsBack else { return [] }
    let fit = analysis.chosen
    let range = (fit.data.x.min() ?? 1)...(fit.data.x.max() ?? 1)
    let x = CurveSampling.positions(
      range, isLogarithmic: isLogarithmic,
      extra: [fit.name == .hinge ? analysis.onset?.estimate : nil].compactMap(\.self))
    var marks: [Mark] = []
    if let band = fit.confidenceBand(at: x) {
      let clipped = { (values: [Double]) in
        words.isAccuracy ? values.map { min(max($0, 0), 1) } : values
      }
      marks.append(
        .band(BandMark(x: x, low: clipped(band.lower), high: clipped(band.upper), style: style)))
    }
    marks.append(
      .line(
        LineMark(
          x: x, y: fit.values(at: x), style: style,
          label: label)))
    return marks
  }

  private func hasBand(_ panels: [Panel]) -> Bool {
    panels.contains { panel in
      panel.marks.contains { if case .band = $0 { true } else { false } }
    }
  }

  private func notes(_ answers: [CeilingSeries], _ panels: [Panel]) -> [String] {
    let level = NumberText.fixed(100 * report.settings.level, 0) + " %"
    let drawn = answers.compactMap(\.analysis)
    var first: [String] = []
    let items = answers.compactMap { $0.analysis?.hinge.data.sharedItems }
    if let count = items.first, items.count == answers.count, Set(items).count == 1 {
      first.append(
        "Bars: \(level) Wilson intervals, \(NumberText.fixed(count, 0)) questions at each point.")
    }
    if hasBand(panels) {
      first.append("Band: \(level) interval of the curve at each x (profile likelihood).")
    }
    if drawn.contains(where: { $0.reason == .turnsBack }) {
      first.append("No curve is drawn where the points turn: none that is compared here does.")
    }
    let shadings = drawn.compactMap { CeilingWords(analysis: $0, words: words).shading }
    if let shading = shadings.max(by: { $0.count < $1.count }) { first.append(shading) }
    var result = first.isEmpty ? [] : [first.joined(separator: " ")]
    if answers.count == 1, let analysis = answers[0].analysis {
      result.append(CeilingWords(analysis: analysis, words: words).note)
    }
    return result
  }
}
