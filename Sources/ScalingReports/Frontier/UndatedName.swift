/// Names of models without the dates in them, for labels: `gpt-5-2025-08-07-high` is `gpt-5-high`.
enum UndatedName {
  /// The names, each without its dates unless two would then be the same.
  static func all(_ names: [String]) -> [String] {
    let short = names.map(of)
    var counts: [String: Int] = [:]
    for name in short { counts[name, default: 0] += 1 }
    return zip(names, short).map { counts[$1] == 1 ? $1 : $0 }
  }

  /// The name without words 20250807, and without 2025, 08, 07 in a row.
  static func of(_ name: String) -> String {
    var words = name.split(separator: "-", omittingEmptySubsequences: false)
    var index = words.count - 1
    while index > 0 {
      if isNumber(words[index], digits: 8) {
        words.remove(at: index)
      } else if index + 2 < words.count, isNumber(words[index], digits: 4),
        isNumber(words[index + 1], digits: 2), isNumber(words[index + 2], digits: 2)
      {
        words.removeSubrange(index...(index + 2))
      }
      index -= 1
    }
    return words.joined(separator: "-")
  }

  /// Whether a word is a number of that many digits that starts like a year or a part of one.
  private static func isNumber(_ word: Substring, digits: Int) -> Bool {
    word.utf8.count == digits && word.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
      && (digits == 2 || word.hasPrefix("20"))
  }
}
