internal import ArgumentParser
internal import ScalingAnalysis
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

  @Option(
    name: .customLong("quantity"),
    help: ArgumentHelp(
      "Derive a figure with its interval: value@X, x@TARGET, gain-per-doubling@X, gain@X1..X2, "
        + "doubling-time (of a formula of log2(y)) or 1/COEFFICIENT; repeat for more.",
      valueName: "quantity"))
  var quantityTexts: [String] = []

  @Option(
    name: .customLong("compare"),
    help: ArgumentHelp(
      "Compare two series A and B as independent samples: \(PairRequest.grammar); repeat for "
        + "more.", valueName: "comparison"))
  var comparisonTexts: [String] = []

  @OptionGroup(title: "Report") var output: ReportOptions

  func validate() throws {
    if output.svg == nil { try figure.requireUnused() }
    _ = try positions()
    _ = try quantities()
    _ = try comparisons()
  }

  func run() throws {
    let report = try FitReport(
      reading: table, fit, predictionsAt: try positions(), quantities: try quantities(),
      comparisons: try comparisons())
    try output.write(
      ReportOptions.Forms(
        text: { report.text }, json: { report.json }, csv: { report.csv },
        markdown: { report.markdown }),
      inputs: table.files
    ) { try figure.svg(of: report) }
  }

  private func quantities() throws -> [DerivedQuantity] {
    try quantityTexts.map { text in
      do throws(FitError) {
        return try DerivedQuantity(text)
      } catch {
        throw ValidationError("--quantity: \(error.description).")
      }
    }
  }

  private func comparisons() throws -> [PairRequest] {
    try comparisonTexts.map { text in
      do throws(FitError) {
        return try PairRequest(text)
      } catch {
        throw ValidationError("--compare: \(error.description).")
      }
    }
  }

  private func positions() throws -> [Double] {
    try predictions.map { try NumberList.numbers($0, option: "--at") } ?? []
  }
}
