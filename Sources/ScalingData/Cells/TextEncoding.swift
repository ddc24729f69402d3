/// Checks that used text is UTF-8.
enum TextEncoding {
  /// The text of bytes that must be UTF-8.
  static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, line: Int, column: String?
  ) throws(DataError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let place = DataPlace(line: line, column: column)
    throw DataError(
      .invalidUTF8, at: place,
      "byte \(firstInvalidOffset(bytes) + 1) of the cell is not UTF-8",
      nextStep: "Save the file as UTF-8.")
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
