internal import ArgumentParser
internal import ScalingReports

/// `scaling fit`: fits curve families to each series and ranks them.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit", abstract: "Fit curve families to each series and rank them.",
    discussion: """
      No starting values are needed. Families are ranked by AICc; a family is only called \
      decided when its Akaike weight reaches 0.95 and nothing weakens the fit. Intervals are \
      profile-likelihood intervals unless --bootstrap adds others.
      """)

  @OptionGroup var table: TableOptions
  @OptionGroup(title: "Fit") var fit: FitOptions
  @OptionGroup(title: "Figure") var figure: FigureFlags

  @Option(
    name: .customLong("at"),
    help: ArgumentHelp("Predict at these x, separated by commas.", valueName: "x,..."))
  var predictions: String?

  @Option(help: "text, json, csv (one row per coefficient) or markdown.")
  var format: Format = .text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File for the report instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("File for the figure beside the report.", valueName: "file"))
  var svg: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  func validate() throws { _ = try positions() }

  func run() throws {
    let report = try FitReport(reading: table, fit, predictionsAt: try positions())
    let text =
      switch format {
      case .text: report.text
      case .json: report.json.text
      case .csv: report.csv
      case .markdown: report.markdown
      }
    // Everything is computed before anything is written.
    let picture = try svg.map { path in (path, try figure.svg(of: report)) }
    if let (path, bytes) = picture { try OutputFile.save(bytes, to: path) }
    if let output {
      try OutputFile.save(Array(text.utf8), to: output)
    } else {
      try Console.result(text)
    }
  }

  private func positions() throws -> [Double] {
    guard let predictions else { return [] }
    return try predictions.split(separator: ",").map { part in
      guard let value = Double(part), value.isFinite else {
        throw ValidationError("--at: \"\(part)\" is not a number.")
      }
      return value
    }
  }
}
