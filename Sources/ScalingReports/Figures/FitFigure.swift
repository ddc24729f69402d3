internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// The figure of a report: each series with its intervals, its preferred curve and its band.
public struct FitFigure {
  typealias FittedSeries = (index: Int, series: SeriesReport, fit: Fit)

  let report: FitReport
  let options: FigureOptions
  let words: QuantityWords
  let axes: AxisRecipe
  let table: SeriesTable
  /// The series with a curve; kept, because thousands of series are asked for it as often.
  let fitted: [FittedSeries]
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

  var showsBands: Bool {
    min(fitted.count, plan.largest) <= Self.mostBands
  }

  var isSingle: Bool { report.series.count == 1 }

  /// Whether both axes are logarithmic: curves in powers of x, through values that a linear axis
  /// would leave on its base line.
  var isInPowers: Bool {
    options.lens == .log && axes.isLogarithmicByDefault && axes.isLinearYTooCoarse
      && !fitted.isEmpty
      && fitted.allSatisfy {
        [.powerLaw, .saturatingPower, .brokenPower].contains($0.fit.name)
          && $0.fit.fitted.allSatisfy { $0 > 0 }
      }
  }

  /// - Parameter window: The part of the x axis to draw; all of it when nil.
  private func panel(
    _ facet: FacetPlan.Facet, isLogarithmic: Bool, lens: String? = nil,
    window: ClosedRange<Double>? = nil
  ) -> Panel {
    let members = Set(facet.members)
    let heading = [facet.heading, lens].compactMap(\.self).joined(separator: ". ")
    var marks: [Mark] = []
    var panel = Panel(
      heading: heading.isEmpty ? nil : heading,
      x: axes.x(isLogarithmic: isLogarithmic, domain: window),
      y: isInPowers ? axes.logarithmicY : axes.y,
      secondaryX: window == nil ? options.secondaryX : nil, marks: [])
    if window == nil, let range = options.inset,
      let part = InsetWindow(table).interval(range, isLogarithmic: isLogarithmic)
    {
      marks.append(
        .region(RegionMark(from: part.lowerBound, to: part.upperBound, label: "enlarged")))
      let enlarged =
        words.xNoun + " \(words.position(part.lowerBound)) to "
        + "\(words.position(part.upperBound)), enlarged"
      panel.insets = [
        Inset(self.panel(facet, isLogarithmic: isLogarithmic, lens: enlarged, window: part))
      ]
    }
    if isSingle, let (_, series, fit) = fitted.first {
      marks += plateauMarks(FitHeadline(fit: fit, words: words, ranking: series.ranking))
    }
    for (index, series, fit) in fitted where members.contains(index) {
      marks += curveMarks(
        fit, series, name: plan.names[index], style: SeriesStyle(plan.styles[index]),
        isLogarithmic: isLogarithmic, window: window)
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
    panel.marks = window.map { InsetWindow.points(of: marks, in: $0) } ?? marks
    return panel
  }

  private func curveMarks(
    _ fit: Fit, _ series: SeriesReport, name: String?, style: SeriesStyle, isLogarithmic: Bool,
    window: ClosedRange<Double>?
  ) -> [Mark] {
    guard fit.isCurveOfX else { return [] }
    let observed = (fit.data.x.min() ?? 0)...(fit.data.x.max() ?? 1)
    let drawn = CurveSampling.reach(
      observed, to: series.heldOut.x + [options.extendTo].compactMap(\.self),
      isPositive: isLogarithmic || fit.model.needsPositiveX)
    let part = window.map { $0.clamped(to: drawn) } ?? drawn
    guard part.lowerBound < part.upperBound || window == nil else { return [] }
    let x = CurveSampling.positions(
      part, isLogarithmic: isLogarithmic,
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

  var coverage: BandCoverage { report.settings.band }

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
}
