internal import ArgumentParser
internal import ScalingClaimFiles
internal import ScalingClaims
internal import ScalingData
internal import ScalingReports

/// `scaling check`: claims that data support, contradict or leave open.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Judge claims: supported, contradicted or inconclusive.",
    discussion: """
      Claims come from YAML files, or one from options: --data FILE --shape logarithmic. Shapes are \
      judged by simulation on the x of the data, sizes by intervals, published figures by \
      arithmetic with their rounding.

      Exit codes: 0 no claim is contradicted, 1 a claim could not be judged, 2 a claim is \
      contradicted (with --strict also: inconclusive).
      """)

  @Argument(help: "YAML files of claims; - is standard input.", completion: .file())
  var files: [String] = []

  @OptionGroup(title: "One claim") var single: SingleClaimOptions

  @Option(help: "text, json or markdown.")
  var format: Format = .text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File for the report instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Figures") var figures: FindingFigureOptions

  @Flag(help: "Exit with 2 when a claim is inconclusive, too.")
  var strict = false

  @OptionGroup var judging: JudgingOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  func validate() throws {
    guard files.isEmpty == single.isGiven else {
      throw ValidationError(
        files.isEmpty
          ? "Name a file of claims, or one claim with --data and --shape."
          : "Name files of claims, or one claim with --data and --shape, not both.")
    }
  }

  func run() throws {
    let report = CheckReport(judging: try claims(), settings: judging.settings)
    try write(report)
    if let code = exitCode(report) { throw code }
  }

  /// The claims of the files, or the one of the options.
  func claims() throws -> [ClaimFile.Entry] {
    single.isGiven ? [try single.entry()] : try ClaimFile.entries(of: files)
  }

  private func write(_ report: CheckReport) throws {
    Console.capture?.keep(report.json)
    let text =
      switch format {
      case .text: report.text
      case .json: report.json.text
      case .markdown: report.markdown
      }
    var outputs = try figures.files(report)
    if let output { outputs.append(OutputFile(path: output, bytes: Array(text.utf8))) }
    try OutputFile.save(outputs, inputs: files + [single.data].compactMap(\.self))
    if output == nil { try Console.result(text) }
    report.noteErrors()
  }

  private func exitCode(_ report: CheckReport) -> ExitCode? {
    if report.hasErrors { return ExitCode(1) }
    let isBad = report.count(.contradicted) > 0 || (strict && report.count(.inconclusive) > 0)
    return isBad ? ExitCode(2) : nil
  }
}
