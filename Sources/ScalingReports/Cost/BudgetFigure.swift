internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// The figure of budget control: tokens used against tokens asked for, with the line on which both
/// are equal.
public struct BudgetFigure {
  private let report: CostReport
  private let options: FigureOptions

  /// A figure of `report`; of the options the title, the subtitle and the source count.
  public init(_ report: CostReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
  }

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let title = options.title ?? finding
    return Figure(
      title: title,
      subtitle: options.subtitle
        ?? "Tokens used by tokens asked for, both per question, log axes",
      notes: [notes],
      source: options.source ?? FigureSource.name(report.table.input.path),
      description: title + ". "
        + report.groups.prefix(12).map(report.sentence)
        .joined(separator: " "),
      panels: [
        Panel(
          x: Axis("tokens asked for, log scale", scale: .log2, format: .tokens),
          y: Axis("tokens used, log scale", scale: .log2, format: .tokens), secondaryX: dollars,
          marks: [asEqual] + report.groups.indices.map(points))
      ])
  }

  /// The tokens in dollars, where all groups have one price.
  private var dollars: SecondaryAxis? {
    let prices = Set(report.groups.map { $0.price?.output })
    guard prices.count == 1, let price = prices.first ?? nil, price > 0 else { return nil }
    return SecondaryAxis(
      "dollars for as many written tokens, at $\(TradeoffWords.plain(price)) per million",
      factor: price / 1e6, format: .dollars)
  }

  private var finding: String {
    let runs = report.groups.reduce(0) { $0 + $1.control.runs }
    let inside = report.groups.reduce(0) { $0 + $1.control.inside }
    guard inside > 0, inside < runs else {
      return (inside == 0 ? "None of \(runs) runs stays" : "All \(runs) runs stay")
        + " inside the tokens asked for"
    }
    return "\(inside) of \(runs) runs stay inside the tokens asked for"
  }

  private var notes: String {
    let hasLowerLimit = report.groups.contains { $0.runs.contains { $0.askedFrom != nil } }
    return "Dashed: used as many as asked for. "
      + (hasLowerLimit
        ? "Inside: below it, and above the lower limit of the run."
        : "Inside: on it or below it.")
  }

  private var asEqual: Mark {
    let asked = report.groups.flatMap { $0.runs.map(\.asked) }
    let ends = [asked.min() ?? 1, asked.max() ?? 1]
    return .line(
      LineMark(
        x: ends, y: ends, style: .neutral, line: LineStyle(pattern: .dashed, width: 1.2),
        label: SeriesLabel("used = asked")))
  }

  private func points(_ index: Int) -> Mark {
    let group = report.groups[index]
    return .points(
      PointsMark(
        group.runs.map { run in
          PointDatum(
            x: run.asked, y: run.used,
            label: "\(group.name): asked \(NumberText.significant(run.asked, 3)), used "
              + "\(NumberText.significant(run.used, 3)), factor "
              + CostReport.factor(run.used / run.asked))
        }, style: SeriesStyle(index),
        label: report.groups.count > 1 ? SeriesLabel(group.name) : nil))
  }
}
