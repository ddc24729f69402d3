extension UnsafeBufferPointer<UInt8> {
  /// Whether two cells hold the same bytes; they are compared a word at a time.
  ///
  /// Up to seven bytes behind both cells are read and ignored, which block buffers and key
  /// tables allow.
  @inline(__always)
  func equalsPadded(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard count > 0, let first = baseAddress, let second = other.baseAddress else { return true }
    let mine = UnsafeRawPointer(first)
    let theirs = UnsafeRawPointer(second)
    var offset = 0
    var difference: UInt64 = 0
    while count &- offset >= 8 {
      difference |=
        mine.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        ^ theirs.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset &+= 8
    }
    let rest = UInt64(truncatingIfNeeded: count &- offset) &* 8
    if rest > 0 {
      let last =
        mine.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        ^ theirs.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      difference |= UInt64(littleEndian: last) & ((1 &<< rest) &- 1)
    }
    return difference == 0
  }
}
