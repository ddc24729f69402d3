/// Finds the blocks of a notebook line by line: fences, comments and markers, and nothing else of
/// Markdown.
struct NotebookParser {
  private let name: String
  private let lines: [String]
  private var index = 0
  private(set) var blocks: [NotebookBlock] = []
  private(set) var slots: [ProseSlot] = []
  private var items = ListItems()
  /// The names of all blocks with their lines, of those too in which something else is wrong.
  private var names: [(id: String, line: Int)] = []
  private var problems: [NotebookError] = []

  init(_ lines: [String], name: String) {
    self.lines = lines
    self.name = name
  }

  /// - Throws: everything that is wrong.
  mutating func parse() throws(NotebookProblems) {
    while index < lines.count {
      let start = index
      do throws(NotebookError) {
        try element()
      } catch {
        problems.append(error)
        index = max(index, start + 1)
      }
    }
    checkNames()
    if !problems.isEmpty { throw NotebookProblems(problems.sorted { $0.line < $1.line }) }
  }

  /// Reads a block, a comment or a line of prose.
  private mutating func element() throws(NotebookError) {
    let isCode = items.enter(lines[index])
    let line = String(lines[index].dropFirst(items.column))
    if isCode {
      index += 1
    } else if let fence = Fence(line) {
      try fenced(fence)
    } else if Self.isQuotedBlock(line) {
      throw error(
        index, "a scaling block in a block quote does not run: take the > away from its lines")
    } else if OutputMarker(line) != nil {
      throw error(
        index,
        "this output belongs to no block: put it below its block, or delete it as far as "
          + OutputMarker.end)
    } else if line.trimmed == OutputMarker.end {
      throw error(index, "there is no <!-- scaling:output ... --> before this line: delete it")
    } else if line.trimmed.hasPrefix("<!--") {
      skipComment()
    } else {
      slots += try ProseSlot.all(in: lines[index], at: index, name)
      index += 1
    }
  }

  /// Whether a line opens a block of commands behind the mark of a quote.
  private static func isQuotedBlock(_ line: String) -> Bool {
    guard line.trimmed.hasPrefix(">") else { return false }
    let inner = line.drop { $0 == " " || $0 == ">" }
    return Fence(String(inner))?.info.split(separator: " ").first == "scaling"
  }

  private func error(_ index: Int, _ problem: String) -> NotebookError {
    NotebookError(name, line: index + 1, problem)
  }

  private mutating func skipComment() {
    while index < lines.count, !lines[index].contains("-->") { index += 1 }
    index += 1
  }

  /// The lines of a fenced block; the index is then after its end.
  private mutating func content(_ fence: Fence) throws(NotebookError) -> Range<Int> {
    let first = index + 1
    guard
      let end = lines.indices.dropFirst(first).first(where: {
        fence.isClosed(by: items.content(lines[$0]))
      })
    else {
      let closing = String(repeating: fence.mark, count: fence.length)
      let start = index
      index = lines.count
      throw error(
        start, "the block that begins here is not closed: end it with a line of \(closing)")
    }
    index = end + 1
    return first..<end
  }

  private mutating func fenced(_ fence: Fence) throws(NotebookError) {
    let line = index + 1
    let range = try content(fence)
    var words = fence.info.split(separator: " ").map(String.init)
    guard words.first == "scaling" else { return }
    words.removeFirst()
    let id =
      noting(Result { () throws(NotebookError) in try self.blockName(words, line) }) ?? nil
    if let id { names.append((id, line)) }
    let commands =
      noting(Result { () throws(NotebookError) in try self.commands(range, fence, line) }) ?? []
    let end = index
    blocks.append(
      NotebookBlock(
        line: line, end: end, indent: items.column, id: id, commands: commands,
        output: try output()))
  }

  /// The value; nil where there is an error, which is kept.
  private mutating func noting<Value>(_ result: Result<Value, NotebookError>) -> Value? {
    switch result {
    case .success(let value): return value
    case .failure(let error):
      problems.append(error)
      return nil
    }
  }

  private func blockName(_ words: [String], _ line: Int) throws(NotebookError) -> String? {
    guard let word = words.first else { return nil }
    let id = word.dropFirst(3)
    guard words.count == 1, word.hasPrefix("id="), !id.isEmpty,
      id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    else {
      throw error(
        line - 1,
        "a block may have a name, as in ```scaling id=fit, of letters, digits, - and _; "
          + "nothing else goes there")
    }
    return String(id)
  }

  /// The commands of a block: one a line, a backslash at the end continues it.
  private func commands(
    _ range: Range<Int>, _ fence: Fence, _ line: Int
  ) throws(NotebookError) -> [NotebookBlock.Line] {
    var commands: [NotebookBlock.Line] = []
    var pending: (first: Int, text: String)?
    for index in range {
      let text = fence.content(lines[index]).trimmed
      let first = pending?.first ?? index
      let whole = (pending?.text ?? "") + text
      if text.hasSuffix("\\"), index + 1 < range.upperBound {
        pending = (first, whole.dropLast() + " ")
        continue
      }
      pending = nil
      if let words = try words(whole, first) {
        commands.append(NotebookBlock.Line(number: first + 1, words: words))
      }
    }
    guard !commands.isEmpty else { throw error(line - 1, "there is no command in this block") }
    return commands
  }

  private func words(_ text: String, _ index: Int) throws(NotebookError) -> [String]? {
    let words: [String]
    do throws(CommandWords.Problem) {
      words = try CommandWords(text).words
    } catch {
      throw self.error(index, error.text)
    }
    guard let tool = words.first else { return nil }
    guard tool == "scaling" else {
      throw error(index, "only commands of scaling run in a notebook, not \"\(tool)\"")
    }
    return words
  }

  /// The output below a block, if an earlier run left one.
  private mutating func output() throws(NotebookError) -> NotebookBlock.Output? {
    guard let start = lines.indices.dropFirst(index).first(where: { !lines[$0].trimmed.isEmpty }),
      let marker = OutputMarker(lines[start])
    else { return nil }
    index = start + 1
    while index < lines.count {
      if lines[index].trimmed == OutputMarker.end {
        index += 1
        return NotebookBlock.Output(
          lines: start..<index, marker: marker,
          body: lines[(start + 1)..<(index - 1)].map(items.content))
      }
      guard OutputMarker(lines[index]) == nil else { break }
      if let fence = Fence(items.content(lines[index])) {
        guard fence.info.split(separator: " ").first != "scaling" else { break }
        _ = try content(fence)
      } else {
        index += 1
      }
    }
    throw error(start, "the output that begins here has no end: close it with \(OutputMarker.end)")
  }

  private mutating func checkNames() {
    var seen: [String: Int] = [:]
    for (id, own) in names {
      if let line = seen.updateValue(own, forKey: id) {
        problems.append(
          error(own - 1, "the block at line \(line) has the name \(id) too: give it another"))
      }
    }
    for slot in slots where seen[slot.block] == nil {
      problems.append(
        error(
          slot.line - 1,
          "the value {{ \(slot.name) }} belongs to no block: there is no "
            + "```scaling id=\(slot.block)"))
    }
  }
}
