/// A model's name without the effort at its end: `o3-2025-04-16-high` is `o3-2025-04-16`.
enum EffortName {
  private static let efforts: Set<String> = [
    "none", "minimal", "low", "medium", "high", "xhigh", "max", "thinking", "nothinking",
  ]

  /// The name up to its efforts and token budgets such as 16k; the whole name where it has none.
  static func stem(_ name: String) -> String {
    var rest = name[...]
    while let last = lastWord(rest), isEffort(last), last.startIndex > rest.startIndex {
      let shorter = trimmedEnd(rest[..<last.startIndex])
      if shorter.isEmpty { break }
      rest = shorter
    }
    return String(rest)
  }

  private static func lastWord(_ text: Substring) -> Substring? {
    text.split(whereSeparator: isSeparator).last
  }

  private static func trimmedEnd(_ text: Substring) -> Substring {
    var text = text
    while let last = text.last, isSeparator(last) { text = text.dropLast() }
    return text
  }

  private static func isSeparator(_ character: Character) -> Bool {
    "-_ (),/:".contains(character)
  }

  private static func isEffort(_ word: Substring) -> Bool {
    let word = word.lowercased()
    if efforts.contains(word) { return true }
    return word.last == "k" && word.count > 1 && word.dropLast().allSatisfy(\.isNumber)
  }
}
