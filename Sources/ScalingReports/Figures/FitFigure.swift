internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// The figure of a report: each series with its intervals, its preferred curve and its band.
public struct FitFigure {
  private typealias FittedSeries = (index: Int, series: SeriesReport, fit: Fit)

  private let report: FitReport
  private let options: FigureOptions
  private let words: QuantityWords
  private let axes: AxisRecipe
  private let table: SeriesTable
  /// The series with a curve; kept, because thousands of series are asked for it as often.
  private let fitted: [FittedSeries]
  private let plan: FacetPlan

  /// A figure of `report`.
  public init(_ report: FitReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
    table = report.table.retitled(options)
    words = QuantityWords(table)
    axes = AxisRecipe(table: table)
    plan = FacetPlan(table, by: options.facet)
    fitted = report.series.enumerated().compactMap { index, series in
      series.ranking.flatMap { ranking in ranking.drawn.map { (index, series, $0.fit) } }
    }
  }

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let title = options.title ?? finding
    return Figure(
      title: title, subtitle: options.subtitle ?? subtitle, notes: notes,
      source: options.source ?? FigureSource.names(table),
      description: description(title), panels: panels)
  }

  private var panels: [Panel] {
    plan.facets.flatMap { facet in
      switch options.lens {
      case .log: [panel(facet, isLogarithmic: axes.isLogarithmicByDefault)]
      case .linear: [panel(facet, isLogarithmic: false)]
      case .both:
        [false, true].map {
          panel(facet, isLogarithmic: $0, lens: AxisRecipe.heading(isLogarithmic: $0))
        }
      }
    }
  }

  /// More bands than these hide each other.
  private static let mostBands = 6

  private var showsBands: Bool {
    min(fitted.count, plan.largest) <= Self.mostBands
  }

  private var isSingle: Bool { report.series.count == 1 }

  private func panel(
    _ facet: FacetPlan.Facet, isLogarithmic: Bool, lens: String? = nil
  ) -> Panel {
    let members = Set(facet.members)
    let heading = [facet.heading, lens].compactMap(\.self).joined(separator: ". ")
    var marks: [Mark] = []
    if isSingle, let (_, series, fit) = fitted.first {
      marks += plateauMarks(FitHeadline(fit: fit, words: words, ranking: series.ranking))
    }
    for (index, series, fit) in fitted where members.contains(index) {
      marks += curveMarks(
        fit, series, name: plan.names[index], style: SeriesStyle(plan.styles[index]),
        isLogarithmic: isLogarithmic)
    }
    for index in facet.members {
      let series = report.series[index]
      let style = SeriesStyle(plan.styles[index])
      marks.append(
        .points(
          pointsMark(series, name: plan.names[index], style, isLogarithmic: isLogarithmic)))
      if series.heldOut.count > 0 {
        marks.append(.points(heldOutMark(series, style, isLogarithmic)))
      }
    }
    return Panel(
      heading: heading.isEmpty ? nil : heading, x: axes.x(isLogarithmic: isLogarithmic), y: axes.y,
      marks: marks)
  }

  private func curveMarks(
    _ fit: Fit, _ series: SeriesReport, name: String?, style: SeriesStyle, isLogarithmic: Bool
  ) -> [Mark] {
    guard fit.isCurveOfX else { return [] }
    let observed = (fit.data.x.min() ?? 0)...(fit.data.x.max() ?? 1)
    let drawn = CurveSampling.reach(
      observed, to: series.heldOut.x + [options.extendTo].compactMap(\.self),
      isPositive: isLogarithmic || fit.model.needsPositiveX)
    let x = CurveSampling.positions(
      drawn, isLogarithmic: isLogarithmic,
      extra: [fit.coefficient("breakpoint")?.estimate].compactMap(\.self))
    let headline = FitHeadline(fit: fit, words: words)
    let label =
      isSingle
      ? SeriesLabel(headline.endLabel, detail: endDetail(headline))
      : name.map { SeriesLabel($0, detail: headline.endLabel) }
    var marks: [Mark] = []
    if showsBands, options.showsPrediction,
      let band = fit.predictionBand(at: x, coverage: coverage)
    {
      marks.append(.band(BandMark(x: x, low: band.lower, high: band.upper, style: style)))
    }
    if showsBands,
      let band = resampled(series, fit)?.band(at: x)
        ?? fit.confidenceBand(at: x, coverage: coverage)
    {
      marks.append(
        .band(
          BandMark(x: x, low: clipped(band.lower), high: clipped(band.upper), style: style)))
    }
    marks.append(
      .line(
        LineMark(
          x: x, y: fit.values(at: x), style: style, line: LineStyle(solidRange: observed),
          label: label)))
    return marks
  }

  private var coverage: BandCoverage { report.settings.band }

  /// The refits whose percentiles make the band: they hold at each x only.
  private func resampled(_ series: SeriesReport, _ fit: Fit) -> BootstrapResult? {
    coverage == .pointwise ? series.bootstraps[fit.name] : nil
  }

  /// An accuracy's band ends where accuracies end.
  private func clipped(_ values: [Double]) -> [Double] {
    words.isAccuracy ? values.map { min(max($0, 0), 1) } : values
  }

  /// The interval at the end of a single curve: what other questions would allow, where all
  /// points share theirs, since that is what a reader takes the number for.
  private func endDetail(_ headline: FitHeadline) -> String? {
    guard let level = headline.endLevel, headline.fit.data.questions == nil,
      let items = headline.fit.data.sharedItems,
      (0...1).contains(level)
    else { return headline.endDetail }
    let interval = wilsonInterval(
      proportion: level, items: items, level: report.settings.level)
    guard let lower = interval.lower, let upper = interval.upper else { return nil }
    let range = NumberText.fixed(100 * lower, 0) + " to " + NumberText.fixed(100 * upper, 0)
    return "\(range) % with \(NumberText.fixed(items, 0)) questions"
  }

  private func plateauMarks(_ headline: FitHeadline) -> [Mark] {
    guard let start = headline.plateauStart else { return [] }
    return [.region(RegionMark(from: start, to: nil, label: "no further gain"))]
  }

  private func pointsMark(
    _ series: SeriesReport, name: String?, _ style: SeriesStyle, isLogarithmic: Bool
  ) -> PointsMark {
    let points = series.data.x.indices.compactMap { index -> PointDatum? in
      let x = series.data.x[index]
      guard !isLogarithmic || x > 0 else { return nil }
      let interval = series.pointInterval(index, level: report.settings.level)
      return PointDatum(
        x: x, y: series.data.y[index], low: interval?.lower, high: interval?.upper)
    }
    return PointsMark(points, style: style, label: isSingle ? nil : name.map { SeriesLabel($0) })
  }
}

extension FitFigure {
  /// The points that were not fitted, as outlines.
  private func heldOutMark(
    _ series: SeriesReport, _ style: SeriesStyle, _ isLogarithmic: Bool
  ) -> PointsMark {
    let data = series.heldOut
    let points = data.x.indices.compactMap { index -> PointDatum? in
      guard !isLogarithmic || data.x[index] > 0 else { return nil }
      let interval = series.heldOutObservations[index].interval(
        isAccuracy: data.isAccuracy, level: report.settings.level)
      return PointDatum(
        x: data.x[index], y: data.y[index], low: interval?.lower, high: interval?.upper)
    }
    return PointsMark(points, style: style, emphasis: .hollow)
  }

  /// The finding over all series, as a title.
  private var finding: String {
    let headlines = fitted.map {
      FitHeadline(fit: $0.fit, words: words, ranking: $0.series.ranking)
    }
    let noun = words.yNoun.sentenceStart
    guard let first = headlines.first else { return "\(noun) by \(words.xNoun)" }
    if isSingle { return first.title }
    let count = headlines.count
    let levels = headlines.compactMap(\.endLevel)
    if levels.count == count,
      headlines.allSatisfy({ $0.fit.name != .constant && $0.isLevellingOffDecided }),
      let low = levels.min(), let high = levels.max()
    {
      return "\(noun) levels off in all \(count) series, between \(words.level(low)) and "
        + words.level(high)
    }
    let slopes = headlines.compactMap {
      $0.fit.name == .logLinear ? $0.fit.coefficient("slopePerDoubling")?.estimate : nil
    }
    if slopes.count == count, let low = slopes.min(), let high = slopes.max(), low > 0 {
      return "Each doubling of \(words.xNoun) adds \(words.changes(low, high))"
    }
    return "\(noun) against \(words.xNoun): the best-fitting curve of each of \(count) series"
  }

  private var subtitle: String {
    let unit = words.isAccuracy ? ", in percent," : ""
    let name = isSingle ? report.series.first.map { "\($0.name): " } ?? "" : ""
    let axis = options.lens.axisPhrase(isLogarithmic: axes.isLogarithmicByDefault)
    return "\(name)\(table.y.title)\(unit) by \(table.x.title) (\(axis))"
  }

  private var notes: [String] {
    var result: [String] = []
    let level = NumberText.fixed(100 * report.settings.level, 0) + " %"
    var parts: [String] = []
    if let itemsNote {
      parts.append("Bars: \(level) Wilson intervals, \(itemsNote).")
    } else if table.roles.standardError != nil {
      parts.append("Bars: \(level) intervals from the table's standard errors.")
    }
    if !fitted.isEmpty, showsBands { parts.append(bandNote(level)) }
    if !fitted.isEmpty, showsBands, options.showsPrediction {
      parts.append(
        coverage == .pointwise
          ? "Wider band: \(level) interval of one new point."
          : "Wider band: \(level) for \(CurveSampling.points) new points together.")
    }
    if !parts.isEmpty { result.append(parts.joined(separator: " ")) }
    if isSingle, let ranking = report.series.first?.ranking {
      result.append("\(report.series[0].data.count) points. " + RankingSentence(ranking).short)
    } else if !fitted.isEmpty {
      result.append("Curve of each series: the family that ranks first by AICc.")
    }
    let heldOut = report.table.heldOutCount
    if heldOut > 0 {
      result.append(
        "Hollow: \(heldOut) \(heldOut == 1 ? "point" : "points") held out of the fit; curves are "
          + "dashed beyond the fitted points.")
    }
    if let data = report.series.first?.data,
      let sentence = NoiseWords(data, report.settings).sentence
    {
      result.append(sentence)
    }
    let missing = report.series.filter { $0.ranking == nil }.count
    if missing > 0 { result.append("\(missing) series without a curve: too little to fit.") }
    return result
  }

  private var itemsNote: String? {
    let counts = Set(report.series.flatMap { $0.data.items.compactMap(\.self) })
    guard words.isAccuracy, let low = counts.min(), let high = counts.max() else { return nil }
    return low == high
      ? "\(NumberText.fixed(low, 0)) questions at each point"
      : "\(NumberText.fixed(low, 0)) to \(NumberText.fixed(high, 0)) questions at each point"
  }

  private func bandNote(_ level: String) -> String {
    if coverage == .simultaneous {
      return "Band: holds the whole curve with \(level) confidence (profile likelihood)."
    }
    guard let bootstrap = report.settings.bootstrap,
      fitted.contains(where: { $0.series.bootstraps[$0.fit.name] != nil })
    else {
      let method =
        fitted.contains { $0.fit.bandMethod == .questionJackknife }
        ? "refits without each question" : "profile likelihood"
      return "Band: \(level) interval of the curve at each x (\(method))."
    }
    return "Band: \(level) interval of the curve at each x "
      + "(\(NumberText.fixed(Double(bootstrap.replicateCount), 0)) bootstrap refits)."
  }

  private func description(_ title: String) -> String {
    let parts = fitted.map { _, series, fit in
      let headline = FitHeadline(fit: fit, words: words)
      let detail = headline.endDetail.map { " (\($0))" } ?? ""
      return "\(series.name): \(fit.name.rawValue), \(headline.endLabel)\(detail), "
        + "\(series.data.count) points"
    }
    return title + ". " + parts.prefix(12).joined(separator: "; ") + "."
  }
}
