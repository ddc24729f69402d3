internal import ArgumentParser

/// The files that a command reads and those that it writes.
struct FileUse {
  var reads: [String] = []
  var writes: [String] = []

  init(reads: [String?], writes: [String?] = []) {
    self.reads = reads.compactMap(\.self)
    self.writes = writes.compactMap(\.self)
  }
}

/// A command that may stand in a notebook, because it says which files it uses before it runs.
protocol FileUsing: ParsableCommand {
  var fileUse: FileUse { get throws }
}
