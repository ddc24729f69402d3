internal import HTML
internal import ScalingAnalysis
internal import ScalingData

/// The parts of a report on repeated samples: votes, their ceiling, and what limits them.
struct VoteParts: ReportParts {
  private let report: VotesReport
  private let options: FigureOptions

  init(_ report: VotesReport, _ options: FigureOptions) {
    self.report = report
    self.options = options
  }

  /// Groups that are shown in full.
  private static let shownGroups = 12

  var inputs: [InputIdentity] { report.inputs }

  var hasAxes: Bool { false }

  var notes: [String] { report.notes }

  var title: String {
    let hasVotes = report.groups.contains { !$0.majority.isEmpty }
    return options.title
      ?? (hasVotes ? "What votes over repeated samples reach" : "What repeated samples reach")
  }

  var kicker: String {
    let files = report.inputs.map { FigureSource.name($0.path) }.joined(separator: ", ")
    guard report.groups.count == 1, let only = report.groups.first else {
      return "\(files) · \(report.groups.count) groups"
    }
    return "\(files) · \(VoteWords(analysis: only).size)"
  }

  func opening(_ budget: inout PageBudget) -> [HTMLNode] {
    var options = options
    options.title = nil
    return verdict + [
      PageFigure(figure: VotesFigure(report, options: options).figure, name: "figure")
        .node(&budget)
    ]
  }

  private var verdict: [HTMLNode] {
    guard report.groups.count == 1, let only = report.groups.first else {
      return report.groups.prefix(Self.shownGroups).map { group in
        "\(group.name): \(VoteWords(analysis: group).headline)."
      }.listed + bound
    }
    let first = VoteWords(analysis: only).sentences.prefix(1)
    return first.map { .element(.p, [.class("lead")], text: $0) }
  }

  private var bound: [HTMLNode] {
    guard report.groups.count > Self.shownGroups else { return [] }
    return [
      .element(
        .p, [.class("note")],
        text:
          "The first \(Self.shownGroups) of \(report.groups.count) groups; scaling votes shows all."
      )
    ]
  }

  var details: [HTMLNode] {
    [.element(.h2, text: "Votes and samples")]
      + report.groups.prefix(Self.shownGroups).enumerated().flatMap { section($1, $0 + 1) }
      + report.comparisonSentences.prefix(2 * Self.shownGroups).flatMap { heading, sentence in
        [HTMLNode.element(.h3, text: heading), .element(.p, text: sentence)]
      }
  }

  private func section(_ group: VoteAnalysis, _ number: Int) -> [HTMLNode] {
    let words = VoteWords(analysis: group)
    let heading =
      report.groups.count > 1
      ? [HTMLNode.element(.h3, text: "\(group.name): \(words.size)")] : []
    let curves = PageTable(
      table: report.curveTable(group), caption: "Share of questions answered rightly, by samples k",
      id: "curves-\(number)"
    ).node
    // The first sentence on a single group is the verdict at the top.
    let sentences = Array(words.sentences.dropFirst(heading.isEmpty ? 1 : 0))
    return heading + sentences.listed + [
      curves, .element(.p, [.class("note")], text: report.footnote(group)),
    ] + unsettled(group, number) + group.notes.listed
  }

  private func unsettled(_ group: VoteAnalysis, _ number: Int) -> [HTMLNode] {
    guard let open = report.unsettledTable(group) else { return [] }
    let more = open.rest.map { ", \($0)" } ?? ""
    return [
      PageTable(
        table: open.table, caption: "Questions that more samples would help most\(more)",
        id: "unsettled-\(number)"
      ).node
    ]
  }

  var files: [PageFile] {
    let name = report.inputs.map(\.path).joined(separator: " ")
    return [
      PageFile(
        "votes.csv", type: "text/csv", Array(report.csv.utf8), words: "the curves",
        instead: "scaling votes \(name) --format csv"),
      PageFile(
        "votes.json", type: "application/json", Array(report.json.text.utf8), words: "all figures",
        instead: "scaling votes \(name) --format json"),
    ]
  }
}
