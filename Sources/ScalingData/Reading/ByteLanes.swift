/// One byte compared with eight at a time.
struct ByteLanes {
  private let pattern: UInt64

  @inline(__always)
  init(repeating byte: UInt8) {
    pattern = UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// A word whose lowest set bit is bit 7 of the first byte that matches; zero for no match.
  @inline(__always)
  func matches(_ word: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }
}
