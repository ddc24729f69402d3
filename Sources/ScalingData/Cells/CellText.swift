/// Cells as text for a reader of messages.
enum CellText {
  /// The text of a cell in at most 40 characters, control characters escaped.
  static func shortened(_ text: String, limit: Int = 40) -> String {
    var result = ""
    for character in text {
      if result.count >= limit { return result + "…" }
      result += escaped(character)
    }
    return result
  }

  /// The text of a cell given as bytes; bytes that are not UTF-8 become replacement characters.
  static func shortened(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    let bytes = UnsafeBufferPointer(rebasing: cell.prefix(400))
    return shortened(String(decoding: bytes, as: UTF8.self))
  }

  /// A number of a cell, whole numbers without a decimal point.
  static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\n", "\r\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\"": return "\\\""
    default:
      guard let scalar = character.unicodeScalars.first,
        scalar.properties.generalCategory == .control
      else { return String(character) }
      return "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
}
