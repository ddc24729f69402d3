/// Makes data safe to print inside the text and attribute values of XML and HTML.
package enum Escaping {
  /// Appends text with the five special characters replaced and with characters that XML 1.0
  /// forbids (controls, U+FFFE, U+FFFF) or that override the direction of text removed. Line ends and tabs become spaces, unless lines
  /// are kept as they are.
  package static func append(
    _ text: String, to bytes: inout [UInt8], keepingLines: Bool = false
  ) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"": bytes.append(contentsOf: "&quot;".utf8)
      case "'": bytes.append(contentsOf: "&#39;".utf8)
      case "\n" where keepingLines: bytes.append(UInt8(ascii: "\n"))
      case "\n", "\t", "\r": bytes.append(UInt8(ascii: " "))
      default:
        if isAllowed(scalar) { bytes.append(contentsOf: String(scalar).utf8) }
      }
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
    // Embeddings and overrides of direction, which would turn around what follows.
    case 0x202A...0x202E: false
    default: true
    }
  }
}
