/// Numbers the combinations of the cells of several columns in order of first appearance.
struct GroupTable {
  // By pointer, because an array would ask at each cell whether it is shared.
  private let columns: UnsafeMutableBufferPointer<KeyTable>
  private var chain: GroupChain

  init(columnCount: Int) {
    columns = .allocate(capacity: columnCount)
    for column in 0..<columnCount { columns.initializeElement(at: column, to: KeyTable()) }
    chain = GroupChain(columnCount: columnCount)
  }

  func deallocate() {
    for column in columns { column.deallocate() }
    columns.deallocate()
    chain.deallocate()
  }

  /// The number of groups.
  var count: Int { chain.count(firstColumn: columns.first?.count) }

  /// The number of different cells in one of the columns.
  func keyCount(column: Int) -> Int { columns[column].count }

  /// The number of a cell in one of the columns.
  @inline(__always)
  mutating func key(_ cell: UnsafeBufferPointer<UInt8>, hash: UInt64, column: Int) -> Int {
    columns[column].intern(cell, hash: hash)
  }

  /// The number of the group so far, joined by the key of one more column.
  @inline(__always)
  mutating func joined(_ group: Int, _ key: Int, column: Int) -> Int {
    chain.joined(group, key, column: column)
  }

  /// The number here of a group of another table, which is added when it is new.
  mutating func group(of other: GroupTable, _ group: Int) -> Int {
    var result = 0
    for (column, key) in other.chain.keys(group).enumerated() {
      let table = other.columns[column]
      let mine = columns[column].intern(table[key], hash: table.hash(key))
      result = joined(result, mine, column: column)
    }
    return result
  }

  /// The name of a group: its cells, separated by a comma and a space.
  func name(_ group: Int) -> String {
    labels(group).joined(separator: ", ")
  }

  /// The cells of a group, column by column, as they stand in names.
  func labels(_ group: Int) -> [String] {
    GroupChain.labels(
      chain.keys(group).enumerated().map { column, key in columns[column].text(key) })
  }
}
