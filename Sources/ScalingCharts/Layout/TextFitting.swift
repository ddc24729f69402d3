/// Breaks and shortens text so that it fits a width.
enum TextFitting {
  /// Lines that are at most as wide as asked. A single word that is too wide is shortened.
  ///
  /// - Parameter maximumLines: The last line ends in an ellipsis when more would be needed.
  static func wrapped(
    _ text: String, width: Double, size: Double, weight: FontWeight = .regular,
    maximumLines: Int = .max
  ) -> [String] {
    let words = text.split(whereSeparator: \.isBreakable).map(String.init)
    guard !words.isEmpty else { return [] }
    let space = TextMetrics.width(" ", size: size, weight: weight)
    var lines: [String] = []
    var line = ""
    var lineWidth = 0.0
    for word in words {
      let wordWidth = TextMetrics.width(word, size: size, weight: weight)
      if !line.isEmpty, lineWidth + space + wordWidth > width {
        lines.append(line)
        line = ""
      }
      if line.isEmpty {
        line = word
        lineWidth = wordWidth
      } else {
        line += " " + word
        lineWidth += space + wordWidth
      }
    }
    lines.append(line)
    if lines.count > maximumLines {
      let rest = lines[(maximumLines - 1)...].joined(separator: " ")
      lines = Array(lines.prefix(maximumLines - 1)) + [rest]
    }
    return lines.map { shortened($0, width: width, size: size, weight: weight) }
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
}

extension Character {
  /// Whether a line may break here; no-break spaces hold numbers and units together.
  fileprivate var isBreakable: Bool {
    isWhitespace && self != "\u{A0}" && self != "\u{202F}" && self != "\u{2007}"
  }
}
