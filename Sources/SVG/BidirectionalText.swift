/// Text that is written from right to left, kept apart from the text around it.
///
/// A figure reads from left to right. A name in Hebrew or Arabic would take the numbers beside it
/// into its own direction (Unicode Standard Annex 9, W2 to N1), so each stretch of such letters is
/// put into an isolate. Isolates of the text itself are left out: one that is not closed would take in
/// the rest of a label. Overrides are left out wherever text is escaped.
enum BidirectionalText {
  private static let isolate: Unicode.Scalar = "\u{2068}"
  private static let end: Unicode.Scalar = "\u{2069}"

  /// The text with isolates around stretches from right to left, which begin and end with such a
  /// letter and hold no letter of another direction.
  static func isolated(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xD6 }) else { return text }
    var result = String.UnicodeScalarView()
    var neutral = String.UnicodeScalarView()
    var isInside = false
    for scalar in text.unicodeScalars where !isIsolate(scalar) {
      if isRightToLeft(scalar) {
        if !isInside { result.append(isolate) }
        isInside = true
      } else if isInside {
        guard scalar.properties.isAlphabetic else {
          neutral.append(scalar)
          continue
        }
        result.append(end)
        isInside = false
      }
      result.append(contentsOf: neutral)
      neutral.removeAll()
      result.append(scalar)
    }
    if isInside { result.append(end) }
    result.append(contentsOf: neutral)
    return String(result)
  }

  private static func isIsolate(_ scalar: Unicode.Scalar) -> Bool {
    (0x2066...0x2069).contains(scalar.value)
  }

  /// Letters of the blocks whose letters have the direction R or AL by default
  /// (DerivedBidiClass.txt), digits and marks among them apart.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      scalar.properties.isAlphabetic
    case 0x200F, 0x061C: true
    default: false
    }
  }
}
