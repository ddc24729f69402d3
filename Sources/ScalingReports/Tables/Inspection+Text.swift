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
      "\(input.path): \(NumberText.fixed(Double(input.rows), 0)) rows, \(columns.count) columns, "
        + (delimiter == "JSON Lines" ? "JSON Lines\n" : "separated by \(delimiter)s\n"),
      show(columnTable),
      rolesText,
    ]
    if !series.isEmpty { parts.append(show(seriesTable) + omittedSeries) }
    parts.append(findingsText(isMarkdown: isMarkdown))
    return parts.joined(separator: "\n")
  }

  private var columnTable: PlainTable {
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

  private var rolesText: String {
    let role = { (name: String, choice: ColumnChoice?) -> String in
      guard let choice else { return "  \(name): not found; name one with --\(name)\n" }
      return "  \(name): \(choice.column)\(choice.origin == .guessed ? " (guessed)" : "")\n"
    }
    var result = "roles\n" + role("x", roles.x) + role("y", roles.y)
    let names = roles.series.map(\.column).joined(separator: ", ")
    result += names.isEmpty ? "  series: one\n" : "  series: \(names)\n"
    if let items = roles.items {
      result += "  items: \(items.column)\n"
    } else if let count = roles.itemCount {
      result += "  items: \(NumberText.significant(count, 6)) at every point\n"
    }
    if let column = roles.standardError?.column { result += "  stderr: \(column)\n" }
    if let y { result += "  y is read as \(y.unit.rawValue)s\n" }
    return result
  }

  private var seriesTable: PlainTable {
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

  private var omittedSeries: String {
    let more = series.count - Self.shownSeries
    guard more > 0 else { return "" }
    return "  ... and \(more)\(isSeriesListCapped ? " or more" : "") further series; "
      + "--format json lists them\n"
  }

  private func findingsText(isMarkdown: Bool) -> String {
    guard !findings.isEmpty else { return "nothing looks wrong\n" }
    let lines = findings.map {
      (isMarkdown ? "- " : "  ! ") + "\($0.code.rawValue): \($0.message)\n"
    }
    return "looks wrong\n" + (isMarkdown ? "\n" : "") + lines.joined()
  }
}
