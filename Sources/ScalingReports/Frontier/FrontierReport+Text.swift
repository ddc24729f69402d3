internal import ScalingAnalysis
internal import ScalingData

extension FrontierReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let words = FrontierWords(self)
    let show = { (table: PlainTable) in isMarkdown ? table.markdown : table.text() }
    let bullets = { (lines: [String]) in
      lines.map { (isMarkdown ? "- " : "  ") + $0 + "\n" }.joined()
    }
    let heading = { (text: String) in (isMarkdown ? "### " : "") + text + "\n" }
    var parts = [
      heading("\(FigureSource.name(table.input.path)): \(words.axes)"), words.statement + ".\n",
      show(frontierTable(words)), Self.rule + "\n",
    ]
    let rivals = rivals
    if !rivals.isEmpty {
      parts += [heading("Dominated, but perhaps on the frontier"), show(rivalTable(rivals, words))]
    }
    let goals = goalSentences(words)
    if !goals.isEmpty { parts += [heading("Targets and budgets"), bullets(goals)] }
    if !analysis.ladders.isEmpty { parts += ladderParts(words, show, heading) }
    if !analysis.conflicts.isEmpty {
      parts += [
        heading("Records that contradict each other, all of them compete"),
        bullets(conflictSentences(words)),
      ]
    }
    if let prices { parts += [heading("Prices"), bullets(priceLines(prices))] }
    let remarks = FrontierRemarks(report: self).all
    if !remarks.isEmpty {
      parts.append(remarks.map { (isMarkdown ? "- " : "  ! ") + $0 + "\n" }.joined())
    }
    return parts.joined(separator: "\n")
  }

  private static let mostConflicts = 10

  private func conflictSentences(_ words: FrontierWords) -> [String] {
    let more = analysis.conflicts.count - Self.mostConflicts
    return analysis.conflicts.prefix(Self.mostConflicts).map(words.sentence)
      + (more > 0 ? ["and \(more) more"] : [])
  }

  private func frontierTable(_ words: FrontierWords) -> PlainTable {
    let hasIntervals = analysis.frontier.members.contains { analysis.intervals[$0] != nil }
    var table = PlainTable(headings: [
      ("record", .left), ("cost", .right), (self.table.y.title, .right),
    ])
    if hasIntervals { table.headings.append(("\(words.level) interval", .left)) }
    if analysis.chances != nil { table.headings.append(("chance on the frontier", .right)) }
    table.headings.append(("line", .right))
    for index in analysis.frontier.members {
      let record = analysis.records[index]
      var cells = [record.name, words.cost(analysis.costs[index]), words.score(record.score)]
      if hasIntervals { cells.append(interval(index, words)) }
      if let chances = analysis.chances { cells.append(words.chance(chances[index])) }
      table.rows.append(cells + [String(record.line)])
    }
    return table
  }

  private func interval(_ index: Int, _ words: FrontierWords) -> String {
    guard let lower = analysis.intervals[index]?.lower, let upper = analysis.intervals[index]?.upper
    else { return "" }
    return "\(words.score(lower)) to \(words.score(upper))"
  }

  /// Records off the frontier with a chance of at least this are named.
  private static let notableChance = 0.1

  /// The dominated records that may well be on the frontier, the likeliest first.
  var rivals: [Int] {
    guard let chances = analysis.chances else { return [] }
    return analysis.records.indices.filter {
      analysis.frontier.dominators[$0] != nil && chances[$0] >= Self.notableChance
    }.sorted { (chances[$1], $0) < (chances[$0], $1) }
  }

  private func rivalTable(_ rivals: [Int], _ words: FrontierWords) -> PlainTable {
    var table = PlainTable(headings: [
      ("record", .left), ("cost", .right), (self.table.y.title, .right), ("chance", .right),
      ("dominated by", .left),
    ])
    for index in rivals.prefix(10) {
      let dominator = analysis.frontier.dominators[index].map { analysis.records[$0].name }
      table.rows.append([
        analysis.records[index].name, words.cost(analysis.costs[index]),
        words.score(analysis.records[index].score),
        words.chance(analysis.chances?[index] ?? 0), dominator ?? "",
      ])
    }
    return table
  }

  private func goalSentences(_ words: FrontierWords) -> [String] {
    let targets = analysis.targets
    let budgets = settings.budgets
    return targets.indices.map { index in
      words.sentence(targets[index], name: ruleName(index, of: targets.count, on: .score))
    }
      + budgets.indices.map { index in
        words.sentence(
          budget: budgets[index], best: analysis.withinBudgets[index],
          name: ruleName(index, of: budgets.count, on: .cost))
      }
  }

  private func ladderParts(
    _ words: FrontierWords, _ show: (PlainTable) -> String, _ heading: (String) -> String
  ) -> [String] {
    var table = PlainTable(headings: [
      ("ladder", .left), ("records", .right),
      ("\(words.gainUnit) per tenfold of cost", .right), ("\(words.level) interval", .left),
      ("R²", .right),
    ])
    let ladders = analysis.ladders.filter { $0.records.count > 2 }
    for ladder in ladders {
      guard let slope = ladder.slope else { continue }
      table.rows.append([
        ladder.name, String(ladder.records.count), words.gain(slope.perTenfold),
        ladder.hasNoScatter ? "none: no scatter" : words.gains(slope.interval),
        slope.rSquared.map { NumberText.fixed($0, 4) } ?? "",
      ])
    }
    let pairs = analysis.ladders.count - ladders.count
    var parts = [heading("Ladders: one model at several efforts")]
    if !table.rows.isEmpty { parts.append(show(table)) }
    if pairs > 0 {
      parts.append(
        (pairs == 1 ? "1 more ladder has" : "\(pairs) more ladders have")
          + " 2 records, which give a slope but no interval.\n")
    }
    return parts
  }

  private func priceLines(_ prices: Prices) -> [String] {
    prices.records.used.map { entry in
      let kinds = [
        ("input", entry.price.input), ("output", entry.price.output),
        ("cached", entry.price.cached),
      ]
      let amounts = kinds.compactMap { name, price in
        price.map { "\(name) $\(NumberText.significant($0, 3))" }
      }
      let origin = [entry.date, entry.source].filter { !$0.isEmpty }.joined(separator: ", ")
      return "\(entry.model): \(amounts.joined(separator: ", ")) per million tokens"
        + (origin.isEmpty ? "" : " (\(origin))")
    }
  }
}
