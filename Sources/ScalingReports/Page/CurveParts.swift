internal import HTML
internal import ScalingAnalysis
internal import ScalingData

/// The parts of a report on curves: fits, their ranking, and plateaus.
struct CurveParts: ReportParts {
  private let report: FitReport
  private let ceiling: ReportPage.CeilingOutcome
  private let source: CondensedTable
  private let options: FigureOptions
  private let table: SeriesTable
  private let words: QuantityWords

  init(
    _ report: FitReport, _ ceiling: ReportPage.CeilingOutcome, _ source: CondensedTable,
    _ options: FigureOptions
  ) {
    self.report = report
    self.source = source
    self.ceiling = ceiling
    self.options = options
    table = report.table.retitled(options)
    words = QuantityWords(table)
  }

  /// Series that are shown in full.
  static let shownSeries = 12

  var inputs: [InputIdentity] { table.inputs }

  var hasAxes: Bool { true }

  var notes: [String] { table.notes }

  var title: String {
    let name = table.y.title
    return options.title ?? "\(name.sentenceStart) by \(table.x.title)"
  }

  var kicker: String {
    let points = source.pointCount
    let series = source.seriesCount
    return FigureSource.names(table) + " · "
      + (series > 1 ? "\(NumberText.fixed(Double(series), 0)) series, " : "")
      + "\(NumberText.fixed(Double(points), 0)) \(points == 1 ? "point" : "points")"
  }

  func opening(_ budget: inout PageBudget) -> [HTMLNode] {
    let verdict = report.series.count == 1 ? single : several
    let reduced = source.note.map { [HTMLNode.element(.p, [.class("note")], text: "\($0).")] }
    return verdict + (reduced ?? []) + figures(&budget)
  }

  // MARK: The verdict

  private var single: [HTMLNode] {
    guard let series = report.series.first, let ranking = series.ranking else { return [unfitted] }
    let plateau = answers.first?.analysis.map { analysis in
      CeilingSection.verdict(analysis, words, [.class("lead")])
    }
    return [
      plateau ?? trend(ranking), .element(.p, text: RankingSentence(ranking).text),
    ].compactMap(\.self)
  }

  /// What the curve that is drawn says, where a plateau could not be asked for.
  private func trend(_ ranking: ModelRanking) -> HTMLNode? {
    ranking.drawn.map { drawn in
      let title = FitHeadline(fit: drawn.fit, words: words, ranking: ranking).title
      let slope = drawn.fit.coefficient("slope").map { ": \(words.phrase($0))" } ?? ""
      return .element(.p, [.class("lead")], [.element(.strong, text: "\(title)\(slope).")])
    }
  }

  /// Why there is no curve at all.
  private var unfitted: HTMLNode {
    let reasons = report.series.compactMap(\.error?.description)
    let others = report.series.count > 1 ? " The other series: see below." : ""
    return .element(
      .p, [.class("lead")],
      [
        .element(.strong, text: "Nothing was fitted."),
        .text(reasons.first.map { " \($0).\(others)" } ?? ""),
      ])
  }

  private var several: [HTMLNode] {
    let isUnfitted = report.series.allSatisfy { $0.ranking == nil }
    let unsearched = source.seriesCount - answers.count
    let bound = HTMLNode.element(
      .p, [.class("note")],
      text:
        "Plateaus are searched in the first \(answers.count) series; scaling ceiling searches all."
    )
    return (isUnfitted ? [unfitted] : []) + [overview]
      + (!answers.isEmpty && unsearched > 0 ? [bound] : [])
  }

  private var answers: [CeilingSeries] {
    if case .report(let report) = ceiling { report.series } else { [] }
  }

  /// One line for each of several series.
  private var overview: HTMLNode {
    var overview = PlainTable(
      headings: [
        ("series", .left), (source.hasMeans ? "points or means" : "points", .right),
        ("curve that ranks first", .left), ("decided", .left),
      ] + (answers.isEmpty ? [] : [("plateau", .left)]))
    for (index, series) in report.series.enumerated() {
      overview.rows.append(
        [series.name, String(series.data.count), first(series), decision(series)]
          + (answers.isEmpty ? [] : [plateau(index)]))
    }
    let caption =
      report.series.count < source.seriesCount
      ? "The first \(report.series.count) of \(source.seriesCount) series"
      : "What was found in each series"
    return PageTable(table: overview, caption: caption, id: "overview").node
  }

  private func first(_ series: SeriesReport) -> String {
    guard let ranking = series.ranking else {
      return "not fitted" + (series.error.map { ": \($0.code.rawValue)" } ?? "")
    }
    return ranking.preferred?.fit.name.rawValue ?? "fitted, not ranked"
  }

  private func decision(_ series: SeriesReport) -> String {
    guard let ranking = series.ranking, ranking.preferred != nil else { return "–" }
    return ranking.isDecided ? "yes" : "no"
  }

  private func plateau(_ index: Int) -> String {
    guard index < answers.count else { return "not searched" }
    return answers[index].analysis?.verdict.rawValue ?? "not analysed"
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
    let drawn = [figure(.log, scale: "log", &budget), figure(.linear, scale: "linear", &budget)]
    // Where nothing can be drawn, both say so in the same words.
    guard drawn[0] != drawn[1] else { return [drawn[0]] }
    return [.element(.div, [.class("lens")], [choice] + drawn)]
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
    FitSection(report, words, seriesCount: source.seriesCount).nodes
      + CeilingSection(ceiling, words).nodes
      + PointsSection(report, table, words, hasMeans: source.hasMeans).nodes
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
        "points.csv", type: "text/csv",
        Array(PointsSection(report, table, words, hasMeans: source.hasMeans).csv.utf8),
        words: source.hasMeans ? "the means that were fitted" : "the points as they were read",
        instead: "they are in \(name)"),
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
