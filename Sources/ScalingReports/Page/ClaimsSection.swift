internal import HTML
internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingClaims

/// Claims with their verdicts, what these rest on, and what speaks against them.
struct ClaimsSection {
  private let report: CheckReport

  init(_ report: CheckReport) { self.report = report }

  /// Claims that are shown in full.
  private static let shownClaims = 60

  func nodes(_ budget: inout PageBudget) -> [HTMLNode] {
    var nodes = [HTMLNode.element(.h2, text: "Claims")]
    for (index, entry) in report.entries.prefix(Self.shownClaims).enumerated() {
      nodes += section(entry, number: index + 1, &budget)
    }
    if report.entries.count > Self.shownClaims {
      nodes.append(
        .element(
          .p, [.class("note")],
          text: "The first \(Self.shownClaims) claims in full; scaling check shows all."))
    }
    return nodes
  }

  /// Claims whose verdict stands at the top of the page.
  private static let leadingClaims = 12

  /// The verdicts in short, for the top of the page.
  var verdicts: [HTMLNode] {
    let entries = report.entries
    let count =
      entries.count > 1
      ? [HTMLNode.element(.p, [.class("lead")], text: "\(report.summary).")] : []
    let leading = entries.prefix(Self.leadingClaims).map(verdict)
    let list = HTMLNode.element(.ul, [], leading.map { .element(.li, [], $0) })
    let only = leading.first.map { HTMLNode.element(.p, [.class("lead")], $0) }
    return count + (entries.count > 1 ? [list] : [only].compactMap(\.self))
  }

  /// The verdict on a claim, by its name.
  private func verdict(_ entry: CheckReport.Entry) -> [HTMLNode] {
    guard let finding = entry.finding else {
      return [.element(.strong, text: "Not judged:"), .text(" \(entry.id).")]
    }
    let name = finding.verdict.rawValue
    return [
      .element(.strong, [.class(name)], text: "\(name.sentenceStart):"),
      .text(" \(entry.id). \(finding.statement)"),
    ]
  }

  private func section(
    _ entry: CheckReport.Entry, number: Int, _ budget: inout PageBudget
  ) -> [HTMLNode] {
    let opening =
      [HTMLNode.element(.h3, text: entry.id)]
      + (entry.words.map { [.element(.blockquote, [], [.element(.p, text: $0)])] } ?? [])
    switch entry.result {
    case .failure(let error):
      return opening + [.element(.p, text: "Not judged: \(error.description)")]
    case .success(let finding):
      return opening + [verdict(finding)] + figure(entry, finding, number, &budget)
        + evidence(finding, number)
    }
  }

  private func verdict(_ finding: Finding) -> HTMLNode {
    let name = finding.verdict.rawValue
    return .element(
      .p, [],
      [
        .element(
          .strong, [.class(name)], text: name.sentenceStart + "."),
        .text(" " + finding.statement),
      ])
  }

  private func evidence(_ finding: Finding, _ number: Int) -> [HTMLNode] {
    let lines =
      finding.evidence.filter { $0.place == nil }.map(\.words) + ["Against: \(finding.against)"]
      + finding.assumptions.map { "Assumed: \($0)." } + ["Would decide: \(finding.wouldDecide)"]
    let rivals = RivalTable(finding.evidence).map { rivals in
      PageTable(
        table: rivals.table, caption: "The claimed shape against each rival",
        id: "rivals-\(number)"
      ).node
    }
    return [rivals].compactMap(\.self) + lines.listed
  }

  /// The figure of the finding; arithmetic has none.
  private func figure(
    _ entry: CheckReport.Entry, _ finding: Finding, _ number: Int, _ budget: inout PageBudget
  ) -> [HTMLNode] {
    guard let claim = entry.claim else { return [] }
    do {
      guard
        let figure = try FindingFigure(claim, finding, by: entry.table, settings: report.settings)
          .figure()
      else { return [] }
      return [PageFigure(figure: figure, name: "claim-\(number)").node(&budget)]
    } catch {
      return [.element(.p, [.class("note")], text: "There is no figure: \(error)")]
    }
  }
}
