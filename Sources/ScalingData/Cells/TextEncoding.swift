/// Checks that used text is UTF-8.
enum TextEncoding {
  /// The text of bytes that must be UTF-8.
  static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, line: Int, column: String?
  ) throws(DataError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let place = DataPlace(line: line, column: column)
    let offset = firstInvalidOffset(bytes)
    guard !isSurrogate(bytes, at: offset) else {
      throw DataError(
        .invalidUTF8, at: place,
        "byte \(offset + 1) of the cell begins half of a surrogate pair, which UTF-8 does not have",
        nextStep: "Write the character whole (printf writes \\ud800 as such bytes: double the "
          + "backslash for an escape of JSON).")
    }
    throw DataError(
      .invalidUTF8, at: place, "byte \(offset + 1) of the cell is not UTF-8",
      nextStep: "Save the file as UTF-8.")
  }

  /// Whether the bytes at an offset are a code point of U+D800 to U+DFFF, written as if it were a
  /// character (Unicode 15, table 3-7).
  private static func isSurrogate(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == 0xed && bytes[offset + 1] >= 0xa0
  }

  /// The offset of the first byte that cannot be decoded.
  static func firstInvalidOffset(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return offset
      }
    }
  }
}
