internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingClaims
internal import ScalingData

/// The contest of a claim on a shape: the claimed curve and its best rival through the same points,
/// on a linear and on a logarithmic axis.
struct ContestPanels {
  let table: SeriesTable
  let series: Series
  let verdict: Verdict
  let level: Double

  func body(_ claim: ShapeClaim) throws(ClaimError) -> FindingFigure.Body {
    let curves = try ContestCurves(
      CurveData(series, isAccuracy: table.y.unit != .number), claim)
    var notes = [
      "Solid: the claimed curve, \(curves.claimed.noun). Dashed: the rival that fits best, "
        + "\(curves.rival.noun)."
    ]
    if let bars { notes.append(bars) }
    return FindingFigure.Body(
      title: title(claim), notes: notes,
      panels: [false, true].map { panel(claim, curves, isLogarithmic: $0) }
    )
  }

  private func panel(
    _ claim: ShapeClaim, _ curves: ContestCurves, isLogarithmic: Bool
  ) -> Panel {
    let axes = AxisRecipe(table: table)
    var marks: [Mark] = [
      line(curves, curves.claimed, SeriesStyle(0), isLogarithmic, word: "claimed"),
      line(curves, curves.rival, SeriesStyle(1), isLogarithmic, word: "rival"),
      .points(
        ObservedPoints(series.observations, isAccuracy: table.y.unit != .number, level: level)
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
    let places = series.observations.map(\.x)
    let range = (places.min() ?? 1)...(places.max() ?? 1)
    let x = CurveSampling.positions(range, isLogarithmic: isLogarithmic)
    return .line(
      LineMark(
        x: x, y: curves.values(family, at: x), style: style,
        line: word == "rival" ? .dashed : .solid, label: SeriesLabel(word, detail: family.rawValue))
    )
  }

  private func title(_ claim: ShapeClaim) -> String {
    let points = "These \(series.observations.count) points"
    let claimed = "the curve \(claim.shape.words)\(from(claim))"
    return switch verdict {
    case .supported: "\(points) support that \(claimed)"
    case .contradicted: "\(points) contradict that \(claimed)"
    case .inconclusive: "\(points) cannot tell whether \(claimed)"
    }
  }

  private func from(_ claim: ShapeClaim) -> String {
    claim.after.map { " from \(QuantityWords(table).position($0)) on" } ?? ""
  }

  private var bars: String? {
    guard table.y.unit != .number, series.observations.contains(where: { $0.items != nil })
    else { return nil }
    return "Bars: \(NumberText.percent(level)) Wilson intervals of each point."
  }
}
