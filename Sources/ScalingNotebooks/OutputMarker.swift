/// The comment above the output of a block: by it one knows without running what is out of date.
///
/// HTML comments are invisible on every forge and survive editing. The first digest is of the
/// commands, the content of the files they read, and the version of the tool; the second of what
/// came of them: the printed text, the files written and the values in the prose.
struct OutputMarker: Equatable {
  /// Digest of what goes in; nil after a failure.
  let key: String?
  /// Digest of what came out; nil after a failure.
  let result: String?

  static let end = "<!-- scaling:end -->"
  private static let start = "<!-- scaling:output"

  /// The marker of a block that failed: never up to date.
  static let failed = OutputMarker(key: nil, result: nil)

  init(key: String?, result: String?) {
    self.key = key
    self.result = result
  }

  /// Reads a line; nil when it is no marker. A marker that was edited counts as a failure.
  init?(_ line: String) {
    let text = line.trimmed
    guard text.hasPrefix(Self.start), text.hasSuffix("-->") else { return nil }
    let words = text.dropFirst(Self.start.count).dropLast(3).split(separator: " ")
    self.init(
      key: words.count == 2 ? String(words[0]) : nil,
      result: words.count == 2 ? String(words[1]) : nil)
  }

  /// The line in the notebook.
  var line: String {
    guard let key, let result else { return "\(Self.start) failed -->" }
    return "\(Self.start) \(key) \(result) -->"
  }
}
