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
    let answers = report.series.filter { $0.analysis != nil }
    let title = options.title ?? finding(answers)
    let axis = options.lens == .linear ? "linear axis" : "log axis"
    return Figure(
      title: title,
      subtitle: options.subtitle
        ?? "\(table.y.title)\(words.isAccuracy ? ", in percent," : "") by \(table.x.title) (\(axis))"
        .sentenceStart,
      notes: notes(answers),
      source: options.source
        ?? FigureSource.names(table),
      description: title + ". "
        + answers.prefix(12).map { "\($0.name): \($0.analysis?.verdict.rawValue ?? "")" }
        .joined(separator: "; "),
      panels: kinds.flatMap { isLogarithmic in
        answers.map { panel($0, isLogarithmic, isOneOfMany: answers.count > 1) }
      })
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
    let plateaus = answers.count { $0.analysis?.verdict == .plateau }
    return "\(plateaus) of \(answers.count) curves show a plateau in their range"
  }

  /// The curve of one of many is named in the heading, because one key would mix them up.
  private func panel(
    _ series: CeilingSeries, _ isLogarithmic: Bool, isOneOfMany: Bool
  ) -> Panel {
    guard let analysis = series.analysis else {
      return Panel(
        heading: series.name, x: axes.x(isLogarithmic: isLogarithmic), y: axes.y, marks: [])
    }
    let style = SeriesStyle(0)
    let label = CeilingWords(analysis: analysis, words: words).endLabel()
    return Panel(
      heading: isOneOfMany ? "\(series.name): \(label.name)" : nil,
      x: axes.x(isLogarithmic: isLogarithmic), y: axes.y,
      marks: plateauMarks(analysis)
        + curveMarks(analysis, style, isLogarithmic, label: isOneOfMany ? nil : label)
        + [
          .points(
            ObservedPoints(
              series.observations, isAccuracy: words.isAccuracy, level: report.settings.level
            ).mark(style, isLogarithmic: isLogarithmic))
        ])
  }

  /// The shaded plateau and its level, only where there is one.
  private func plateauMarks(_ analysis: CeilingAnalysis) -> [Mark] {
    guard analysis.reason == .flatAfterBend || analysis.reason == .flatAfterApproach,
      let onset = analysis.onset?.estimate,
      let level = analysis.level?.estimate
    else { return [] }
    let rule = Mark.rule(RuleMark(.horizontal, at: level))
    guard let lower = analysis.onset?.interval?.lower, let upper = analysis.onset?.interval?.upper,
      upper < analysis.hinge.data.x.max() ?? upper
    else { return [.region(RegionMark(from: onset, label: "plateau")), rule] }
    return [
      .region(
        RegionMark(from: lower, to: upper, label: analysis.approach == nil ? "bend" : "slows")),
      .region(RegionMark(from: upper, label: "plateau")),
      .rule(RuleMark(.vertical, at: upper, line: LineStyle(pattern: .dotted, width: 1))), rule,
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

  private func notes(_ answers: [CeilingSeries]) -> [String] {
    let level = NumberText.fixed(100 * report.settings.level, 0) + " %"
    var result = ["Band: \(level) interval of the curve at each x (profile likelihood)."]
    let items = answers.compactMap { $0.analysis?.hinge.data.sharedItems }
    if let count = items.first, items.count == answers.count, Set(items).count == 1 {
      result[0] =
        "Bars: \(level) Wilson intervals, \(NumberText.fixed(count, 0)) questions at each point. "
        + result[0]
    }
    if answers.contains(where: { $0.analysis?.reason == .flatAfterBend }) {
      result[0] += " Shaded: where it bends (\(level) interval), then the plateau."
    }
    if answers.count == 1, let analysis = answers[0].analysis {
      result.append(CeilingWords(analysis: analysis, words: words).note)
    }
    return result
  }
}
