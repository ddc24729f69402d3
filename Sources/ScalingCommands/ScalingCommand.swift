public import ArgumentParser
internal import ScalingReports

/// The command `scaling`: parses, calls the library and renders.
public struct ScalingCommand: ParsableCommand {
  /// What `scaling --help` says.
  public static let configuration = CommandConfiguration(
    commandName: ToolIdentity.name,
    abstract: "Scaling laws from benchmark results: the right curve, honest uncertainty, a figure.",
    discussion: """
      Exit codes: 0 done, 1 the input or the computation failed, 2 a claim is contradicted (check) \
      or an output is out of date (notebook check), 64 wrong usage.
      """,
    version: ToolIdentity.version,
    subcommands: [
      InspectCommand.self, FitCommand.self, PlotCommand.self, CeilingCommand.self,
      VotesCommand.self, CoverageCommand.self, LawCommand.self, TradeoffCommand.self,
      FrontierCommand.self, CostCommand.self, CheckCommand.self, PlanCommand.self,
      ReportCommand.self, NotebookCommand.self, DemoCommand.self,
    ])

  /// The command, before it has parsed anything.
  public init() {}

  /// Parses the arguments and runs the subcommand that they name. A wrong option that only its run
  /// can tell shows the usage of that subcommand, as one that parsing tells does.
  public static func runOrExit() {
    do {
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch let error as ValidationError {
        exitShowingUsage(of: type(of: command), error.message)
      }
    } catch {
      exit(withError: error)
    }
  }

  private static func exitShowingUsage(
    of command: any ParsableCommand.Type, _ message: String
  ) -> Never {
    let usage = usageString(for: command).split(separator: "\n").joined(separator: "\n       ")
    let name = command.configuration.commandName ?? ""
    Console.note(
      "Error: \(message)\nUsage: \(usage)\n  See 'scaling \(name) --help' for more information.")
    exit(withError: ExitCode.validationFailure)
  }
}
