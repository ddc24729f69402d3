/// A fast 64-bit hash of bytes, for tables in memory only: it may change between versions.
enum ByteHash {
  /// The hash of a cell. Up to seven bytes behind the cell are read and ignored, which block
  /// buffers allow.
  @inline(__always)
  static func padded(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(cell)
    guard let base = raw.baseAddress else { return mixed(0, 0) }
    var hash = UInt64(truncatingIfNeeded: raw.count)
    var offset = 0
    while raw.count &- offset >= 8 {
      hash = mixed(hash, base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    let rest = raw.count &- offset
    if rest > 0 {
      let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = mixed(hash, UInt64(littleEndian: word) & ((1 &<< UInt64(rest &* 8)) &- 1))
    }
    return hash ^ (hash &>> 29)
  }

  /// Adds a word to a hash.
  @inline(__always)
  static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0xd6e8_feb8_6659_fd93
    return product ^ (product &>> 32)
  }
}
