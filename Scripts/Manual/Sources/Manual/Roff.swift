/// Text in the language of man pages (groff_man(7)).
enum Roff {
  /// Text that shows what it says: quotes, hyphens and carets can be copied from the page, and no
  /// line begins a macro.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(line)
      .joined(separator: "\n")
  }

  static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }

  static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  /// Paragraphs, which empty lines divide in the source.
  static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n\n").map { escaped(String($0)) }.joined(separator: "\n.PP\n")
  }

  private static func line(_ text: Substring) -> String {
    let body = text.map { replacements[$0] ?? String($0) }.joined()
    return body.hasPrefix(".") ? "\\&" + body : body
  }

  private static let replacements: [Character: String] = [
    "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti",
    "\"": "\\(dq",
  ]
}
