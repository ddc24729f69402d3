/// Which rows and columns panels stand in.
///
/// Where panels do not fill the last row, a first panel whose axes no other one has takes the
/// columns that would stay empty.
struct PanelGrid {
  /// The place of a panel.
  struct Cell: Equatable {
    var row: Int
    var columns: ClosedRange<Int>
  }

  /// The place of each panel, in reading order.
  let cells: [Cell]

  init(_ panels: [Panel], columns: Int) {
    let missing = (columns - panels.count % columns) % columns
    let lead = panels.count > columns && Self.isFirstAlone(panels) ? 1 + missing : 1
    cells = panels.indices.map { index in
      let start = index == 0 ? 0 : index + lead - 1
      let end = index == 0 ? lead - 1 : start
      return Cell(row: start / columns, columns: start % columns...end % columns)
    }
  }

  private static func isFirstAlone(_ panels: [Panel]) -> Bool {
    guard let first = panels.first else { return false }
    return panels.dropFirst().allSatisfy { $0.x != first.x && $0.y != first.y }
  }
}
