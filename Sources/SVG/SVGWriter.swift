/// Writes SVG text into one growing buffer.
///
/// It alone formats numbers and escapes text; element and attribute names are trusted.
///
/// ```swift
/// var writer = SVGWriter()
/// writer.open("g")
/// writer.attribute("class", "axis")
/// writer.open("line")
/// writer.attribute("x2", 10.0)
/// writer.close()
/// writer.close()
/// writer.text  // <g class="axis"><line x2="10"/></g>
/// ```
public struct SVGWriter: Sendable {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []

  /// Decimals of coordinates.
  public let decimals: Int

  private var openElements: [StaticString] = []
  private var isStartTagOpen = false

  /// An empty document.
  public init(decimals: Int = 1) {
    self.decimals = decimals
    bytes.reserveCapacity(16_384)
  }

  /// The text written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Starts an element; attributes follow.
  public mutating func open(_ name: StaticString) {
    finishStartTag()
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    openElements.append(name)
    isStartTagOpen = true
  }

  /// Adds a text attribute to the element just opened; the value is escaped.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    beginAttribute(name)
    Escaping.append(value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds a numeric attribute to the element just opened.
  public mutating func attribute(_ name: StaticString, _ value: Double) {
    beginAttribute(name)
    FixedDecimal.append(value, decimals: decimals, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds path data to the element just opened.
  public mutating func attribute(_ name: StaticString, _ path: PathData) {
    beginAttribute(name)
    bytes.append(contentsOf: path.bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds escaped text to the content of the open element; names from right to left are isolated.
  public mutating func content(_ text: String) {
    finishStartTag()
    Escaping.append(BidirectionalText.isolated(text), to: &bytes)
  }

  /// Adds a style sheet made of trusted rules.
  public mutating func styleSheet(_ rules: [UInt8]) {
    finishStartTag()
    bytes.append(contentsOf: "<style>".utf8)
    bytes.append(contentsOf: rules)
    bytes.append(contentsOf: "</style>".utf8)
  }

  /// Ends the innermost open element, in the short form when it is empty.
  public mutating func close() {
    guard let name = openElements.popLast() else { return }
    if isStartTagOpen {
      bytes.append(contentsOf: "/>".utf8)
      isStartTagOpen = false
    } else {
      bytes.append(contentsOf: "</".utf8)
      raw(name)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  /// Starts a new line between elements, which keeps differences between versions readable.
  public mutating func newline() {
    finishStartTag()
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func beginAttribute(_ name: StaticString) {
    precondition(isStartTagOpen, "an attribute needs an element that was just opened")
    bytes.append(UInt8(ascii: " "))
    raw(name)
    bytes.append(contentsOf: "=\"".utf8)
  }

  private mutating func finishStartTag() {
    guard isStartTagOpen else { return }
    bytes.append(UInt8(ascii: ">"))
    isStartTagOpen = false
  }

  private mutating func raw(_ name: StaticString) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
