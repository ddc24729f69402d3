/// The line that opens a fenced code block (CommonMark 0.31, section 4.5).
struct Fence: Equatable {
  /// The character of the fence, a backtick or a tilde.
  let mark: Character
  let length: Int
  let indent: Int
  /// What follows the fence: the language, and what else is written there.
  let info: String

  /// The fence that a line opens, if it does.
  init?(_ line: String) {
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    guard indent <= 3, let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    let length = rest.prefix { $0 == mark }.count
    let info = rest.dropFirst(length).trimmed
    guard length >= 3, mark == "~" || !info.contains("`") else { return nil }
    self.mark = mark
    self.length = length
    self.indent = indent
    self.info = info
  }

  /// Whether a line closes the block that this one opened.
  func isClosed(by line: String) -> Bool {
    guard let other = Fence(line) else { return false }
    return other.mark == mark && other.length >= length && other.info.isEmpty
  }

  /// A line of the block without the indentation that it shares with the fence.
  func content(_ line: String) -> String {
    String(line.dropFirst(min(indent, line.prefix { $0 == " " }.count)))
  }

  /// The shortest fence of backticks that nothing in a text can close.
  static func around(_ text: String) -> String {
    var longest = 2
    var current = 0
    for character in text {
      current = character == "`" ? current + 1 : 0
      longest = max(longest, current)
    }
    return String(repeating: "`", count: longest + 1)
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at its ends.
  var trimmed: String {
    let head = drop { $0 == " " || $0 == "\t" }
    guard let last = head.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(head[...last])
  }
}
