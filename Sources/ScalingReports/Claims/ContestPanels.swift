internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingClaims
internal import ScalingData

/// The contest of a claim on a shape: the claimed curve and its best rival through the same points,
/// on a linear and on a logarithmic axis.
struct ContestPanels {
  let table: SeriesTable
  let data: CurveData
  let level: Double

  func body(_ claim: ShapeClaim) throws(ClaimError) -> FindingFigure.Body {
    let curves = try ContestCurves(data, claim)
    let isPositive = data.x.allSatisfy { $0 > 0 }
    var notes = [
      "Solid: the claimed curve, \(curves.claimed.noun). Dashed: the rival that fits best, "
        + "\(curves.rival.noun)."
    ]
    if let bars { notes.append(bars) }
    return FindingFigure.Body(
      title: "the curve \(claim.shape.words)", notes: notes,
      panels: (isPositive ? [false, true] : [false]).map { panel(claim, curves, isLogarithmic: $0) }
    )
  }

  private func panel(
    _ claim: ShapeClaim, _ curves: ContestCurves, isLogarithmic: Bool
  ) -> Panel {
    let axes = AxisRecipe(table: table)
    var marks: [Mark] = [
      line(curves, curves.rival, SeriesStyle(1), isLogarithmic, word: "rival"),
      line(curves, curves.claimed, SeriesStyle(0), isLogarithmic, word: "claimed"),
      .points(
        ObservedPoints(observations, isAccuracy: data.isAccuracy, level: level)
          .mark(.neutral, isLogarithmic: isLogarithmic)),
    ]
    if let after = claim.after {
      marks.append(.rule(RuleMark(.vertical, at: after, label: "claimed from here")))
    }
    return Panel(
      heading: AxisRecipe.heading(isLogarithmic: isLogarithmic),
      x: axes.x(isLogarithmic: isLogarithmic), y: axes.y, marks: marks)
  }

  private func line(
    _ curves: ContestCurves, _ family: ShapeFamily, _ style: SeriesStyle, _ isLogarithmic: Bool,
    word: String
  ) -> Mark {
    let range = (data.x.min() ?? 1)...(data.x.max() ?? 1)
    let x = CurveSampling.positions(range, isLogarithmic: isLogarithmic)
    return .line(
      LineMark(
        x: x, y: curves.values(family, at: x), style: style,
        line: word == "rival" ? .dashed : .solid, label: SeriesLabel(word, detail: family.rawValue))
    )
  }

  private var observations: [Observation] {
    table.series.first { $0.observations.map(\.x) == data.x }?.observations ?? []
  }

  private var bars: String? {
    guard data.isAccuracy, data.items.contains(where: { $0 != nil }) else { return nil }
    return "Bars: \(NumberText.percent(level)) Wilson intervals of each point."
  }
}
