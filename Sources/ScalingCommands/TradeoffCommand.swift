internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingData
internal import ScalingReports

/// `scaling tradeoff`: training compute against inference compute.
struct TradeoffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tradeoff", abstract: "Exchange training compute for inference compute.",
    discussion: """
      From a training law - a published one by name, coefficients as E=..,A=..,B=..,alpha=..,beta=.., \
      or --law with a table of runs - at equal loss, with training compute 6ND and inference \
      compute 2N a token. From a table of accuracies at several training and inference computes \
      - a surface of log-odds, with intervals over clusters of rows.
      """)

  @Argument(
    help: "A published law (\(LawArgument.names)), coefficients, or a table; - is standard input.",
    completion: .file())
  var source: String

  @Flag(help: "Fit a training law to the table (columns --n, --d and --y).")
  var law = false

  @Option(help: ArgumentHelp("Form of the law: hoffmann, tied or kaplan.", valueName: "form"))
  var form: String?

  @OptionGroup(title: "Measurements") var surface: SurfaceColumnOptions

  @Option(help: ArgumentHelp("Column of parameters N, with --law.", valueName: "column"))
  var n: String?

  @Option(help: ArgumentHelp("Column of training tokens D, with --law.", valueName: "column"))
  var d: String?

  @Option(
    help: ArgumentHelp("Column of accuracy; of the loss with --law.", valueName: "column"))
  var y: String?

  @OptionGroup var rows: RowOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Laws: go up to where a further order of inference costs that many of training (default 6).",
      valueName: "rate,..."))
  var rate: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Accuracies whose curves are wanted; for laws the loss of every model.",
      valueName: "value,..."))
  var target: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Laws: every model has the loss of the best one of this training budget in FLOP.",
      valueName: "C"))
  var budget: Double?

  @OptionGroup(title: "Exchange and costs") var lifetime: LifetimeOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Measurements: FLOP behind one unit of the inference column, for --demand (such as 2N times "
        + "the tokens of a sample).", valueName: "FLOP"))
  var unitFlop: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Refits: of resampled runs (default 1000 with --law), or of resampled clusters (default 0).",
      valueName: "count"))
  var bootstrap: Int?

  @OptionGroup var common: CommonOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Figure") var frame: FigureFrame

  func validate() throws {
    if report.svg == nil { try frame.requireUnused() }
    if let bootstrap, bootstrap != 0, !(100...10_000_000).contains(bootstrap) {
      throw ValidationError(
        "--bootstrap is \(bootstrap), but percentiles need 100 to 10000000 refits.")
    }
    for (option, value) in [("--budget", budget), ("--unit-flop", unitFlop)] {
      if let value, !(value > 0 && value.isFinite) {
        throw ValidationError("\(option) is \(value), but must be above 0.")
      }
    }
    try isLaw ? validateLaw() : validateSurface()
  }

  func run() throws {
    let (forms, figure) = isLaw ? try lawResult() : try surfaceResult()
    try report.write(forms, inputs: isTable ? [source] : []) { try frame.svg(figure) }
  }

  /// Refits where intervals need them and no other number is asked for.
  static let standardRefits = 1000

  /// Whether the argument is a table, and not the name or the coefficients of a law.
  var isTable: Bool { !source.contains("=") && PublishedLaw.named(source) == nil }

  /// Whether a law is traded, and not a surface of measurements.
  var isLaw: Bool { law || !isTable }
}
