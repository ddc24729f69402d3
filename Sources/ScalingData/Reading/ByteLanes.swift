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

  /// A word in which bit 7 of every byte that matches is set, and nothing else.
  @inline(__always)
  func allMatches(_ word: UInt64) -> UInt64 {
    let difference = word ^ pattern
    let low = (difference & 0x7f7f_7f7f_7f7f_7f7f) &+ 0x7f7f_7f7f_7f7f_7f7f
    return ~(low | difference | 0x7f7f_7f7f_7f7f_7f7f)
  }
}
