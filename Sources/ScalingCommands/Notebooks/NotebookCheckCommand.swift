internal import ArgumentParser
internal import ScalingNotebooks

/// `scaling notebook check`: says what is out of date, and writes nothing.
struct NotebookCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what a run would change, as a diff, and write nothing.",
    discussion: """
      Of each block that is out of date the cause is named: its commands, a file that it reads, the \
      version of the tool, or what was edited.

      Blocks that look up to date by the digests in the file are not run, unless --all asks for \
      it: that finds what another build of the tool would print.

      Exit codes: 0 all is up to date, 1 a command failed or a notebook could not be read, 2 \
      something is out of date.
      """)

  @OptionGroup var options: NotebookOptions

  func run() throws {
    let (notebooks, host) = try options.prepared()
    let run = NotebookRun(host: host, runsAll: options.all, keepsGoing: true, writes: false)
    var isCurrent = true
    var hasFailed = false
    for notebook in notebooks {
      let outcome = try run.run(notebook)
      isCurrent = isCurrent && outcome.isCurrent
      hasFailed = hasFailed || !outcome.failures.isEmpty
      if !outcome.isCurrent { try Console.result(Self.report(outcome)) }
      for failure in outcome.failures { Console.note("Error: \(failure)") }
    }
    if hasFailed { throw ExitCode.failure }
    if !isCurrent { throw ExitCode(2) }
  }

  private static func report(_ outcome: NotebookOutcome) -> String {
    let name = outcome.notebook.name
    return outcome.stale.map { "\(name), line \($0.line): out of date: \($0.reason)\n" }.joined()
      + outcome.changedFiles.map { "\($0): out of date\n" }.joined()
      + UnifiedDiff(outcome.notebook.text, outcome.text, name: name).text
  }
}
