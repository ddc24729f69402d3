internal import ScalingAnalysis
internal import ScalingData

extension VotesReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    var parts = groups.map { group in
      let words = VoteWords(analysis: group)
      var part = (isMarkdown ? "### " : "") + "\(group.name): \(words.size)\n\n"
      part += words.sentences.map { (isMarkdown ? "- " : "  ") + $0 + "\n" }.joined()
      let table = curveTable(group)
      part += "\n" + (isMarkdown ? table.markdown : table.text())
      part += (isMarkdown ? "\n" : "  ") + footnote(group) + "\n"
      if let open = unsettledTable(group) {
        part += "\n" + (isMarkdown ? open.table.markdown : open.table.text())
        if let rest = open.rest { part += "  \(rest)\n" }
      }
      let notes = group.notes.map { (isMarkdown ? "- " : "  ! ") + $0 + "\n" }.joined()
      return notes.isEmpty ? part : part + "\n" + notes
    }
    parts += comparisonSentences.map { heading, sentence in
      (isMarkdown ? "### " : "") + heading + "\n" + (isMarkdown ? "\n" : "  ") + sentence + "\n"
    }
    return parts.joined(separator: "\n")
  }

  private var level: String { NumberText.fixed(100 * settings.level, 0) + " %" }

  /// The k that are worth a line: all that were asked for, otherwise powers of two and where
  /// something happens.
  private func lines(_ group: VoteAnalysis) -> [Int] {
    let ks = group.passAtK.map(\.k)
    guard settings.schedule == .dense else {
      return Array(Set(ks + group.majority.map(\.k))).sorted()
    }
    let marked = [
      group.plateau?.overQuestions, group.plateau?.estimate, group.peak?.k,
      group.samplesPerQuestion.lowerBound, group.samplesPerQuestion.upperBound,
    ].compactMap(\.self)
    return ks.filter { $0 & ($0 - 1) == 0 || marked.contains($0) }
  }

  /// The curves at the k that are worth a line.
  func curveTable(_ group: VoteAnalysis) -> PlainTable {
    let columns = VoteColumns(group, level: level)
    return PlainTable(
      headings: columns.headings, rows: lines(group).map { columns.row($0) })
  }

  /// What the intervals and errors of the curves are.
  func footnote(_ group: VoteAnalysis) -> String {
    [
      "Intervals and standard errors are over questions; the error over samples holds the questions "
        + "fixed and is an upper bound.",
      majorityMethod(group), weightedMethod(group), costMethod(group),
    ].compactMap(\.self).joined(separator: " ")
  }

  private func majorityMethod(_ group: VoteAnalysis) -> String? {
    guard !group.majority.isEmpty else { return nil }
    let permuted = group.majority.contains { $0.method == .permutation }
    let rule =
      switch settings.ties {
      case .split: "tied votes share the credit"
      case .first where settings.draw == .with:
        "the tied answer emitted first wins, which in a random order is shared credit"
      case .first: "the tied answer that comes first in the file wins"
      case .none: "a tied vote is not right"
      }
    let way =
      permuted
      ? "\(settings.permutationCount) random draws of each question, each in the order of the file"
      : "all draws, exactly"
    return
      "Majority: \(way), \(settings.draw == .without ? "without" : "with") replacement; \(rule)."
  }

  private func weightedMethod(_ group: VoteAnalysis) -> String? {
    guard group.weighted.contains(where: { $0.method == .permutation }) else { return nil }
    return
      "Weighted votes beyond k = 1: \(settings.permutationCount) random draws of each question, "
      + "without replacement."
  }

  private func costMethod(_ group: VoteAnalysis) -> String? {
    let units = [group.tokens, group.dollars].compactMap { cost in
      cost.flatMap { $0.total(1).spread == nil ? nil : $0.unit.rawValue }
    }
    guard !units.isEmpty else { return nil }
    return
      "± is the standard deviation of a question's \(units.joined(separator: " or ")) over questions "
      + "and samples."
  }

  /// The questions that more samples would help most, with what is missing.
  func unsettledTable(_ group: VoteAnalysis) -> (table: PlainTable, rest: String?)? {
    let open = group.unsettled
      .sorted { abs($0.chance - 0.5) < abs($1.chance - 0.5) }
    guard !open.isEmpty else { return nil }
    var table = PlainTable(headings: [
      ("not settled", .left), ("right samples", .right), ("chance that voting wins", .right),
      ("samples to settle", .right),
    ])
    for question in open.prefix(12) {
      table.rows.append([
        VotesReport.oneLine(question.name), VoteWords.percent(question.rightShare),
        NumberText.percent(question.chance),
        question.samplesToSettle.map { "about \(Self.rounded($0)) more" }
          ?? "tied",
      ])
    }
    let rest = open.count > 12 ? "and \(open.count - 12) more (all in --format json)" : nil
    return (table, rest)
  }

  /// A count with two significant digits.
  private static func rounded(_ count: Int) -> String {
    var unit = 1
    while count / unit >= 100 { unit *= 10 }
    return NumberText.fixed(Double((count + unit / 2) / unit * unit), 0)
  }

  /// A name without line breaks, shortened.
  static func oneLine(_ name: String) -> String {
    let flat = String(name.map { $0.isNewline ? " " : $0 })
    return flat.count > 40 ? flat.prefix(37) + "..." : flat
  }

  /// The k of a stretch: what was asked for says nothing of those between.
  private static func ks(
    _ stretch: PairedCurves.Stretch, of all: [Int], isAsked: Bool
  ) -> String {
    let ks = all.filter { (stretch.from...stretch.to).contains($0) }
    guard ks.count > 1 else { return "k = \(stretch.from)" }
    guard isAsked else { return "k = \(stretch.from) to \(stretch.to)" }
    return "k = " + ks.dropLast().map(String.init).joined(separator: ", ") + " and \(stretch.to)"
  }

  /// Which of two groups is better at which k.
  var comparisonSentences: [(heading: String, sentence: String)] {
    comparisons.map { comparison in
      let paired = comparison.paired
      let curve = comparison.curve == .majority ? "majority vote" : "pass@k"
      let heading =
        "\(paired.first) against \(paired.second), \(curve), "
        + "\(counted(paired.questions, "question")) in common"
      let stretches = paired.stretches.map { stretch in
        let ks = Self.ks(stretch, of: paired.rows.map(\.k), isAsked: settings.schedule.isList)
        let verdict =
          switch stretch.verdict {
          case .firstBetter: "\(paired.first) better"
          case .secondBetter: "\(paired.second) better"
          case .undecided: "undecided"
          }
        return "\(ks): \(verdict)"
      }
      return (
        heading,
        stretches.joined(separator: "; ")
          + " (\(level) confidence at every k at once, paired by question)."
      )
    }
  }
}
