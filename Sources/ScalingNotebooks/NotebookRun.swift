/// Runs the blocks of a notebook in order, or looks what a run would change.
public struct NotebookRun {
  /// Whether blocks that are up to date run too.
  public var runsAll: Bool
  /// Whether the blocks after a failure run.
  public var keepsGoing: Bool
  /// Whether files are written: false to look only.
  public var writes: Bool
  private let host: NotebookHost

  /// A run with the commands and files of a host.
  public init(host: NotebookHost, runsAll: Bool, keepsGoing: Bool, writes: Bool) {
    self.host = host
    self.runsAll = runsAll
    self.keepsGoing = keepsGoing
    self.writes = writes
  }

  /// Runs what is out of date, or everything, and writes figures and the notebook.
  ///
  /// Each file is replaced as a whole when its block is done, the notebook at the end.
  ///
  /// - Throws: when a file cannot be written.
  public func run(_ prepared: PreparedNotebook) throws -> NotebookOutcome {
    let notebook = prepared.notebook
    var outcome = NotebookOutcome(notebook)
    var outputs: [Int: [String]] = [:]
    var values: [Int: String] = [:]
    for (position, block) in notebook.blocks.enumerated() {
      let steps = prepared.steps[position]
      let reason = staleness(block, steps, notebook)
      if let reason { outcome.stale.append(.init(line: block.line, reason: reason)) }
      guard reason != nil || runsAll else { continue }
      var run = BlockRun(block, notebook)
      run.execute(steps)
      outcome.blocksRun += 1
      outcome.changedFiles += try save(run.files)
      outcome.failures += run.failures
      values.merge(run.values) { $1 }
      outputs[position] = run.lines(
        key: key(steps), digest: { result(run.body, $0, steps, files: run.files) })
      if !run.failures.isEmpty, !keepsGoing { break }
    }
    outcome.text = notebook.text(outputs: outputs, values: values)
    if writes, outcome.text != notebook.text { try replace(notebook, outcome.text) }
    return outcome
  }

  /// Writes the notebook, unless somebody else has written it meanwhile.
  private func replace(_ notebook: Notebook, _ text: String) throws {
    guard host.content(notebook.name) == Array(notebook.text.utf8) else {
      throw NotebookError(
        notebook.name, line: 1, "the file was changed during the run and stays as it is: run again")
    }
    try host.save([.init(path: notebook.name, bytes: Array(text.utf8))])
  }

  /// Writes the files that are not as they should be, and names them.
  private func save(_ files: [NotebookHost.File]) throws -> [String] {
    let changed = files.filter { host.content($0.path) != $0.bytes }
    if writes, !changed.isEmpty { try host.save(changed) }
    return changed.map(\.path)
  }

  /// Why a block is not up to date; nil when it is.
  private func staleness(
    _ block: NotebookBlock, _ steps: [PreparedNotebook.Step], _ notebook: Notebook
  ) -> String? {
    guard let output = block.output else { return "it has not been run" }
    guard output.marker.key != nil else { return "its last run failed" }
    guard output.marker.key == key(steps) else {
      return "its command, a file that it reads, or the tool has changed"
    }
    let slots = notebook.slots.filter { $0.block == block.id }
    guard
      output.marker.result == result(output.body, slots.map { ($0.name, $0.text) }, steps)
    else { return "its output, a file that it writes, or a value in the text was changed by hand" }
    return nil
  }

  /// The digest of what goes into a block.
  private func key(_ steps: [PreparedNotebook.Step]) -> String {
    var digest = OutputDigest()
    digest.add(host.version)
    for step in steps {
      digest.add("command")
      for word in step.line.words { digest.add(word) }
      for path in step.command.reads { digest.add(host.content(path)) }
    }
    return digest.text
  }

  /// The digest of what came out of a block: files that are not given are taken from the disk.
  private func result(
    _ body: [String], _ values: [(name: String, text: String?)], _ steps: [PreparedNotebook.Step],
    files: [NotebookHost.File] = []
  ) -> String {
    var digest = OutputDigest()
    for line in body { digest.add(line) }
    for step in steps {
      for path in step.command.writes {
        digest.add(files.last { $0.path == path }?.bytes ?? host.content(path))
      }
    }
    for value in values {
      digest.add(value.name)
      digest.add(value.text.map { Array($0.utf8) })
    }
    return digest.text
  }
}
