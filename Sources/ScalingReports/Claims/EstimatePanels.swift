internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingClaims
internal import ScalingData

/// A claim on a figure: the curves that it comes from, and its interval beside what was claimed.
struct EstimatePanels {
  let table: SeriesTable
  let finding: Finding
  let level: Double

  /// Panels of a comparison of two series.
  func body(_ claim: ComparisonClaim) throws -> FindingFigure.Body {
    let pair = try PairRequest(claim.quantity).quantity(among: table.series.map(\.name))
    let series = [pair.first, pair.second].compactMap { name in
      table.series.first { $0.name == name }
    }
    return try body(series, claim.model, claim.relation)
  }

  /// Panels of a figure of one or two curves.
  func body(
    _ series: [Series], _ model: ModelName, _ relation: Relation
  ) throws -> FindingFigure.Body {
    let fits = try series.map { series in
      let data = CurveData(series, isAccuracy: table.y.unit != .number)
      return try FamilySelection().model(model, for: data).fit(to: data, level: level)
    }
    let interval = IntervalPanel(finding: finding, relation: relation)
    let percent = NumberText.percent(level)
    return FindingFigure.Body(
      title: interval.title,
      notes: ["Bands and the bar: \(percent) intervals. Shaded: what agrees with the claim."],
      panels: [curvePanel(series, fits, model), interval.panel].compactMap(\.self))
  }

  private func curvePanel(_ series: [Series], _ fits: [Fit], _ model: ModelName) -> Panel {
    let axes = AxisRecipe(table: table)
    let isLogarithmic = axes.isLogarithmicByDefault
    var marks: [Mark] = []
    for (index, (series, fit)) in zip(series, fits).enumerated() {
      let style = SeriesStyle(index)
      let range = (fit.data.x.min() ?? 1)...(fit.data.x.max() ?? 1)
      let x = CurveSampling.positions(
        range, isLogarithmic: isLogarithmic,
        extra: [fit.coefficient("breakpoint")?.estimate].compactMap(\.self))
      if let band = fit.confidenceBand(at: x) {
        marks.append(.band(BandMark(x: x, low: band.lower, high: band.upper, style: style)))
      }
      let name = fits.count > 1 ? series.name : model.rawValue
      marks.append(
        .line(LineMark(x: x, y: fit.values(at: x), style: style, label: SeriesLabel(name))))
      marks.append(
        .points(
          ObservedPoints(
            series.observations, isAccuracy: fit.data.isAccuracy, level: level
          ).mark(style, isLogarithmic: isLogarithmic)))
    }
    return Panel(
      heading: fits.count > 1 ? "The curves" : "The curve",
      x: axes.x(isLogarithmic: isLogarithmic), y: axes.y, marks: marks)
  }
}
