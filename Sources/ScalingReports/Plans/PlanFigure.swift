internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingClaims
internal import ScalingData

/// The figure of a plan: the chance of a right decision against the cost, one line per place.
public struct PlanFigure {
  private let report: PlanReport
  private let options: FigureOptions
  private let words: PlanWords

  /// A figure of `report`; of the options the title, the subtitle and the source count.
  public init(_ report: PlanReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
    words = PlanWords(report)
  }

  /// The figure, ready to be rendered; absent where no measurement was looked at.
  public var figure: Figure? {
    guard !report.plan.candidates.isEmpty else { return nil }
    let title = options.title ?? words.title
    return Figure(
      title: title,
      subtitle: options.subtitle
        ?? "Chance of a right verdict by cost (log axis), each line one place measured more often",
      notes: notes,
      source: options.source ?? FigureSource.names(report.table),
      description: words.statement, panels: [panel])
  }

  private var panel: Panel {
    let lines = report.shown.map { last in
      (last: last, points: report.plan.candidates.filter { $0.points.isSamePlace(as: last.points) })
    }
    var marks: [Mark] = [
      .rule(
        RuleMark(
          .horizontal, at: report.settings.power,
          label: "wanted: \(words.percent(report.settings.power))"))
    ]
    for line in lines { marks += self.marks(line.points) }
    let others = lines.map(\.last).filter { !isChosen($0) }
    marks.append(
      .pointLabels(
        PointLabels(
          others.map {
            .init(
              label($0.points), x: $0.cost, y: $0.chance.right, priority: $0.chance.right)
          })))
    if let budget = report.settings.budget {
      marks.append(.rule(RuleMark(.vertical, at: budget, label: "budget")))
    }
    return Panel(
      x: Axis("cost (\(words.costRule)), log scale", scale: .log10),
      y: Axis("chance of a right verdict", format: .percent, domain: 0...1), marks: marks)
  }

  /// One place: quiet, but for the one that the answer is about.
  private func marks(_ candidates: [ShapePlan.Candidate]) -> [Mark] {
    let chosen = candidates.last.flatMap { isChosen($0) ? words.candidate : nil }
    let style = chosen == nil ? SeriesStyle.neutral : SeriesStyle(0)
    let points = candidates.map { candidate in
      let shown = candidate.points == words.candidate?.points ? words.candidate : nil
      return shown ?? candidate
    }
    var marks: [Mark] = [
      .line(
        LineMark(
          x: points.map(\.cost), y: points.map(\.chance.right), style: style,
          line: chosen == nil ? .thin : .solid))
    ]
    marks.append(
      .points(
        PointsMark(
          points.map { point in
            let error = 1.96 * point.chance.error
            return PointDatum(
              x: point.cost, y: point.chance.right, low: max(point.chance.right - error, 0),
              high: min(point.chance.right + error, 1), label: words.measurement(point.points))
          }, style: style, emphasis: chosen == nil ? .faint : .normal)))
    if let chosen {
      marks.append(
        .text(
          TextMark(
            label(chosen.points), x: chosen.cost, y: chosen.chance.right,
            detail: "cost \(LawWords.short(chosen.cost))", style: style)))
    }
    return marks
  }

  private func isChosen(_ candidate: ShapePlan.Candidate) -> Bool {
    words.candidate.map { candidate.points.isSamePlace(as: $0.points) } ?? false
  }

  private func label(_ points: PlannedPoints) -> String {
    let places =
      points.place == .again
      ? "the same \(points.x.count) x" : points.x.map(words.shortPosition).joined(separator: ", ")
    return points.repeats > 1 ? "\(points.repeats) × \(places)" : places
  }

  private var notes: [String] {
    ["Bars: Monte Carlo errors (95 %)."] + [words.obstacle].compactMap(\.self)
  }
}
