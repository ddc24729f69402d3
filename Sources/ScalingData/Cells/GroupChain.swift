/// Numbers combinations of keys that columns number on their own.
///
/// One pair table numbers the combinations of the first two columns, the next one those with
/// the third, and so on; a group leads back to its keys.
struct GroupChain {
  private let columnCount: Int
  private let pairs: UnsafeMutableBufferPointer<PairTable>

  init(columnCount: Int) {
    self.columnCount = columnCount
    pairs = .allocate(capacity: max(columnCount - 1, 0))
    for index in pairs.indices { pairs.initializeElement(at: index, to: PairTable()) }
  }

  func deallocate() {
    for table in pairs { table.deallocate() }
    pairs.deallocate()
  }

  /// The number of groups, given the number of keys of the first column, if there is one.
  func count(firstColumn: Int?) -> Int {
    pairs.last?.count ?? firstColumn ?? 1
  }

  /// The number of the group so far, joined by the key of one more column.
  @inline(__always)
  mutating func joined(_ group: Int, _ key: Int, column: Int) -> Int {
    column == 0 ? key : pairs[column &- 1].number(of: group, key)
  }

  /// The keys of a group, column by column.
  func keys(_ group: Int) -> [Int] {
    guard columnCount > 0 else { return [] }
    var keys: [Int] = []
    var rest = group
    for table in pairs.reversed() {
      keys.append(table.second(rest))
      rest = table.first(rest)
    }
    keys.append(rest)
    return keys.reversed()
  }

  /// The name of a group from the texts of its keys.
  static func name(_ texts: [String]) -> String {
    labels(texts).joined(separator: ", ")
  }

  /// The texts of keys, an empty one said to be so.
  static func labels(_ texts: [String]) -> [String] {
    texts.map { $0.isEmpty ? "(empty)" : $0 }
  }
}
