/// A fast 64-bit hash of bytes, for tables in memory only: it may change between versions.
enum ByteHash {
  /// Cells of the same length, up to this one, have the same hash only if they are the same:
  /// each step with one word can be undone.
  static var uniqueCount: Int { 8 }

  /// The hash of a cell. Up to seven bytes behind the cell are read and ignored, which block
  /// buffers allow.
  @inline(always)
  static func padded(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard cell.count > 0 else { return mixed(0, 0) }
    var hash = UInt64(truncatingIfNeeded: cell.count)
    var offset = 0
    while cell.count &- offset > 8 {
      hash = mixed(hash, cell.paddedWord(at: offset))
      offset &+= 8
    }
    let behind = UInt64(truncatingIfNeeded: (offset &- cell.count) &* 8)
    hash = mixed(hash, cell.paddedWord(at: offset) & (UInt64.max &>> behind))
    return hash ^ (hash &>> 29)
  }

  /// Adds a word to a hash.
  @inline(__always)
  static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0xd6e8_feb8_6659_fd93
    return product ^ (product &>> 32)
  }
}
