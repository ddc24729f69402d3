#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds where the last whole record of a block ends, given that the block starts with a record.
///
/// Without comment lines a line break ends a record exactly when an even number of quotes lies
/// before it, so it is enough to count quotes and to look back from the end. A quote inside a
/// comment counts for nothing, so blocks that may hold comments are walked line by line.
enum BlockCutter {
  /// The offset behind the last record's line break, or `nil` when no record ends here.
  static func end(of bytes: UnsafePointer<UInt8>, count: Int) -> Int? {
    hasCommentCandidate(bytes, count)
      ? walkedEnd(bytes, count) : parityEnd(bytes, count)
  }

  /// The offset behind the last line break, where each one ends a record.
  static func lineEnd(of bytes: UnsafePointer<UInt8>, count: Int) -> Int? {
    lastOffset(of: UInt8(ascii: "\n"), in: bytes, count).map { $0 + 1 }
  }

  private static func hasCommentCandidate(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let sign = UInt8(ascii: "#")
    var position = 0
    while let found = offset(of: sign, in: bytes, position, count) {
      if found == 0 || bytes[found - 1] == UInt8(ascii: "\n") { return true }
      position = found + 1
    }
    return false
  }

  private static func parityEnd(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var isQuoted = hasOddQuotes(bytes, count)
    var position = count
    while position > 0 {
      position -= 1
      switch bytes[position] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\n") where !isQuoted: return position + 1
      default: break
      }
    }
    return nil
  }

  /// Whether the number of quotes is odd.
  private static func hasOddQuotes(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let quote = UInt8(ascii: "\"")
    let quotes = SIMD16(repeating: quote)
    let wholeEnd = count & ~63
    // Lanes without a quote are flagged; there is an even number of lanes.
    var others = SIMD16<UInt8>(repeating: 0)
    for start in stride(from: 0, to: wholeEnd, by: 64) {
      for part in 0..<4 {
        others ^= ByteVector(bytes, at: start &+ part &* 16).differences(from: quotes)
      }
    }
    let flags = unsafeBitCast(others & ByteVector.flags, to: SIMD2<UInt64>.self)
    let rest = (wholeEnd..<count).count { bytes[$0] == quote }
    return (flags[0].nonzeroBitCount + flags[1].nonzeroBitCount + rest) % 2 == 1
  }

  private static func walkedEnd(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var recordStart = 0
    var position = 0
    var isQuoted = false
    while let newline = offset(of: UInt8(ascii: "\n"), in: bytes, position, count) {
      let isComment = position == recordStart && bytes[position] == UInt8(ascii: "#")
      if !isComment {
        var scan = position
        while let quote = offset(of: UInt8(ascii: "\""), in: bytes, scan, newline) {
          isQuoted.toggle()
          scan = quote + 1
        }
      }
      position = newline + 1
      if !isQuoted { recordStart = position }
    }
    return recordStart > 0 ? recordStart : nil
  }

  /// The offset of the first occurrence of a byte in a range.
  static func offset(
    of byte: UInt8, in bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    guard start < end, let found = memchr(bytes + start, Int32(byte), end - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
  }

  /// The offset of the last occurrence of a byte before an end.
  private static func lastOffset(
    of byte: UInt8, in bytes: UnsafePointer<UInt8>, _ end: Int
  ) -> Int? {
    var position = end
    while position > 0 {
      position -= 1
      if bytes[position] == byte { return position }
    }
    return nil
  }
}
