internal import HTML

/// A table of a page: a caption, headers with their scope, and room to scroll on a narrow screen.
struct PageTable {
  let table: PlainTable
  let caption: String
  /// Tells the tables of a page apart.
  let id: String
  /// Whether cells left empty below an equal cell are filled, because sorting takes rows out of
  /// their order.
  var fillsDown = false

  var node: HTMLNode {
    let name = "\(id)-caption"
    return .element(
      .div, [.class("table"), .role("region"), .labelledBy(name), .tabIndex(0)],
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
    var last = ""
    return table.rows.map { row in
      guard fillsDown, let first = row.first else { return row }
      if !first.isEmpty { last = first }
      return [last] + row.dropFirst()
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

  private func side(_ column: Int) -> [HTMLAttribute] {
    table.headings[column].alignment == .right ? [.class("right")] : []
  }
}
