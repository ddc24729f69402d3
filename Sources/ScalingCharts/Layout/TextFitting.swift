/// Breaks and shortens text so that it fits a width.
enum TextFitting {
  /// Lines of a name such as `model-2025-08-07-high`, which may also break after punctuation. What
  /// does not fit is left out of the middle of the last line, because ends tell names apart.
  static func wrappedName(
    _ name: String, width: Double, size: Double, weight: FontWeight = .regular, maximumLines: Int
  ) -> [String] {
    wrapped(
      pieces(of: name, isName: true), width: width, size: size, weight: weight,
      maximumLines: maximumLines
    ).map { shortenedInside($0, width: width, size: size, weight: weight) }
  }

  /// Lines that are at most as wide as asked. A single word that is too wide is shortened.
  ///
  /// - Parameter maximumLines: The last line ends in an ellipsis when more would be needed.
  static func wrapped(
    _ text: String, width: Double, size: Double, weight: FontWeight = .regular,
    maximumLines: Int = .max
  ) -> [String] {
    wrapped(
      pieces(of: text), width: width, size: size, weight: weight, maximumLines: maximumLines
    ).map { shortened($0, width: width, size: size, weight: weight) }
  }

  /// Lines of pieces; only the last one, and pieces that are wider, exceed the width.
  private static func wrapped(
    _ pieces: [Piece], width: Double, size: Double, weight: FontWeight, maximumLines: Int
  ) -> [String] {
    guard !pieces.isEmpty else { return [] }
    let space = TextMetrics.width(" ", size: size, weight: weight)
    var lines: [String] = []
    var line = ""
    var lineWidth = 0.0
    for piece in pieces {
      let pieceWidth = TextMetrics.width(piece.text, size: size, weight: weight)
      let gap = piece.followsSpace && !line.isEmpty ? space : 0
      if !line.isEmpty, lineWidth + gap + pieceWidth > width, lines.count < maximumLines - 1 {
        lines.append(line)
        line = piece.text
        lineWidth = pieceWidth
      } else {
        line += (gap > 0 ? " " : "") + piece.text
        lineWidth += gap + pieceWidth
      }
    }
    lines.append(line)
    return lines
  }

  /// The text itself, or its beginning with an ellipsis.
  static func shortened(
    _ text: String, width: Double, size: Double, weight: FontWeight = .regular
  ) -> String {
    if TextMetrics.width(text, size: size, weight: weight) <= width { return text }
    var kept = ""
    let room = width - TextMetrics.width("…", size: size, weight: weight)
    var used = 0.0
    for character in text {
      let advance = TextMetrics.width(String(character), size: size, weight: weight)
      if used + advance > room { break }
      used += advance
      kept.append(character)
    }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept + "…"
  }

  /// The text itself, or its beginning and end around an ellipsis, because the ends of names
  /// such as `model-2025-08-07-high` tell them apart.
  static func shortenedInside(
    _ text: String, width: Double, size: Double, weight: FontWeight = .regular
  ) -> String {
    if TextMetrics.width(text, size: size, weight: weight) <= width { return text }
    let room = (width - TextMetrics.width("…", size: size, weight: weight)) / 2
    func prefix(_ characters: some Sequence<Character>) -> [Character] {
      var used = 0.0
      return characters.prefix { character in
        used += TextMetrics.width(String(character), size: size, weight: weight)
        return used <= room
      }
    }
    return String(prefix(text)) + "…" + String(prefix(text.reversed()).reversed())
  }

  /// The same lines with more even lengths, so that no word stands alone on the last one.
  static func balanced(
    _ text: String, width: Double, size: Double, weight: FontWeight = .regular,
    maximumLines: Int = .max
  ) -> [String] {
    var best = wrapped(
      text, width: width, size: size, weight: weight, maximumLines: maximumLines)
    guard best.count > 1, !best.contains(where: { $0.hasSuffix("…") }) else { return best }
    var narrower = width
    for _ in 0..<12 {
      narrower *= 0.96
      let lines = wrapped(
        text, width: narrower, size: size, weight: weight, maximumLines: maximumLines)
      if lines.count > best.count || lines.contains(where: { $0.hasSuffix("…") }) { break }
      best = lines
    }
    return best
  }

  /// Wrapped text, balanced only when its last line would be very short.
  static func wrappedWithoutOrphan(
    _ text: String, width: Double, size: Double, maximumLines: Int
  ) -> [String] {
    let lines = wrapped(text, width: width, size: size, maximumLines: maximumLines)
    guard lines.count > 1, let last = lines.last,
      TextMetrics.width(last, size: size) < width * 0.15
    else { return lines }
    return balanced(text, width: width, size: size, maximumLines: maximumLines)
  }

  /// A part of a text that stays on one line.
  private struct Piece {
    var text: String
    var followsSpace: Bool
  }

  /// Words, a percent sign with its number; ideographs, which are written without spaces, are pieces of their own, and so are
  /// parts of names.
  private static func pieces(of text: String, isName: Bool = false) -> [Piece] {
    var pieces: [Piece] = []
    for word in text.split(whereSeparator: \.isBreakable) {
      if word.first == "%", !pieces.isEmpty {
        pieces[pieces.count - 1].text += " " + word
        continue
      }
      var piece = Piece(text: "", followsSpace: true)
      for character in word {
        let endsPart = isName && (piece.text.last.map { "-_/:@".contains($0) } ?? false)
        if character.isIdeograph || endsPart, !piece.text.isEmpty {
          pieces.append(piece)
          piece = Piece(text: "", followsSpace: false)
        }
        piece.text.append(character)
      }
      pieces.append(piece)
    }
    return pieces
  }
}

extension Character {
  /// Whether a line may break here; no-break spaces hold numbers and units together.
  fileprivate var isBreakable: Bool {
    isWhitespace && self != "\u{A0}" && self != "\u{202F}" && self != "\u{2007}"
  }

  /// Whether a line may break before this character although no space stands there.
  fileprivate var isIdeograph: Bool {
    guard let value = unicodeScalars.first?.value else { return false }
    return (0x3040...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
      || (0xAC00...0xD7A3).contains(value) || (0x20000...0x3FFFD).contains(value)
  }
}
