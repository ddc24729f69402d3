internal import HTML

/// A table of a page: a caption, headers with their scope, and room to scroll on a narrow screen.
struct PageTable {
  private let table: PlainTable
  private let caption: String
  /// Tells the tables of a page apart.
  private let id: String
  /// The first columns in which a cell that is empty because it equals the one above is filled:
  /// sorting takes rows out of their order.
  private let filledColumns: Int
  /// The length of the longest cell of each column.
  private let longest: [Int]

  init(table: PlainTable, caption: String, id: String, filledColumns: Int = 0) {
    self.table = table
    self.caption = caption
    self.id = id
    self.filledColumns = filledColumns
    longest = table.headings.indices.map { column in
      table.rows.map { $0[column].count }.max() ?? 0
    }
  }

  var node: HTMLNode {
    let name = "\(id)-caption"
    return .element(
      .div, [.class("table"), .role("group"), .labelledBy(name), .tabIndex(0)],
      [
        .element(
          .table, [.id(id)],
          [
            .element(.caption, [], [.element(.span, [.id(name)], text: caption)]),
            .element(.thead, [], [.element(.tr, [], table.headings.indices.map(heading))]),
            .element(.tbody, [], rows.map { .element(.tr, [], $0.indices.map(cell($0))) }),
          ])
      ])
  }

  private var rows: [[String]] {
    var above: [String] = []
    return table.rows.map { row in
      // A first cell that is given begins a new group.
      if row.first?.isEmpty == false { above = row }
      let filled = zip(row, above).prefix(filledColumns).map { $0.isEmpty ? $1 : $0 }
      return filled + row.dropFirst(filled.count)
    }
  }

  private func heading(_ column: Int) -> HTMLNode {
    .element(.th, [.scope(.column)] + side(column), text: table.headings[column].text)
  }

  private func cell(_ row: [String]) -> (Int) -> HTMLNode {
    { column in
      column == 0
        ? .element(.th, [.scope(.row)] + side(0), text: row[0])
        : .element(.td, side(column), text: row[column])
    }
  }

  /// Numbers stand on the right; they and short texts, such as intervals, stay on one line.
  private func side(_ column: Int) -> [HTMLAttribute] {
    if table.headings[column].alignment == .right { return [.class("right")] }
    return longest[column] <= Self.unbroken ? [.class("short")] : []
  }

  private static let unbroken = 24
}
