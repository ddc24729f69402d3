/// A piece of a page: an element with its content, or text.
///
/// ```swift
/// let line = HTMLNode.element(.p, [.class("lead")], ["5 < 6, ", .element(.strong, "always")])
/// line.text  // <p class="lead">5 &lt; 6, <strong>always</strong></p>
/// ```
public indirect enum HTMLNode: Sendable, Equatable, ExpressibleByStringLiteral {
  /// An element with its attributes and its content.
  case element(HTMLTag, [HTMLAttribute] = [], [HTMLNode] = [])
  /// Text, which is escaped when it is written.
  case text(String)
  /// A drawing as the SVG module wrote it.
  case drawing([UInt8])
  /// Trusted rules of a style sheet.
  case style(String)
  /// A trusted script.
  case script(String)

  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// An element that holds only text.
  public static func element(
    _ tag: HTMLTag, _ attributes: [HTMLAttribute] = [], text: String
  ) -> HTMLNode {
    .element(tag, attributes, [.text(text)])
  }

  /// The node as it stands in a page.
  public var text: String {
    var writer = HTMLWriter()
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The bytes of a page whose root element this is.
  public var document: [UInt8] {
    var writer = HTMLWriter()
    writer.raw("<!DOCTYPE html>\n")
    writer.write(self)
    return writer.bytes
  }
}
