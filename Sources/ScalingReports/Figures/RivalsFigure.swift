internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// Fits against each other: every curve that was fitted to the points of a series, with its distance
/// from the one that ranks first; a panel for each series.
public struct RivalsFigure {
  private let report: FitReport
  private let options: FigureOptions
  private let axes: AxisRecipe
  private let table: SeriesTable
  private let words: QuantityWords
  /// The colour of each family, the same in every panel: in the order of the first ranking.
  private let styles: [ModelName: SeriesStyle]

  /// Series that can be drawn, a panel for each.
  public static let mostSeries = 24

  /// A figure of `report`.
  public init(_ report: FitReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
    table = report.table.retitled(options)
    axes = AxisRecipe(table: table)
    words = QuantityWords(table)
    var styles: [ModelName: SeriesStyle] = [:]
    for entry in report.series.compactMap(\.ranking).flatMap(\.entries)
    where styles[entry.fit.name] == nil {
      styles[entry.fit.name] = SeriesStyle(styles.count)
    }
    self.styles = styles
  }

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let title = options.title ?? finding
    return Figure(
      title: title, subtitle: options.subtitle ?? subtitle, notes: notes,
      source: options.source ?? FigureSource.names(table), description: description(title),
      panels: report.series.flatMap { series in
        lenses.map { panel(series, isLogarithmic: $0) }
      })
  }

  private var lenses: [Bool] {
    switch options.lens {
    case .log: [axes.isLogarithmicByDefault]
    case .linear: [false]
    case .both: [false, true]
    }
  }

  private var isSingle: Bool { report.series.count == 1 }

  private func panel(_ series: SeriesReport, isLogarithmic: Bool) -> Panel {
    let lens = lenses.count > 1 ? AxisRecipe.heading(isLogarithmic: isLogarithmic) : nil
    let heading = [isSingle ? nil : series.name, lens].compactMap(\.self).joined(separator: ". ")
    return Panel(
      heading: heading.isEmpty ? nil : heading, x: axes.x(isLogarithmic: isLogarithmic), y: axes.y,
      secondaryX: options.secondaryX,
      marks: curves(series, isLogarithmic) + points(series, isLogarithmic))
  }

  private func points(_ series: SeriesReport, _ isLogarithmic: Bool) -> [Mark] {
    [series.observations, series.heldOutObservations].enumerated().compactMap { index, rows in
      guard !rows.isEmpty else { return nil }
      var mark = ObservedPoints(
        rows, isAccuracy: words.isAccuracy, level: report.settings.level
      ).mark(.neutral, isLogarithmic: isLogarithmic)
      if index == 1 { mark.emphasis = .hollow }
      return .points(mark)
    }
  }

  /// The curves in the order of the ranking.
  private func curves(_ series: SeriesReport, _ isLogarithmic: Bool) -> [Mark] {
    guard let ranking = series.ranking else { return [] }
    let ruledOut = Set(ranking.ruledOut.map(\.fit.name))
    return ranking.entries.enumerated().filter { $0.element.fit.isCurveOfX }.map { place, entry in
      .line(
        line(
          entry, series, place: place, isRuledOut: ruledOut.contains(entry.fit.name), isLogarithmic)
      )
    }
  }

  private func line(
    _ entry: ModelRanking.Entry, _ series: SeriesReport, place: Int, isRuledOut: Bool,
    _ isLogarithmic: Bool
  ) -> LineMark {
    let fit = entry.fit
    let observed = (fit.data.x.min() ?? 0)...(fit.data.x.max() ?? 1)
    let drawn = CurveSampling.reach(
      observed, to: series.heldOut.x + [options.extendTo].compactMap(\.self),
      isPositive: isLogarithmic || fit.model.needsPositiveX)
    let x = CurveSampling.positions(
      drawn, isLogarithmic: isLogarithmic,
      extra: [fit.coefficient("breakpoint")?.estimate].compactMap(\.self))
    var style = place == 0 ? LineStyle.solid : .thin
    style.solidRange = observed
    if isRuledOut { style.pattern = .dotted }
    return LineMark(
      x: x, y: fit.values(at: x), style: styles[fit.name] ?? .neutral, line: style,
      label: SeriesLabel(fit.name.rawValue, detail: isSingle ? distance(entry) : nil))
  }

  private func distance(_ entry: ModelRanking.Entry) -> String? {
    entry.difference.map { $0 == 0 ? "AICc least" : "AICc +" + NumberText.fixed($0, 1) }
  }
}

extension RivalsFigure {
  private var finding: String {
    guard isSingle, let ranking = report.series.first?.ranking, let first = ranking.preferred else {
      return "\(table.y.title.sentenceStart) by \(words.xNoun): the curves fitted to each of "
        + "\(report.series.count) series"
    }
    let name = first.fit.name.rawValue.sentenceStart
    let count = ranking.contenders.count
    if ranking.isDecided { return "\(name) describes these points best" }
    switch count {
    case 0: return "\(name) ranks first, but is not decided"
    case 1:
      return "\(name) ranks first, but \(ranking.contenders[0].fit.name.rawValue) is not ruled out"
    default: return "\(name) ranks first, but \(count) other curves are not ruled out"
    }
  }

  private var subtitle: String {
    let name = isSingle ? report.series.first.map { "\($0.name): " } ?? "" : ""
    let axis = options.lens.axisPhrase(isLogarithmic: axes.isLogarithmicByDefault)
    let what = "\(table.y.title) by \(table.x.title), and every curve that was fitted (\(axis))"
    return isSingle ? name + what : what.sentenceStart
  }

  private var notes: [String] {
    var result: [String] = []
    let rankings = report.series.compactMap(\.ranking)
    let hasRuledOut = rankings.contains { !$0.ruledOut.isEmpty }
    result.append(
      "Thick: ranks first by AICc\(isSingle ? "" : " in its panel")."
        + (hasRuledOut ? " Dotted: ruled out, 10 units or more behind." : ""))
    if words.isAccuracy,
      table.series.contains(where: { $0.observations.contains { $0.items != nil } })
    {
      result.append("Bars: \(NumberText.percent(report.settings.level)) Wilson intervals.")
    }
    let skipped = isSingle ? rankings.first?.skipped.map(\.model.rawValue) ?? [] : []
    if !skipped.isEmpty { result.append("Not fitted: \(skipped.joined(separator: ", ")).") }
    let missing = report.series.count - rankings.count
    if missing > 0 { result.append("\(missing) series without a curve: too little to fit.") }
    return result
  }

  private func description(_ title: String) -> String {
    let parts = report.series.prefix(12).compactMap { series in
      series.ranking.map { "\(series.name): " + RankingSentence($0).text }
    }
    return title + ". " + parts.joined(separator: " ")
  }
}
