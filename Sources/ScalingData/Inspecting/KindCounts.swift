/// How many cells of each kind there are, and where the first one is.
struct KindCounts {
  private var counts = [Int](repeating: 0, count: CellKind.allCases.count)
  private var lines = [Int](repeating: .max, count: CellKind.allCases.count)

  /// The number of cells of a kind.
  subscript(kind: CellKind) -> Int { counts[Int(kind.rawValue)] }

  /// The line of the first cell of a kind, counted from 0.
  func firstLine(_ kind: CellKind) -> Int { lines[Int(kind.rawValue)] }

  /// The cells that have a value.
  var present: Int { counts.reduce(0, +) - self[.missing] }

  /// Counts cells of a kind.
  mutating func add(_ kind: CellKind, line: Int, count: Int = 1) {
    let index = Int(kind.rawValue)
    counts[index] += count
    lines[index] = min(line, lines[index])
  }

  /// Adds the counts of the next block.
  mutating func merge(_ block: KindCounts, startingAt line: Int) {
    for kind in CellKind.allCases where block[kind] > 0 {
      add(kind, line: block.firstLine(kind) + line, count: block[kind])
    }
  }
}
