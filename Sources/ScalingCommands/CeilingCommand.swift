internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingData
internal import ScalingReports

/// `scaling ceiling`: is there a plateau in a curve, where, how high, or not in range.
struct CeilingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ceiling", abstract: "Say whether a curve has a plateau, where and how high.",
    discussion: """
      Three answers. plateau: a curve that goes on per doubling is rejected, and the gain after \
      the bend is below --margin. no-plateau-in-range: nothing bends, and every plateau of three \
      points is rejected. inconclusive: the data allow both, with what would decide.
      """)

  @OptionGroup var table: TableOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Figure") var frame: FigureFrame

  @Option(help: "x axis of the figure: linear, log, or both side by side.")
  var lens: FigureOptions.Lens = .log

  @Option(
    help: ArgumentHelp(
      "Gain per doubling below which nothing more is worth having: a fraction for accuracies, such "
        + "as 0.01 for one point, or 1%; otherwise in units of y (default: one point, or a "
        + "hundredth of the range of y).", valueName: "gain"))
  var margin: String?

  @Option(
    help: ArgumentHelp(
      "Series simulated from the curve that goes on, to judge the bend.", valueName: "count"))
  var simulations: Int = 1999

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (99...1_000_000).contains(simulations) else {
      throw ValidationError(
        "--simulations is \(simulations), but must lie in 99...1000000: fewer cannot show a "
          + "rare event.")
    }
    _ = try marginValue()
    if report.svg == nil { try frame.requireUnused(besides: [("--lens", lens != .log)]) }
  }

  func run() throws {
    let curves = try table.read(threads: common.threadCount)
    let settings = try settings()
    if curves.y.unit != .number, let margin = settings.margin, margin >= 1 {
      throw ValidationError(
        "--margin is \(self.margin ?? ""), which of a fraction is 100 points and more: write 0.01 or "
          + "1% for one point."
      )
    }
    let result = try CeilingReport(
      curves, settings: settings, weights: try table.weights()?.kind, threads: common.threadCount)
    try report.write(
      ReportOptions.Forms(
        text: { result.text }, json: { result.json }, csv: { result.csv },
        markdown: { result.markdown }),
      inputs: table.files
    ) {
      var options = frame.options
      options.lens = lens
      return try frame.svg(CeilingFigure(result, options: options).figure)
    }
  }

  /// What these options ask for.
  func settings() throws -> CeilingSettings {
    CeilingSettings(
      margin: try marginValue(), level: common.level, simulations: simulations, seed: common.seed)
  }

  private func marginValue() throws -> Double? {
    guard let margin else { return nil }
    let isPercent = margin.hasSuffix("%")
    let digits = isPercent ? String(margin.dropLast()) : margin
    guard let value = Double(digits), value.isFinite, value > 0 else {
      throw ValidationError(
        "--margin is \"\(margin)\", but must be a positive number, such as 0.01 or 1%.")
    }
    return isPercent ? value / 100 : value
  }
}
