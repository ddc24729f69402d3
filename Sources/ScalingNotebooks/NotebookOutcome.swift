/// What came of running a notebook, or of looking what a run would change.
public struct NotebookOutcome {
  /// A block that was not up to date, and why.
  public struct Stale: Equatable {
    /// The line of the block.
    public let line: Int
    /// What is not up to date.
    public let reason: String
  }

  /// The notebook as it was.
  public let notebook: Notebook
  /// The whole file as it is now, or as a run would make it.
  public internal(set) var text: String
  /// The blocks of which the commands were run.
  public internal(set) var blocksRun = 0
  /// All blocks.
  public let blockCount: Int
  /// The blocks that were not up to date.
  public internal(set) var stale: [Stale] = []
  /// The files that commands wrote, or would write, with another content than before.
  public internal(set) var changedFiles: [String] = []
  /// What failed.
  public internal(set) var failures: [NotebookError] = []

  init(_ notebook: Notebook) {
    self.notebook = notebook
    text = notebook.text
    blockCount = notebook.blocks.count
  }

  /// Whether a run changes nothing.
  public var isCurrent: Bool {
    text == notebook.text && changedFiles.isEmpty && failures.isEmpty
  }
}
