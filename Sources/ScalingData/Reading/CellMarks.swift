/// The places of the delimiters, line breaks and quotes of a block, one after the other.
///
/// 64 bytes are compared at a time and become one word with a bit per mark, so that a step from
/// mark to mark depends on nothing that the cells hold (Langdale and Lemire 2019, section 3.1).
/// The last mark to ask for is the line break behind the block.
struct CellMarks {
  private static var width: Int { 64 }

  private let base: UnsafeRawPointer
  private let delimiter: UInt8
  private var start: Int
  /// The marks from `start` on that were not passed.
  private var bits: UInt64 = 0

  /// The marks from a position on; nothing is read yet.
  @inline(always)
  init(_ base: UnsafeRawPointer, delimiter: UInt8, from position: Int) {
    self.base = base
    self.delimiter = delimiter
    start = position &- Self.width
  }

  /// Passes the next mark and answers its position.
  @inline(always)
  mutating func next() -> Int {
    while bits == 0 {
      start &+= Self.width
      bits = Self.bits(base + start, delimiter)
    }
    let position = start &+ bits.trailingZeroBitCount
    bits &= bits &- 1
    return position
  }

  /// A bit for each of 64 bytes that is a mark.
  @inline(always)
  private static func bits(_ bytes: UnsafeRawPointer, _ delimiter: UInt8) -> UInt64 {
    let delimiters = SIMD16(repeating: delimiter)
    let newlines = SIMD16(repeating: UInt8(ascii: "\n"))
    let quotes = SIMD16(repeating: UInt8(ascii: "\""))
    var bits: UInt64 = 0
    for part in 0..<4 {
      let vector = ByteVector(bytes, at: part &* 16)
      let others =
        vector.differences(from: delimiters) & vector.differences(from: newlines)
        & vector.differences(from: quotes)
      let marks = unsafeBitCast(~others & ByteVector.flags, to: SIMD2<UInt64>.self)
      let word = gathered(marks[0]) &>> 56 | (gathered(marks[1]) &>> 48 & 0xff00)
      bits |= word &<< UInt64(truncatingIfNeeded: part &* 16)
    }
    return bits
  }

  /// The highest bits of eight bytes, in order, in the highest byte.
  @inline(always)
  private static func gathered(_ word: UInt64) -> UInt64 {
    word &* 0x0002_0408_1020_4081
  }
}
