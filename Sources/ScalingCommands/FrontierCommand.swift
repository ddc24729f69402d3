internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingData
internal import ScalingReports

/// `scaling frontier`: the records that no other one beats on cost and score together.
struct FrontierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier",
    abstract: "Pareto frontier of accuracy against cost.",
    discussion: """
      \(FrontierReport.rule) Records without a cost are left out and counted; records that \
      contradict each other are reported, not averaged. With questions behind the scores, or \
      standard errors, each record gets the chance that it is on the frontier of the true \
      scores, by simulation.
      """)

  @OptionGroup(title: "Records") var records: RecordOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Look up what these scores cost; accuracies are fractions.", valueName: "score,..."))
  var target: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Look up the best record within these costs.", valueName: "cost,..."))
  var budget: String?

  @Option(
    help: ArgumentHelp(
      "Line at a score, such as 'human panel=0.98'; also a target; repeat for more.",
      valueName: "name=score"))
  var rule: [String] = []

  @Option(
    help: ArgumentHelp(
      "Line at a cost, such as 'a person=17'; also a budget; repeat for more.",
      valueName: "name=cost"))
  var costRule: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Simulated tables of true scores.", valueName: "count"))
  var draws: Int = 2000

  @OptionGroup var common: CommonOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Figure") var frame: FigureFrame

  func validate() throws {
    if report.svg == nil { try frame.requireUnused() }
    guard (100...10_000_000).contains(draws) else {
      throw ValidationError("--draws is \(draws), but must lie in 100...10000000.")
    }
    _ = try settings()
    _ = try rules()
  }

  func run() throws {
    let settings = try settings()
    let rules = try rules()
    let (table, prices) = try records.read(
      threads: settings.threads, needsDigest: report.format == .json)
    try checkScores(settings.targets + rules.filter { $0.axis == .score }.map(\.value), table)
    let result: FrontierReport
    do {
      result = try FrontierReport(table, settings: settings, rules: rules, prices: prices)
    } catch {
      throw FrontierCommandError(description: "\(table.input.path): \(error.description)")
    }
    try report.write(
      ReportOptions.Forms(
        text: { result.text }, json: { result.json }, csv: { result.csv },
        markdown: { result.markdown }),
      inputs: [records.file] + [records.prices].compactMap(\.self)
    ) {
      try frame.svg(FrontierFigure(result, options: frame.options).figure)
    }
  }

  private func settings() throws -> FrontierSettings {
    var settings = FrontierSettings()
    settings.targets = try target.map { try NumberList.numbers($0, option: "--target") } ?? []
    settings.budgets = try budget.map { try NumberList.positive($0, option: "--budget") } ?? []
    settings.draws = draws
    settings.level = common.level
    settings.seed = common.seed
    settings.threads = common.threadCount
    return settings
  }

  private func rules() throws -> [FrontierReport.Rule] {
    try rule.map { try Self.rule($0, .score, option: "--rule") }
      + costRule.map { try Self.rule($0, .cost, option: "--cost-rule") }
  }

  private static func rule(
    _ text: String, _ axis: FrontierReport.Rule.Axis, option: String
  ) throws -> FrontierReport.Rule {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex,
      let value = Double(text[text.index(after: sign)...]), value.isFinite,
      axis == .score || value > 0
    else {
      throw ValidationError(
        "\(option): \"\(text)\" is not of the form NAME=NUMBER"
          + (axis == .cost ? " with a number above 0." : "."))
    }
    return FrontierReport.Rule(String(text[..<sign]), at: value, on: axis)
  }

  /// An accuracy above 1 is a percent that was meant as a fraction.
  private func checkScores(_ scores: [Double], _ table: RecordTable) throws {
    guard table.y.unit != .number, let wrong = scores.first(where: { !(0...1).contains($0) })
    else { return }
    throw FrontierCommandError(
      description: "--target or --rule: \(wrong) is no accuracy. Write a fraction such as 0.75.")
  }
}

/// A frontier that could not be found, with its file.
struct FrontierCommandError: Error, CustomStringConvertible {
  let description: String
}
