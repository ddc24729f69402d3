import Testing

@testable import ScalingData

@Suite struct PaddedCellTests {
  /// Calls a body with a cell as it lies in a block, with other bytes behind it.
  private func withCell<Result>(
    _ bytes: [UInt8], behind: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let block = bytes + [UInt8](repeating: behind, count: 8)
    return block.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0.prefix(bytes.count)))
    }
  }

  @Test(arguments: 0...40)
  func cellsAreEqualWhereTheirBytesAre(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 37 &* $0 &+ 11) }
    withCell(bytes, behind: 0xff) { cell in
      withCell(bytes, behind: 1) { other in
        #expect(cell.equalsPadded(other))
        #expect(ByteHash.padded(cell) == ByteHash.padded(other))
      }
      for index in 0..<count {
        var changed = bytes
        changed[index] ^= 0x80
        withCell(changed, behind: 0xff) { other in
          #expect(!cell.equalsPadded(other))
          #expect(ByteHash.padded(cell) != ByteHash.padded(other))
        }
      }
      withCell(bytes + [0], behind: 0xff) { #expect(!cell.equalsPadded($0)) }
    }
  }

  @Test func keysThatDifferByOneByteOrTheirOwnerHaveTheirOwnNumbers() {
    var table = KeyTable()
    defer { table.deallocate() }
    var keys: [[UInt8]] = [[]]
    for count in 1...20 {
      for index in 0..<count {
        for byte: UInt8 in [0, 1, 0x80] {
          var key = [UInt8](repeating: 7, count: count)
          key[index] = byte
          keys.append(key)
        }
      }
    }
    for _ in 0..<2 {
      for (number, key) in keys.enumerated() {
        for owner in 0..<2 {
          let found = withCell(key, behind: UInt8(owner)) {
            table.intern($0, hash: ByteHash.padded($0), owner: owner)
          }
          #expect(found == 2 * number + owner)
        }
      }
    }
  }
}
