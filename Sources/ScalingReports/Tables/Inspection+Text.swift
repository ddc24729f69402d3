public import ScalingData

extension Inspection {
  /// Series that a terminal shows; the JSON has all of them.
  private static let shownSeries = 30

  /// The inspection for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The inspection as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let show = { (table: PlainTable) in isMarkdown ? table.markdown : table.text() }
    var parts = [
      "\(input.path): \(size)\n", show(columnTable),
      "roles\n" + roleLines.map { "  \($0)\n" }.joined(),
    ]
    if !series.isEmpty {
      let more = omittedSeries.map { "  ... and \($0); --format json lists them\n" } ?? ""
      parts.append(show(seriesTable) + more)
    }
    parts.append(findingsText(isMarkdown: isMarkdown))
    return parts.joined(separator: "\n")
  }

  /// How large the table is, and how its cells are separated.
  var size: String {
    "\(NumberText.fixed(Double(input.rows), 0)) rows, \(columns.count) columns, "
      + (delimiter == "JSON Lines" ? delimiter : "separated by \(delimiter)s")
  }

  /// What is in each column.
  var columnTable: PlainTable {
    var table = PlainTable(headings: [
      ("column", .left), ("type", .left), ("values", .right), ("missing", .right),
      ("from", .right), ("to", .right), ("decades", .right), ("distinct", .right),
      ("examples", .left),
    ])
    for column in columns {
      let isDate = column.type == .date
      let number = { (value: Double?) -> String in
        value.map { isDate ? NumberText.fixed($0, 2) : NumberText.significant($0, 4) } ?? ""
      }
      table.rows.append([
        column.name, column.type.rawValue, String(column.count), String(column.missing),
        number(column.minimum), number(column.maximum),
        column.decades.map { NumberText.fixed($0, 1) } ?? "", column.distinct.description,
        column.examples.prefix(3).joined(separator: ", "),
      ])
    }
    return table
  }

  /// Which column has which role.
  var roleLines: [String] {
    let role = { (name: String, choice: ColumnChoice?) -> String in
      guard let choice else { return "\(name): not found; name one with --\(name)" }
      return "\(name): \(choice.column)\(choice.origin == .guessed ? " (guessed)" : "")"
    }
    let names = roles.series.map(\.column).joined(separator: ", ")
    var lines = [
      role("x", roles.x), role("y", roles.y), names.isEmpty ? "series: one" : "series: \(names)",
    ]
    if let items = roles.items {
      lines.append("items: \(items.column)")
    } else if let count = roles.itemCount {
      lines.append("items: \(NumberText.significant(count, 6)) at every point")
    }
    if let column = roles.standardError?.column { lines.append("stderr: \(column)") }
    if let y { lines.append("y is read as \(y.unit.rawValue)s") }
    return lines
  }

  /// The first series with their ranges.
  var seriesTable: PlainTable {
    var table = PlainTable(headings: [
      ("series", .left), ("rows", .right), ("points", .right), ("mean of y", .right),
      ("x from", .right), ("to", .right), ("distinct x", .right),
    ])
    let number = { (value: Double?) in value.map { NumberText.significant($0, 4) } ?? "" }
    for item in series.prefix(Self.shownSeries) {
      table.rows.append([
        item.name, String(item.rows), String(item.count), number(item.mean),
        number(item.xMinimum), number(item.xMaximum), item.distinctX.description,
      ])
    }
    return table
  }

  /// How many series the table of series leaves out.
  var omittedSeries: String? {
    let more = series.count - Self.shownSeries
    return more > 0 ? "\(more)\(isSeriesListCapped ? " or more" : "") further series" : nil
  }

  private func findingsText(isMarkdown: Bool) -> String {
    guard !findings.isEmpty else { return "nothing looks wrong\n" }
    let lines = findings.map {
      (isMarkdown ? "- " : "  ! ") + "\($0.code.rawValue): \($0.message)\n"
    }
    return "looks wrong\n" + (isMarkdown ? "\n" : "") + lines.joined()
  }
}
