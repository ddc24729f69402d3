internal import HTML
internal import ScalingAnalysis
internal import ScalingData

/// The fits of each series: their ranking, their coefficients, and what weakens them.
struct FitSection {
  private let report: FitReport
  private let words: QuantityWords
  /// The series of the table, of which some may not have been fitted.
  private let seriesCount: Int

  init(_ report: FitReport, _ words: QuantityWords, seriesCount: Int) {
    self.seriesCount = seriesCount
    self.report = report
    self.words = words
  }

  var nodes: [HTMLNode] {
    let shown = report.series.prefix(CurveParts.shownSeries)
    return [.element(.h2, text: "Curves")] + bound
      + shown.enumerated().flatMap { section($1, number: $0 + 1) }
  }

  private var bound: [HTMLNode] {
    let count = seriesCount
    guard report.series.count > CurveParts.shownSeries else { return [] }
    return [
      .element(
        .p, [.class("note")],
        text:
          "The first \(CurveParts.shownSeries) of \(count) series in full; scaling fit shows all.")
    ]
  }

  private func section(_ series: SeriesReport, number: Int) -> [HTMLNode] {
    let heading =
      report.series.count > 1 ? [HTMLNode.element(.h3, text: series.name)] : []
    guard let ranking = series.ranking else {
      return heading + [
        .element(.p, text: "Not fitted: \(series.error?.description ?? "").")
      ]
    }
    let count = "\(series.data.count) points\(NoiseWords(series.data, report.settings).suffix)"
    // The sentence of a single series is the verdict at the top.
    let sentence =
      heading.isEmpty ? [] : [HTMLNode.element(.p, text: RankingSentence(ranking).text)]
    return heading + sentence + [
      PageTable(
        table: report.rankingTable(ranking),
        caption: "Families by AICc, best first, for \(count)", id: "ranking-\(number)"
      ).node,
      PageTable(
        table: report.coefficientTable(series, ranking, words), caption: "Their coefficients",
        id: "coefficients-\(number)", filledColumns: 1
      ).node,
    ] + weaknesses(report.remarks(on: series, ranking), isNested: !heading.isEmpty)
  }

  private func weaknesses(_ remarks: [String], isNested: Bool) -> [HTMLNode] {
    guard !remarks.isEmpty else { return [] }
    return [.element(isNested ? .h4 : .h3, text: "What to know before leaning on them")]
      + remarks.listed
  }
}
