/// One run of the commands of a block.
struct BlockRun {
  private let block: NotebookBlock
  private let notebook: Notebook
  /// What the commands printed, and the error of the one that failed.
  private var printed = ""
  /// The files that they write.
  private(set) var files: [NotebookHost.File] = []
  private(set) var failures: [NotebookError] = []
  /// The text of the slots of this block, by their position in the notebook.
  private(set) var values: [Int: String] = [:]

  init(_ block: NotebookBlock, _ notebook: Notebook) {
    self.block = block
    self.notebook = notebook
  }

  /// Runs one command after the other, as far as the first that fails.
  mutating func execute(_ steps: [PreparedNotebook.Step]) {
    var lookups: [(String) throws -> String] = []
    for step in steps {
      let result = step.command.run()
      show(result.printed)
      if let failure = result.failure {
        show("error: \(failure)\n")
        failures.append(NotebookError(notebook.name, line: step.line.number, failure))
        return
      }
      files += result.files
      if let value = result.value { lookups.append(value) }
    }
    fillSlots(lookups)
  }

  private mutating func show(_ text: String) {
    guard !text.isEmpty else { return }
    printed += printed.isEmpty ? text : "\n" + text
  }

  /// The values of the prose, from the last command of the block.
  private mutating func fillSlots(_ lookups: [(String) throws -> String]) {
    for (position, slot) in notebook.slots.enumerated() where slot.block == block.id {
      guard let lookup = lookups.last else {
        failures.append(
          NotebookError(
            notebook.name, line: slot.line,
            "{{ \(slot.name) }}: the block at line \(block.line) has no values"))
        continue
      }
      do {
        values[position] = try lookup(slot.path)
      } catch {
        failures.append(
          NotebookError(notebook.name, line: slot.line, "{{ \(slot.name) }}: \(error)"))
      }
    }
  }

  /// What stands between the markers.
  var body: [String] {
    guard !printed.isEmpty else { return [] }
    let text = printed.hasSuffix("\n") ? String(printed.dropLast()) : printed
    let fence = Fence.around(text)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    return [fence + "text"] + lines + [fence]
  }

  /// The output with its markers.
  func lines(_ record: OutputRecord) -> [String] {
    let marker = failures.isEmpty ? OutputMarker.recorded(record) : .failed
    return [marker.line] + body + [OutputMarker.end]
  }
}
