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
      let state = BlockState(block, steps, notebook, host)
      guard state.staleness != nil || runsAll else { continue }
      var run = BlockRun(block, notebook)
      run.execute(steps)
      if let reason = state.reason(after: run) {
        outcome.stale.append(.init(line: block.line, reason: reason))
      }
      outcome.blocksRun += 1
      outcome.changedFiles += try save(run.files)
      outcome.failures += run.failures
      values.merge(run.values) { $1 }
      outputs[position] = run.lines(state.record(run))
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
}
