internal import HTML
internal import ScalingAnalysis

/// Whether each curve has a plateau, on what that rests, and what would decide it.
struct CeilingSection {
  private let outcome: ReportPage.CeilingOutcome
  private let words: QuantityWords

  init(_ outcome: ReportPage.CeilingOutcome, _ words: QuantityWords) {
    self.outcome = outcome
    self.words = words
  }

  var nodes: [HTMLNode] {
    let heading = HTMLNode.element(.h2, text: "Is there a plateau?")
    switch outcome {
    case .unavailable(let reason):
      return [heading, .element(.p, text: "Not analysed: \(reason)")]
    case .report(let report):
      return [heading]
        + report.series.enumerated().flatMap { section($1, number: $0 + 1, in: report) }
    }
  }

  /// The answer as a paragraph.
  static func verdict(
    _ analysis: CeilingAnalysis, _ words: QuantityWords, _ attributes: [HTMLAttribute] = []
  ) -> HTMLNode {
    let name =
      switch analysis.verdict {
      case .plateau: "Plateau."
      case .noPlateauInRange: "No plateau in range."
      case .inconclusive: "Plateau: inconclusive."
      }
    let statement = CeilingWords(analysis: analysis, words: words).statement
    return .element(.p, attributes, [.element(.strong, text: name), .text(" \(statement).")])
  }

  private func section(
    _ series: CeilingSeries, number: Int, in report: CeilingReport
  ) -> [HTMLNode] {
    let heading =
      report.series.count > 1 ? [HTMLNode.element(.h3, text: series.name)] : []
    guard let analysis = series.analysis else {
      return heading + [.element(.p, text: "Not analysed: \(series.error?.description ?? "")")]
    }
    let sentences = CeilingWords(analysis: analysis, words: words)
    let explanation =
      sentences.explanation
      + [sentences.wouldDecide.map { "Would decide: \($0)" }]
      .compactMap(\.self)
    // The verdict on a single series is at the top.
    let verdict = heading.isEmpty ? [] : [Self.verdict(analysis, words)]
    let table = report.figuresTable(analysis, words).map {
      PageTable(
        table: $0, caption: "The curves that compete", id: "plateau-\(number)", filledColumns: 2
      ).node
    }
    return heading + verdict + explanation.map { $0 + "." }.listed + [table].compactMap(\.self)
  }
}
