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
    let curves = try series.map { try JudgedCurve(data($0), claim.model, level: level) }
    return body(series, curves, claim.relation)
  }

  /// Panels of a figure of one curve.
  func body(_ series: Series, _ claim: SizeClaim) throws -> FindingFigure.Body {
    body([series], [try JudgedCurve(data(series), claim, level: level)], claim.relation)
  }

  private func data(_ series: Series) -> CurveData { CurveData(series, isAccuracy: isAccuracy) }
  private var isAccuracy: Bool { table.y.unit != .number }

  private func body(
    _ series: [Series], _ curves: [JudgedCurve], _ relation: Relation
  ) -> FindingFigure.Body {
    let interval = IntervalPanel(finding: finding, relation: relation)
    let percent = NumberText.percent(level)
    return FindingFigure.Body(
      title: interval.title,
      notes: ["Bands and the bar: \(percent) intervals. Shaded: what agrees with the claim."],
      panels: [curvePanel(series, curves), interval.panel].compactMap(\.self))
  }

  private func curvePanel(_ series: [Series], _ curves: [JudgedCurve]) -> Panel {
    let axes = AxisRecipe(table: table)
    let isLogarithmic = axes.isLogarithmicByDefault
    var marks: [Mark] = []
    for (index, (series, curve)) in zip(series, curves).enumerated() {
      let style = SeriesStyle(index)
      let places = series.observations.map(\.x)
      let x = CurveSampling.positions(
        (places.min() ?? 1)...(places.max() ?? 1), isLogarithmic: isLogarithmic,
        extra: curve.bends)
      if let band = curve.band(at: x) {
        marks.append(.band(BandMark(x: x, low: band.lower, high: band.upper, style: style)))
      }
      let name = curves.count > 1 ? series.name : curve.name
      marks.append(
        .line(LineMark(x: x, y: curve.values(at: x), style: style, label: SeriesLabel(name))))
      marks.append(
        .points(
          ObservedPoints(series.observations, isAccuracy: isAccuracy, level: level)
            .mark(style, isLogarithmic: isLogarithmic)))
    }
    return Panel(
      heading: curves.count > 1 ? "The curves" : "The curve",
      x: axes.x(isLogarithmic: isLogarithmic),
      y: curves.allSatisfy(\.isExponential)
        ? axes.logarithmicY : axes.y, marks: marks)
  }
}
