internal import ArgumentParser
internal import ScalingData

/// Which rows of a table are kept, and how its cells are separated.
struct RowOptions: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Keep rows that meet 'col=value' (also !=, <, <=, >, >=); repeat to combine.",
      valueName: "condition"))
  var texts: [String] = []

  @Option(help: "Column separator: comma, tab or semicolon (default: detected).")
  var delimiter: Separator?

  enum Separator: String, ExpressibleByArgument, CaseIterable {
    case comma, tab, semicolon
  }

  /// The conditions that a row must meet, all of them.
  func conditions() throws -> [RowCondition] { try texts.map { try RowCondition($0) } }

  /// The separator that is asked for.
  var separator: Delimiter? { delimiter.flatMap { Delimiter(rawValue: $0.rawValue) } }
}
