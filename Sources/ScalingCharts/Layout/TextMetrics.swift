/// Estimates how wide text is, without a font.
///
/// Advance widths are those of Helvetica and Arial. Readers' systems substitute wider fonts, so
/// every estimate has a margin: 15 percent, which the widest common substitute (DejaVu Sans,
/// Verdana) needs, and 10 percent more for semibold.
enum TextMetrics {
  /// What is added to the width of the reference font.
  static let margin = 1.15

  /// Advance widths of U+0020...U+007E in thousandths of the font size.
  private static let advances: [UInt16] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  /// The estimated width of a text.
  static func width(_ text: String, size: Double, weight: FontWeight = .regular) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += advance(scalar) }
    let bold = weight == .regular ? 1 : 1.1
    return Double(thousandths) / 1000 * size * margin * bold
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: Int(advances[Int(scalar.value) - 0x20])
    case 0..<0x20, 0x7F...0x9F: 0
    case 0x0300...0x036F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F: 0
    case 0x2009, 0x202F: 240
    case 0x2013, 0x2212: 584
    case 0x2014, 0x2026: 1000
    case 0xA0...0x24F: 620
    case 0x0370...0x052F: 680
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      1000
    case 0x2600...0x27BF, 0x1F000...0x1FAFF: 1350
    default: 800
    }
  }
}

/// The two weights in use.
public enum FontWeight: Sendable, Equatable, Hashable { case regular, semibold }
