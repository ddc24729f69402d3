internal import HTML
internal import ScalingAnalysis
internal import ScalingData

/// The parts of a report on curves: fits, their ranking, and plateaus.
struct CurveParts: ReportParts {
  private let report: FitReport
  private let ceiling: ReportPage.CeilingOutcome
  private let options: FigureOptions
  private let table: SeriesTable
  private let words: QuantityWords

  init(_ report: FitReport, _ ceiling: ReportPage.CeilingOutcome, _ options: FigureOptions) {
    self.report = report
    self.ceiling = ceiling
    self.options = options
    table = report.table.retitled(options)
    words = QuantityWords(table)
  }

  /// Series that are shown in full.
  static let shownSeries = 12
  /// Series that have a line in the overview.
  private static let listedSeries = 100

  var inputs: [InputIdentity] { table.inputs }

  var hasAxes: Bool { true }

  var notes: [String] { table.notes }

  var title: String {
    let name = table.y.title
    return options.title ?? "\(name.sentenceStart) by \(table.x.title)"
  }

  var kicker: String {
    let points = table.series.reduce(0) { $0 + $1.observations.count }
    let series = report.series.count
    return FigureSource.names(table) + " · "
      + (series > 1 ? "\(NumberText.fixed(Double(series), 0)) series, " : "")
      + "\(NumberText.fixed(Double(points), 0)) points"
  }

  func opening(_ budget: inout PageBudget) -> [HTMLNode] {
    let verdict = report.series.count == 1 ? single : [overview].compactMap(\.self)
    return verdict + figures(&budget)
  }

  // MARK: The verdict

  private var single: [HTMLNode] {
    let plateau = answers.first?.analysis.map { analysis in
      CeilingSection.verdict(analysis, words, [.class("lead")])
    }
    let ranking = report.series.first?.ranking.map { ranking in
      HTMLNode.element(
        .p, plateau == nil ? [.class("lead")] : [], text: RankingSentence(ranking).text)
    }
    return [plateau, ranking].compactMap(\.self)
  }

  private var answers: [CeilingSeries] {
    if case .report(let report) = ceiling { report.series } else { [] }
  }

  /// One line for each of several series.
  private var overview: HTMLNode? {
    var overview = PlainTable(headings: [
      ("series", .left), ("points", .right), ("curve that ranks first", .left), ("", .left),
      ("plateau", .left),
    ])
    for (index, series) in report.series.prefix(Self.listedSeries).enumerated() {
      let fit = series.ranking?.preferred?.fit
      overview.rows.append([
        series.name, String(series.data.count), fit?.name.rawValue ?? "not fitted",
        series.ranking.map { $0.isDecided ? "decided" : "not decided" } ?? "",
        index < answers.count ? answers[index].analysis?.verdict.rawValue ?? "" : "",
      ])
    }
    let more = report.series.count - Self.listedSeries
    let caption =
      more > 0
      ? "The first \(Self.listedSeries) of \(report.series.count) series"
      : "What was found in each series"
    return PageTable(table: overview, caption: caption, id: "overview").node
  }

  // MARK: Figures

  private func figures(_ budget: inout PageBudget) -> [HTMLNode] {
    guard AxisRecipe(table: table).isLogarithmicByDefault else {
      return [figure(.linear, scale: nil, &budget)]
    }
    let choice = HTMLNode.element(
      .fieldset, [.hidden],
      [.element(.legend, text: "Horizontal axis")] + [
        button("log", "logarithmic", isOn: true), button("linear", "linear", isOn: false),
      ])
    return [
      .element(
        .div, [.class("lens")],
        [choice, figure(.log, scale: "log", &budget), figure(.linear, scale: "linear", &budget)])
    ]
  }

  private func button(_ value: String, _ name: String, isOn: Bool) -> HTMLNode {
    let attributes: [HTMLAttribute] = [
      .named("type", "radio"), .named("name", "lens"), .named("value", value),
    ]
    return .element(
      .label, [],
      [.element(.input, attributes + (isOn ? [.flag("checked")] : [])), .text(" \(name)")])
  }

  private func figure(
    _ lens: FigureOptions.Lens, scale: String?, _ budget: inout PageBudget
  ) -> HTMLNode {
    var options = options
    options.lens = lens
    options.title = nil
    let name = scale.map { "figure-\($0)" } ?? "figure"
    return PageFigure(
      figure: FitFigure(report, options: options).figure, name: name, scale: scale
    ).node(&budget)
  }

  // MARK: What is behind it

  var details: [HTMLNode] {
    FitSection(report, words).nodes + CeilingSection(ceiling, words).nodes
      + PointsSection(report, table, words).nodes
  }

  var files: [PageFile] {
    let name = table.inputs.map(\.path).joined(separator: " ")
    var files = [
      PageFile(
        "fit.csv", type: "text/csv", Array(report.csv.utf8), words: "coefficients and statistics",
        instead: "scaling fit \(name) --format csv"),
      PageFile(
        "fit.json", type: "application/json", Array(report.json.text.utf8), words: "all fits",
        instead: "scaling fit \(name) --format json"),
      PageFile(
        "points.csv", type: "text/csv", Array(PointsSection(report, table, words).csv.utf8),
        words: "the points as they were read", instead: "they are in \(name)"),
    ]
    if case .report(let ceiling) = ceiling {
      files.append(
        PageFile(
          "ceiling.json", type: "application/json", Array(ceiling.json.text.utf8),
          words: "the search for plateaus", instead: "scaling ceiling \(name) --format json"))
    }
    return files
  }
}
