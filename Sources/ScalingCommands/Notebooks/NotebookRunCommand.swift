internal import ArgumentParser
internal import ScalingNotebooks

/// `scaling notebook run`: brings outputs, figures and values up to date.
struct NotebookRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run what is out of date, and put the output into the file.",
    discussion: """
      A block runs when its commands, a file that they read, the version of the tool, or what an \
      earlier run wrote has changed. Nothing runs unless every command of every notebook is \
      understood. A failing command puts its error below its block.

      Exit codes: 0 done, 1 a command failed or a notebook could not be read.
      """)

  @OptionGroup var options: NotebookOptions

  @Flag(help: "Go on after a command that failed.")
  var keepGoing = false

  @Option(
    help: ArgumentHelp(
      "Make a self-contained HTML page of each notebook in this folder, with its figures in it.",
      valueName: "folder"), completion: .directory)
  var html: String?

  func run() throws {
    let (notebooks, host) = try options.prepared()
    let pages = try html.map { folder in
      try NotebookPages(
        notebooks.map(\.notebook.name), folder: folder,
        root: RootFolder(allowsOutside: options.allowOutside))
    }
    let run = NotebookRun(
      host: host, runsAll: options.all, keepsGoing: keepGoing, writes: true)
    var hasFailed = false
    for notebook in notebooks {
      let outcome = try run.run(notebook)
      let page = try pages?.save(outcome.text, of: outcome.notebook.name)
      try Console.result(
        Self.summary(outcome, written: outcome.changedFiles + [page].compactMap(\.self)))
      for failure in outcome.failures { Console.note("Error: \(failure)") }
      hasFailed = hasFailed || !outcome.failures.isEmpty
      if hasFailed, !keepGoing { break }
    }
    if hasFailed { throw ExitCode.failure }
  }

  private static func summary(_ outcome: NotebookOutcome, written: [String]) -> String {
    let name = outcome.notebook.name
    let count = "\(outcome.blocksRun) of \(outcome.blockCount) blocks run"
    let state = outcome.text == outcome.notebook.text ? "unchanged" : "renewed"
    return "\(name): \(count), \(state)\n"
      + written.map { "  written: \($0)\n" }.joined()
  }
}
