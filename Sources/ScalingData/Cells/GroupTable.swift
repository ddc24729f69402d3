/// Numbers the combinations of the cells of several columns in order of first appearance.
///
/// Each column numbers its own keys; a chain of pair tables numbers the combinations of the
/// first two columns, then of those with the third, and so on.
struct GroupTable {
  private(set) var columns: [KeyTable]
  private var chain: [PairTable]

  init(columnCount: Int) {
    columns = (0..<columnCount).map { _ in KeyTable() }
    chain = (1..<max(columnCount, 1)).map { _ in PairTable() }
  }

  func deallocate() {
    for column in columns { column.deallocate() }
    for pairs in chain { pairs.deallocate() }
  }

  /// The number of groups.
  var count: Int {
    columns.isEmpty ? 1 : chain.last?.count ?? columns[0].count
  }

  /// The number of a cell in one of the columns.
  @inline(__always)
  mutating func key(_ cell: UnsafeBufferPointer<UInt8>, hash: UInt64, column: Int) -> Int {
    columns[column].intern(cell, hash: hash)
  }

  /// The number of the group so far, joined by the key of one more column.
  @inline(__always)
  mutating func joined(_ group: Int, _ key: Int, column: Int) -> Int {
    column == 0 ? key : chain[column &- 1].number(of: group, key)
  }

  /// The key numbers of a group, column by column.
  func keys(_ group: Int) -> [Int] {
    guard !columns.isEmpty else { return [] }
    var keys: [Int] = []
    var rest = group
    for pairs in chain.reversed() {
      keys.append(pairs.second(rest))
      rest = pairs.first(rest)
    }
    keys.append(rest)
    return keys.reversed()
  }

  /// The number here of a group of another table, which is added when it is new.
  mutating func group(of other: GroupTable, _ group: Int) -> Int {
    var result = 0
    for (column, key) in other.keys(group).enumerated() {
      let table = other.columns[column]
      let mine = columns[column].intern(table[key], hash: table.hash(key))
      result = joined(result, mine, column: column)
    }
    return result
  }

  /// The name of a group: its cells, separated by a comma and a space.
  func name(_ group: Int) -> String {
    keys(group).enumerated().map { column, key in
      let text = columns[column].text(key)
      return text.isEmpty ? "(empty)" : text
    }.joined(separator: ", ")
  }
}
