/// Rows of cells under headings, for a terminal or for Markdown.
struct PlainTable {
  /// On which side a column is aligned.
  enum Alignment { case left, right }

  var headings: [(text: String, alignment: Alignment)]
  var rows: [[String]] = []

  /// The table with columns padded by spaces.
  func text(indent: String = "  ") -> String {
    let widths = headings.indices.map { column in
      ([headings[column].text] + rows.map { $0[column] }).map(\.count).max() ?? 0
    }
    let lines = ([headings.map(\.text)] + rows).map { cells in
      let padded = cells.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - cells[column].count)
        return headings[column].alignment == .left ? cells[column] + gap : gap + cells[column]
      }
      let line = indent + padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The table as Markdown.
  var markdown: String {
    let escape = { (cell: String) in
      cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
    let rule = headings.map { $0.alignment == .left ? "---" : "---:" }
    let lines = [headings.map { escape($0.text) }, rule] + rows.map { $0.map(escape) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n") + "\n"
  }
}
