/// A Markdown file with blocks of commands, their output below them, and values in the prose.
public struct Notebook: Sendable {
  /// Its path, for messages.
  public let name: String
  /// The whole file.
  public let text: String
  let lines: [String]
  let blocks: [NotebookBlock]
  let slots: [ProseSlot]
  private let lineBreak: String

  /// Reads a notebook.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - name: its path, for messages.
  /// - Throws: `NotebookProblems` with the line of each thing that is wrong.
  public init(_ text: String, name: String) throws(NotebookProblems) {
    self.name = name
    self.text = text
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    lineBreak = lines[0].utf8.last == 0x0D ? "\r\n" : "\n"
    if lineBreak == "\r\n" {
      lines = lines.map { $0.utf8.last == 0x0D ? String($0.unicodeScalars.dropLast()) : $0 }
    }
    var parser = NotebookParser(lines, name: name)
    try parser.parse()
    self.lines = lines
    blocks = parser.blocks
    slots = parser.slots
  }

  /// The file with other output below its blocks and other values in its prose.
  ///
  /// - Parameters:
  ///   - outputs: for blocks by their position, the lines from marker to marker.
  ///   - values: the text of slots by their position.
  func text(outputs: [Int: [String]], values: [Int: String]) -> String {
    var lines = self.lines
    for (position, slot) in slots.enumerated().reversed() {
      guard let value = values[position] else { continue }
      lines[slot.line - 1].replaceSubrange(slot.range, with: ProseSlot.filled(slot.name, value))
    }
    for (position, block) in blocks.enumerated().reversed() {
      guard let plain = outputs[position] else { continue }
      // The output of a block in a list item is in the item, too.
      let indent = String(repeating: " ", count: block.indent)
      let output = plain.map { $0.isEmpty ? $0 : indent + $0 }
      if let old = block.output {
        lines.replaceSubrange(old.lines, with: output)
      } else {
        lines.insert(contentsOf: [""] + output, at: block.end)
      }
    }
    return lines.joined(separator: lineBreak)
  }
}
