/// Finds the header record: the first line that is neither blank nor a comment.
enum HeaderScan {
  struct End {
    let recordStart: Int
    let recordEnd: Int
  }

  /// Where the header starts and ends, or `nil` when more bytes are needed or none is there.
  static func end(of buffer: BlockBuffer, from start: Int, isAtEnd: Bool) -> End? {
    let bytes = buffer.base
    let newline = UInt8(ascii: "\n")
    var position = start
    while position < buffer.count {
      let lineEnd = BlockCutter.offset(of: newline, in: bytes, position, buffer.count)
      let isComment = bytes[position] == UInt8(ascii: "#")
      let isBlank =
        bytes[position] == newline
        || (bytes[position] == UInt8(ascii: "\r") && lineEnd == position + 1)
      if isComment || isBlank {
        guard let lineEnd else { return nil }
        position = lineEnd + 1
        continue
      }
      var isQuoted = false
      for index in position..<buffer.count {
        if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
        if bytes[index] == newline, !isQuoted {
          return End(recordStart: position, recordEnd: index + 1)
        }
      }
      return isAtEnd ? End(recordStart: position, recordEnd: buffer.count) : nil
    }
    return nil
  }
}
