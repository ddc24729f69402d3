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
}
