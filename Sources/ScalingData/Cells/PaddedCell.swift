extension UnsafeBufferPointer<UInt8> {
  /// Whether two cells hold the same bytes; they are compared a word at a time.
  ///
  /// Up to seven bytes behind both cells are read and ignored, which block buffers and key
  /// tables allow.
  @inline(always)
  func equalsPadded(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard count > 0 else { return true }
    var offset = 0
    while count &- offset > 8 {
      guard paddedWord(at: offset) == other.paddedWord(at: offset) else { return false }
      offset &+= 8
    }
    let behind = UInt64(truncatingIfNeeded: (offset &- count) &* 8)
    let difference = paddedWord(at: offset) ^ other.paddedWord(at: offset)
    return difference & (UInt64.max &>> behind) == 0
  }

  /// Eight bytes of a cell that is not empty, the first one lowest, as far as it goes and then
  /// of what lies behind it.
  @inline(always)
  func paddedWord(at offset: Int) -> UInt64 {
    // Only an empty cell may have no address.
    let bytes = UnsafeRawPointer(baseAddress.unsafelyUnwrapped)
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

/// Eight bytes, the first one lowest, that may begin with a word.
struct WrittenWord {
  private let bytes: UInt64

  @inline(always)
  init(_ bytes: UInt64) {
    self.bytes = bytes
  }

  /// Whether they begin with `true`.
  @inline(always)
  var isTrue: Bool { UInt32(truncatingIfNeeded: bytes) == 0x6575_7274 }

  /// Whether they begin with `false`.
  @inline(always)
  var isFalse: Bool { bytes &<< 24 == 0x65_736c_6166 &<< 24 }
}
