internal import ScalingAnalysis
internal import ScalingClaims

extension CheckReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let sections = entries.map { $0.section(isMarkdown: isMarkdown) }
    return (sections + (entries.count > 1 ? [summary + "\n"] : [])).joined(separator: "\n")
  }

  /// How many claims got which verdict.
  var summary: String {
    let counts = [Verdict.supported, .contradicted, .inconclusive].map {
      "\(count($0)) \($0.rawValue)"
    }
    let failed = entries.count { $0.finding == nil }
    return "\(entries.count) claims: "
      + (counts + (failed > 0 ? ["\(failed) not judged"] : [])).joined(separator: ", ")
  }
}

extension CheckReport.Entry {
  /// What is claimed, in the words of the source or in others, and by whom.
  var words: String? {
    (claim?.quote.map { "“\($0)”" } ?? claim?.paraphrase).map { words in
      words + (claim?.source.map { " (\($0))" } ?? "")
    }
  }

  fileprivate func section(isMarkdown: Bool) -> String {
    let bullet = isMarkdown ? "- " : "  "
    let title = isMarkdown ? "### \(id)\n\n" : "\(id)\n"
    var lines: [String] = []
    if let words { lines.append(isMarkdown ? "> \(words)\n" : "  \(words)") }
    switch result {
    case .failure(let error): lines.append(bullet + "not judged: " + error.description)
    case .success(let finding):
      let verdict = finding.verdict.rawValue
      lines.append(
        isMarkdown ? "**\(verdict)**: \(finding.statement)\n" : "  \(verdict): \(finding.statement)"
      )
      lines += finding.evidence.filter { $0.place == nil }.map { bullet + "  \($0.words)" }
      if let table = RivalTable(finding.evidence) {
        lines.append(isMarkdown ? "\n" + table.table.markdown : table.lines)
      }
      lines.append(bullet + "Against: \(finding.against)")
      lines += finding.assumptions.map { bullet + "Assumed: \($0)." }
      lines.append(bullet + "Would decide: \(finding.wouldDecide)")
    }
    return title + lines.joined(separator: "\n") + "\n"
  }
}

/// The figures of a finding that stand in rows and columns: one row for each rival of a contest.
struct RivalTable {
  let table: PlainTable

  init?(_ evidence: [Evidence]) {
    let placed = evidence.compactMap { item in item.place.map { (item, $0) } }
    guard !placed.isEmpty else { return nil }
    var rows: [String] = []
    var columns: [String] = []
    var cells: [String: String] = [:]
    for (item, place) in placed {
      if !rows.contains(place.row) { rows.append(place.row) }
      if !columns.contains(place.column) { columns.append(place.column) }
      cells[place.row + "\n" + place.column] = item.cell
    }
    table = PlainTable(
      headings: [("rival", .left)] + columns.map { ($0, .right) },
      rows: rows.map { row in [row] + columns.map { cells[row + "\n" + $0] ?? "" } })
  }

  /// For a terminal, without the last line break.
  var lines: String { String(table.text(indent: "    ").dropLast()) }
}

extension Evidence {
  /// The figure in a cell below its heading, with the error of the simulation.
  fileprivate var cell: String {
    guard let value else { return "–" }
    guard let error else { return NumberText.fixed(value, 2) }
    return NumberText.fixed(value, 1) + " % ± " + NumberText.fixed(error, 1)
  }

  /// The figure in words.
  var words: String { name + ": " + amount }

  /// Its value with unit and interval.
  var amount: String {
    let number = value.map(number) ?? "not identified"
    return number + (unit.isEmpty || value == nil ? "" : " " + unit) + range + chance
  }

  private var chance: String { error.map { " (error \(NumberText.fixed($0, 1)))" } ?? "" }

  private var range: String {
    guard let first = pieces.first, first.lower != value || first.upper != value else { return "" }
    let parts = pieces.map(ends).joined(separator: ", or ")
    let label =
      first.method == .rounding
      ? "rounding"
      : NumberText.percent(first.level) + (pieces.count == 1 ? " interval" : " set:")
    return " (\(label) \(parts))"
  }

  private func ends(_ interval: Interval) -> String {
    switch (interval.lower, interval.upper) {
    case (let lower?, let upper?): "\(number(lower)) to \(number(upper))"
    case (let lower?, nil): "above \(number(lower)), open"
    case (nil, let upper?): "below \(number(upper)), open"
    case (nil, nil): "open on both sides"
    }
  }

  /// Four, or as many as give the ends of the interval to within a hundredth of its width, up to
  /// twelve: 6677 rounded to a whole number lies in 6676.5 to 6677.5, and not in 6677 to 6678.
  private var digits: Int {
    let fewest = fewestDigits ?? 4
    let ends = pieces.flatMap { [$0.lower, $0.upper] }.compactMap(\.self)
    guard let low = ends.min(), let high = ends.max(), low < high else { return fewest }
    return (fewest..<12).first { digits in
      [low, high].allSatisfy { Self.error($0, digits) <= (high - low) / 100 }
    } ?? max(fewest, 12)
  }

  /// How far a number is off when it is printed with so many digits; all of a whole number are.
  private static func error(_ value: Double, _ digits: Int) -> Double {
    guard value != 0 else { return 0 }
    let magnitude = logarithmBase10(abs(value)).rounded(.down)
    let unit = min(raise(10, to: magnitude + 1 - Double(digits)), 1)
    return abs(value / unit - (value / unit).rounded()) * unit
  }

  /// A share of simulations to a tenth, because its error is no smaller; other figures to four
  /// digits, or more.
  private func number(_ value: Double) -> String {
    if error != nil { return NumberText.fixed(value, 1) }
    return value == value.rounded() && abs(value) < 1e9
      ? NumberText.fixed(value, 0) : NumberText.significant(value, digits)
  }
}
