internal import ArgumentParser
internal import ScalingClaims
internal import ScalingData
internal import ScalingReports

/// `scaling plan`: which further measurements would decide a claim.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Say what to measure so that a claim on a shape is decided.",
    discussion: """
      For each place - doublings beyond the last x, gaps between the points, the same x again - \
      results are simulated from every family that may be true, added to the points so far, and \
      judged as scaling check would. The answer is the cheapest plan whose chance of a right \
      verdict reaches --power, or that no affordable design decides this.
      """)

  @Argument(help: "The table with the points so far; - is standard input.", completion: .file())
  var file: String

  @OptionGroup(title: "Claim") var claim: ShapeClaimOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Wanted chance of a right verdict.", valueName: "chance"))
  var power: Double = 0.8

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Price of a million units of x, such as tokens, for each question (default: the cost is x "
        + "itself).", valueName: "price"))
  var costPerMillion: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Price of one run: one point, measured once.", valueName: "price"))
  var costPerRun: Double?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Largest cost of a plan.", valueName: "cost"))
  var budget: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Measure at these x only: each alone, and all together.", valueName: "x,..."))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "Questions behind each new point, to choose from (default: as many as now).",
      valueName: "count,..."))
  var questions: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How often an x may be measured.", valueName: "count"))
  var repeats: Int = 8

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Simulated results before a plan is recommended.", valueName: "count"))
  var replicates: Int = 600

  @OptionGroup var judging: JudgingOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Figure") var frame: FigureFrame

  func validate() throws {
    guard claim.shape != nil else {
      throw ValidationError("Say what is claimed with --shape, such as --shape logarithmic.")
    }
    guard !claim.isPlateau else {
      throw ValidationError(
        "A plateau is judged by its bend and not by a contest, and cannot be planned for. Take --shape "
          + "saturating, or --shape logarithmic --against hinge.")
    }
    if report.svg == nil { try frame.requireUnused() }
    guard power > 0, power < 1 else {
      throw ValidationError("--power is \(power), but must lie between 0 and 1, such as 0.8.")
    }
    for (option, value) in [
      ("--cost-per-million", costPerMillion), ("--cost-per-run", costPerRun), ("--budget", budget),
    ] {
      if let value, !(value > 0 && value.isFinite) {
        throw ValidationError("\(option) is \(value), but must be above zero.")
      }
    }
    guard (1...64).contains(repeats) else {
      throw ValidationError("--repeats is \(repeats), but must lie in 1...64.")
    }
    guard (40...1_000_000).contains(replicates) else {
      throw ValidationError("--replicates is \(replicates), but must lie in 40...1000000.")
    }
    _ = try places()
    _ = try items()
  }

  func run() throws {
    let (claim, shape) = try claim.claim(on: file)
    let table = try claim.table()
    for note in table.notes { Console.note("note: \(note)") }
    if costPerMillion == nil, costPerRun == nil {
      Console.note(
        "note: the cost is x itself, for each question where their number is known; give a price "
          + "with --cost-per-million or --cost-per-run")
    }
    let progress = ProgressLine("places")
    let result = try PlanReport(
      table, try claim.series(table), shape, settings: try settings(), progress: progress.report)
    progress.end()
    try report.write(
      ReportOptions.Forms(
        text: { result.text }, json: { result.json }, csv: { result.csv },
        markdown: { result.markdown }),
      inputs: [file]
    ) {
      try PlanFigure(result, options: frame.options).figure.map { try frame.svg($0) }
    }
  }

  private func settings() throws -> PlanSettings {
    PlanSettings(
      check: judging.settings, power: power, budget: budget,
      price: MeasurementPrice(
        perUnit: costPerMillion.map { $0 / 1e6 }, perRun: costPerRun),
      places: try places(), items: try items(), mostRepeats: repeats, replicates: replicates)
  }

  private func places() throws -> [Double] {
    let values = try at.map { try NumberList.numbers($0, option: "--at") } ?? []
    for value in values where value <= 0 {
      throw ValidationError("--at: \(value) is not above zero.")
    }
    return values
  }

  private func items() throws -> [Double] {
    try questions.map { try NumberList.counts($0, option: "--questions") }?.map(Double.init) ?? []
  }
}
