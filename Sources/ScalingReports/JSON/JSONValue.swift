/// A JSON document: numbers are JSON numbers, missing values are absent, keys are sorted.
///
/// Written by ourselves because the encoder of Foundation would more than double the start of
/// each command; reading JSON is another matter and not done here.
public enum JSONValue: Sendable, Equatable {
  case string(String)
  case number(Double)
  case integer(Int)
  case boolean(Bool)
  case array([JSONValue])
  case object([String: JSONValue])

  /// An object without the members whose value is `nil`.
  public static func members(_ members: [String: JSONValue?]) -> JSONValue {
    .object(members.compactMapValues(\.self))
  }

  /// A number, or `nil` when it is not finite: JSON has no word for it.
  public static func finite(_ value: Double?) -> JSONValue? {
    guard let value, value.isFinite else { return nil }
    return .number(value)
  }

  /// The document as indented text with a final line break.
  public var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .string(let text): Self.quote(text, to: &bytes)
    case .number(let value): bytes.append(contentsOf: Self.numberText(value).utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .array(let values):
      let isFlat = values.allSatisfy(\.isScalar)
      Self.writeList(values, "[]", isFlat: isFlat, indent, to: &bytes) { value, bytes in
        value.write(to: &bytes, indent: indent + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      let isFlat = members.count <= 4 && members.values.allSatisfy(\.isScalar)
      Self.writeList(sorted, "{}", isFlat: isFlat, indent, to: &bytes) { member, bytes in
        Self.quote(member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.write(to: &bytes, indent: indent + 1)
      }
    }
  }

  private var isScalar: Bool {
    switch self {
    case .string, .number, .integer, .boolean: true
    case .array, .object: false
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ brackets: String, isFlat: Bool, _ indent: Int,
    to bytes: inout [UInt8], _ write: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: brackets.utf8.prefix(1))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(contentsOf: (isFlat ? ", " : ",").utf8) }
      if !isFlat { newline(indent + 1, to: &bytes) }
      write(element, &bytes)
    }
    if !isFlat && !elements.isEmpty { newline(indent, to: &bytes) }
    bytes.append(contentsOf: brackets.utf8.suffix(1))
  }

  private static func newline(_ indent: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }

  /// The shortest text that reads back as the same number.
  private static func numberText(_ value: Double) -> String {
    precondition(value.isFinite, "JSON has no numbers that are not finite")
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return value.description
  }

  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
