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
    if report.entries.count > 1 { nodes.append(.element(.p, text: "\(report.summary).")) }
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
