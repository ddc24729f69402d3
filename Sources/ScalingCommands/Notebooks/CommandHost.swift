internal import ArgumentParser
internal import ScalingData
internal import ScalingNotebooks
internal import ScalingReports

/// The commands of this tool for notebooks: they run in this process, and nothing else does.
struct CommandHost {
  private let root: RootFolder

  init(_ root: RootFolder) { self.root = root }

  /// The host that runs notebooks.
  var host: NotebookHost {
    NotebookHost(
      version: ToolIdentity.version, command: command,
      content: { try? InputText.bytes($0) }, save: Self.save)
  }

  private static func save(_ files: [NotebookHost.File]) throws {
    for file in files {
      let folder = file.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      if !folder.isEmpty { try OutputFile.makeFolder(folder.joined(separator: "/")) }
    }
    try OutputFile.save(files.map { OutputFile(path: $0.path, bytes: $0.bytes) })
  }

  private func command(_ words: [String]) throws -> NotebookHost.Command {
    let command = try Self.parsed(words)
    let use = try command.fileUse
    guard !use.reads.contains("-") else {
      throw ValidationError("A notebook has no standard input: name a file instead of -.")
    }
    let reads = try use.reads.map { try root.name(of: $0) }
    let writes = try use.writes.filter { $0 != "-" }.map { try root.name(of: $0) }
    return NotebookHost.Command(reads: reads, writes: writes) { run(command) }
  }

  private static func parsed(_ words: [String]) throws -> any FileUsing {
    let known = ScalingCommand.configuration.subcommands.filter { $0 is any FileUsing.Type }
      .map { $0.configuration.commandName ?? "" }
    guard let name = words.dropFirst().first, known.contains(name) else {
      let near = words.dropFirst().first.flatMap {
        NearestName.suggestion(for: $0, among: known)
      }
      throw ValidationError(
        "There is no command \"\(words.dropFirst().first ?? "")\" for notebooks"
          + (near.map { "; did you mean \($0)?" } ?? ".")
          + " Choose from \(known.joined(separator: ", ")).")
    }
    do {
      if let command = try ScalingCommand.parseAsRoot(Array(words.dropFirst())) as? any FileUsing {
        return command
      }
    } catch  where ScalingCommand.exitCode(for: error) != .success {
      throw ValidationError(ScalingCommand.message(for: error))
    }
    throw ValidationError("Help does not run in a notebook.")
  }

  private func run(_ command: any FileUsing) -> NotebookHost.Result {
    let capture = CommandCapture()
    var command = command
    var failure: String?
    Console.$capture.withValue(capture) {
      do {
        try command.run()
      } catch let code as ExitCode {
        // A contradicted claim is a result.
        if code.rawValue != 2 { failure = capture.content.notes.joined(separator: "; ") }
      } catch {
        failure = ScalingCommand.message(for: error)
      }
    }
    let content = capture.content
    return NotebookHost.Result(
      printed: content.printed, failure: failure,
      files: content.files.map {
        NotebookHost.File(path: (try? root.name(of: $0.path)) ?? $0.path, bytes: $0.bytes)
      },
      value: content.document.map { document in { try ValuePath($0).text(in: document) } })
  }
}
