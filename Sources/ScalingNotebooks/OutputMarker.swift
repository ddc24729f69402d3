/// The comment above the output of a block: by it one knows without running what is out of date.
///
/// HTML comments are invisible on every forge and survive editing.
enum OutputMarker: Equatable {
  /// The last run failed: never up to date.
  case failed
  /// It was edited, or an earlier version of the tool has written it.
  case unreadable
  /// What went into the last run and what came out.
  case recorded(OutputRecord)

  static let end = "<!-- scaling:end -->"
  private static let start = "<!-- scaling:output"
  private static let failure: [Substring] = ["failed"]

  /// Reads a line; nil when it is no marker.
  init?(_ line: String) {
    let text = line.trimmed
    guard text.hasPrefix(Self.start), text.hasSuffix("-->") else { return nil }
    let words = text.dropFirst(Self.start.count).dropLast(3).split(separator: " ")
    self =
      words == Self.failure
      ? .failed : OutputRecord(words).map(OutputMarker.recorded) ?? .unreadable
  }

  /// The line in the notebook.
  var line: String {
    switch self {
    case .recorded(let record): "\(Self.start) \(record.text) -->"
    case .failed, .unreadable: "\(Self.start) \(Self.failure[0]) -->"
    }
  }
}
