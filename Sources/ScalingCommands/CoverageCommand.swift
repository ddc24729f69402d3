internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingReports

/// `scaling coverage`: pass@k and its laws from samples or counts.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Fit laws of pass@k to samples or (samples, correct) counts.",
    discussion: """
      Coverage is the chance that at least one of k samples is right: unbiased, mean over \
      questions, unknown where a question has fewer than k samples. Each law is named with its \
      objective, because the objective alone moves the exponent. Intervals are over questions.
      """)

  @OptionGroup var samples: SampleOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Figure") var frame: FigureFrame

  @Option(
    help: ArgumentHelp(
      "The k of the table, separated by commas (default: 19 from 1 to the samples that all "
        + "questions have, at equal ratios).", valueName: "k,..."))
  var k: String?

  @Option(
    help: ArgumentHelp(
      "Laws to fit: \(CoverageLaw.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name,..."))
  var model: String?

  @Option(
    name: .customLong("at"),
    help: ArgumentHelp(
      "Predict coverage at these numbers of samples by each law.", valueName: "k,..."))
  var predictions: String?

  @Option(
    help: ArgumentHelp("Refits to questions drawn with replacement.", valueName: "count"))
  var bootstrap: Int = 1000

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if report.svg == nil { try frame.requireUnused() }
    guard bootstrap == 0 || (100...10_000_000).contains(bootstrap) else {
      throw ValidationError(
        "--bootstrap is \(bootstrap), but percentiles need 100 to 10000000 refits.")
    }
    _ = try settings()
  }

  func run() throws {
    let result = CoverageReport(
      try samples.read(threads: common.threadCount, needsDigest: report.format == .json),
      settings: try settings())
    try report.write(
      ReportOptions.Forms(
        text: { result.text }, json: { result.json }, csv: { result.csv },
        markdown: { result.markdown }),
      inputs: samples.files
    ) {
      try frame.svg(CoverageFigure(result, options: frame.options).figure)
    }
  }

  private func settings() throws -> CoverageSettings {
    var settings = CoverageSettings(
      level: common.level, replicates: bootstrap, seed: common.seed, threads: common.threadCount)
    settings.k = try k.map { Array(Set(try NumberList.counts($0, option: "--k"))).sorted() }
    settings.predictionsAt =
      try predictions.map {
        try NumberList.counts($0, option: "--at").map(Double.init)
      } ?? []
    if let model { settings.laws = try model.split(separator: ",").map { try Self.law($0) } }
    return settings
  }

  private static func law(_ text: Substring) throws -> CoverageLaw {
    guard let law = CoverageLaw(rawValue: String(text)) else {
      throw ValidationError(
        "--model: there is no law \"\(text)\". Choose from "
          + CoverageLaw.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return law
  }
}
