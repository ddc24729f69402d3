/// A value in the prose: `{{ fit.slopePerDoubling }}` when it is written, and with its text once a
/// run has filled it in.
///
/// The filled form is HTML's `data` element. It stays inside a paragraph wherever it stands in a
/// line (a comment at the start of a line would end the paragraph), a forge shows its text alone,
/// and the name of the value survives in it, so that it can be renewed.
struct ProseSlot: Equatable {
  /// The line, counted from 1.
  let line: Int
  /// The characters of that line that a filled form replaces.
  let range: Range<String.Index>
  /// The value: the name of a block, a dot, and a path into its report.
  let name: String
  /// The text of a run; nil before the first.
  let text: String?

  /// The block that the value comes from.
  var block: String { String(name.prefix { $0 != "." }) }
  /// Where the value is in the report of the block.
  var path: String { String(name.drop { $0 != "." }.dropFirst()) }

  /// The filled form.
  static func filled(_ name: String, _ text: String) -> String {
    "\(opening)\(name)\">\(text)\(closing)"
  }

  private static let opening = "<data value=\""
  private static let closing = "</data>"

  /// The slots of a line of prose, code spans and what follows a
  /// backslash left out.
  static func all(
    in line: String, at index: Int, _ file: String
  ) throws(NotebookError) -> [ProseSlot] {
    var slots: [ProseSlot] = []
    var rest = line[...]
    while let start = rest.firstIndex(where: { "`{<\\".contains($0) }) {
      let tail = line[start...]
      if tail.first == "\\" {
        // What follows a backslash stands for itself.
        rest = tail.dropFirst(2)
      } else if let end = spanEnd(tail) {
        rest = line[end...]
      } else if let slot = try slot(tail, line, index, file) {
        slots.append(slot)
        rest = line[slot.range.upperBound...]
      } else {
        rest = tail.dropFirst()
      }
    }
    return slots
  }

  /// The end of the code span that begins here.
  private static func spanEnd(_ tail: Substring) -> String.Index? {
    let ticks = tail.prefix { $0 == "`" }
    guard !ticks.isEmpty else { return nil }
    return tail.dropFirst(ticks.count).firstRange(ofText: ticks)?.upperBound ?? ticks.endIndex
  }

  private static func slot(
    _ tail: Substring, _ line: String, _ index: Int, _ file: String
  ) throws(NotebookError) -> ProseSlot? {
    let isFilled = tail.hasPrefix(opening)
    guard isFilled || tail.hasPrefix("{{") else { return nil }
    let start = isFilled ? opening[...] : "{{"
    let middle = isFilled ? "\">" : "}}"
    let inner = tail.dropFirst(start.count)
    guard let nameEnd = inner.firstRange(ofText: middle[...]) else {
      throw NotebookError(file, line: index + 1, "a value is not closed: write {{ fit.NAME }}")
    }
    let name = inner[..<nameEnd.lowerBound].trimmed
    guard name.contains("."), !name.hasPrefix("."), !name.hasSuffix(".") else {
      throw NotebookError(
        file, line: index + 1,
        "\"\(name)\" is no value: name a block and a value of its report, as in {{ fit.NAME }}")
    }
    guard isFilled else {
      return ProseSlot(
        line: index + 1, range: tail.startIndex..<nameEnd.upperBound, name: name, text: nil)
    }
    guard let end = tail[nameEnd.upperBound...].firstRange(ofText: closing[...]) else {
      throw NotebookError(
        file, line: index + 1, "the value \(name) is not closed: end it with </data>")
    }
    return ProseSlot(
      line: index + 1, range: tail.startIndex..<end.upperBound, name: name,
      text: String(tail[nameEnd.upperBound..<end.lowerBound]))
  }
}

extension Substring {
  /// Where a text occurs first.
  func firstRange(ofText text: Substring) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
