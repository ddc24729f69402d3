/// A block compared with the record of its last run.
struct BlockState {
  /// What is known of a block that is not up to date before it runs.
  enum Staleness: Equatable {
    case notRun, lastRunFailed, unreadableMarker
    /// The commands are others.
    case commands
    /// Files that the commands read have another content.
    case inputs([String])
    /// The version of the tool is another one.
    case version
    /// The output, a file that was written, or a value in the prose is not as it was recorded.
    case result
  }

  private let block: NotebookBlock
  private let steps: [PreparedNotebook.Step]
  private let host: NotebookHost
  /// The values of this block in the prose, with their positions in the notebook.
  private let slots: [(position: Int, slot: ProseSlot)]
  /// What goes into the block.
  private let commands: String
  private let inputs: [(path: String, digest: String)]

  init(
    _ block: NotebookBlock, _ steps: [PreparedNotebook.Step], _ notebook: Notebook,
    _ host: NotebookHost
  ) {
    self.block = block
    self.steps = steps
    self.host = host
    slots = notebook.slots.enumerated().filter { $1.block == block.id }
      .map { (position: $0, slot: $1) }
    commands = OutputDigest.text(of: steps.flatMap { ["command"] + $0.line.words })
    var known: Set<String> = []
    inputs = steps.flatMap(\.command.reads).filter { known.insert($0).inserted }.map { path in
      (path, OutputDigest.text { $0.add(host.content(path)) })
    }
  }

  /// What a run leaves in the marker.
  func record(_ run: BlockRun) -> OutputRecord {
    OutputRecord(
      version: host.version, commands: commands, output: output(run.body, files: run.files),
      values: values { run.values[$0.position] }, inputs: inputs.map(\.digest))
  }

  private var recorded: OutputRecord? {
    guard case .recorded(let record) = block.output?.marker else { return nil }
    return record
  }

  /// What is not up to date, as far as it shows without running; nil when nothing is.
  var staleness: Staleness? {
    guard let output = block.output else { return .notRun }
    guard let recorded else {
      return output.marker == .failed ? .lastRunFailed : .unreadableMarker
    }
    if recorded.commands != commands { return .commands }
    if recorded.inputs != inputs.map(\.digest) { return .inputs(changedInputs(recorded)) }
    if recorded.version != host.version { return .version }
    let isAsRecorded =
      recorded.output == self.output(output.body, files: [])
      && recorded.values == values { $0.slot.text }
    return isAsRecorded ? nil : .result
  }

  /// The files with another content. A file of claims may name more or fewer tables than before;
  /// then those count whose content was not read before.
  private func changedInputs(_ recorded: OutputRecord) -> [String] {
    let isAligned = recorded.inputs.count == inputs.count
    return inputs.enumerated().filter { position, input in
      isAligned
        ? recorded.inputs[position] != input.digest : !recorded.inputs.contains(input.digest)
    }.map(\.element.path)
  }

  // MARK: Why

  /// Why the block was not up to date, once it is known what a run makes of it; nil when it was.
  func reason(after run: BlockRun) -> String? {
    switch staleness {
    case .notRun: "it has not been run"
    case .lastRunFailed: "its last run failed"
    case .unreadableMarker: "its marker was edited, or is of an earlier version"
    case .commands: "the commands changed"
    case .inputs(let paths):
      paths.isEmpty ? "the files that it reads changed" : "\(Self.list(paths)) changed"
    case .version: versionReason(run)
    case .result: isReproduced(run) ? edits(run) : Self.otherResult
    case nil: run.failures.isEmpty && !isReproduced(run) ? Self.otherResult : nil
    }
  }

  private static let otherResult =
    "the same commands and data give another result in this build of the tool"

  /// Whether a run gives the output that was recorded.
  private func isReproduced(_ run: BlockRun) -> Bool {
    recorded?.output == output(run.body, files: run.files)
  }

  private func versionReason(_ run: BlockRun) -> String {
    let versions = "version \(host.version), recorded with \(recorded?.version ?? "")"
    return isReproduced(run)
      ? "the tool changed (\(versions)), and prints the same"
      : "the same commands and data give another result in this version (\(versions))"
  }

  /// What somebody changed in the notebook, or in a file that was written.
  private func edits(_ run: BlockRun) -> String {
    var edits: [String] = []
    if block.output?.body != run.body { edits.append("the output was edited") }
    let lost = run.files.filter { host.content($0.path) != $0.bytes }.map(\.path)
    if !lost.isEmpty { edits.append("\(Self.list(lost)) changed or is missing") }
    for (position, slot) in slots where slot.text != run.values[position] {
      let change = slot.text == nil ? "is new" : "was edited"
      edits.append("the value \(slot.name) in line \(slot.line) \(change)")
    }
    return edits.isEmpty ? "a value was taken out of the text" : edits.joined(separator: "; ")
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  // MARK: Digests of what came out

  /// Of the printed text and the files: those that are not given are taken from the disk.
  private func output(_ body: [String], files: [NotebookHost.File]) -> String {
    OutputDigest.text { digest in
      for line in body { digest.add(line) }
      for path in steps.flatMap(\.command.writes) {
        digest.add(files.last { $0.path == path }?.bytes ?? host.content(path))
      }
    }
  }

  private func values(_ text: ((position: Int, slot: ProseSlot)) -> String?) -> String? {
    guard !slots.isEmpty else { return nil }
    return OutputDigest.text { digest in
      for entry in slots {
        digest.add(entry.slot.name)
        digest.add(text(entry).map { Array($0.utf8) })
      }
    }
  }
}
