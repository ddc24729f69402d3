import Testing

@testable import ScalingData

@Suite struct GroupTableTests {
  private func group(_ table: inout GroupTable, _ cells: [String]) -> Int {
    var group = 0
    for (column, cell) in cells.enumerated() {
      // Eight spare bytes, as in a block: hashing loads whole words.
      let bytes = Array(cell.utf8) + [UInt8](repeating: 0, count: 8)
      let key = bytes.withUnsafeBufferPointer {
        let cell = UnsafeBufferPointer(rebasing: $0.prefix(cell.utf8.count))
        return table.key(cell, hash: ByteHash.padded(cell), column: column)
      }
      group = table.joined(group, key, column: column)
    }
    return group
  }

  @Test(arguments: 1...3)
  func groupsAreNumberedInOrderOfFirstAppearance(columns: Int) {
    var table = GroupTable(columnCount: columns)
    defer { table.deallocate() }
    for index in 0..<500 {
      let cells = (0..<columns).map { "key \(index * ($0 + 1))" }
      #expect(group(&table, cells) == index)
      #expect(group(&table, cells) == index)
      #expect(table.name(index) == cells.joined(separator: ", "))
    }
    #expect(table.count == 500)
  }

  @Test func noColumnIsOneGroup() {
    let table = GroupTable(columnCount: 0)
    defer { table.deallocate() }
    #expect(table.count == 1)
  }
}
