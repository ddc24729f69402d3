internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingData
internal import ScalingReports

/// `scaling cost`: do runs keep to the tokens asked for, and what do the tokens cost.
struct CostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost",
    abstract: "Tokens asked for against tokens used, and tokens in dollars and back.",
    discussion: """
      The share of runs inside the limits asked for is the metric Control of s1 (Muennighoff et \
      al. 2025), with an interval; beside it stand the factor of tokens used over asked, and the \
      power by which tokens used follow those asked for (1: they follow, 0: they ignore them). \
      Prices turn both into dollars; `scaling frontier --prices` compares models by them.
      """)

  @Argument(
    help: "A CSV or TSV table with a header, or JSON Lines; - is standard input.",
    completion: .file())
  var file: String

  @Option(help: ArgumentHelp("Column of the most tokens asked for.", valueName: "column"))
  var asked: String?

  @Option(
    help: ArgumentHelp(
      "Column of the fewest tokens asked for (default: no such limit).", valueName: "column"))
  var askedFrom: String?

  @Option(help: ArgumentHelp("Column of tokens used.", valueName: "column"))
  var used: String?

  @Option(
    help: ArgumentHelp(
      "Columns whose values name a series, separated by commas; none for one series.",
      valueName: "column,..."))
  var series: String?

  @OptionGroup var rows: RowOptions

  @Option(
    help: ArgumentHelp(
      "Table of prices: columns model and output (dollars per million tokens), date, source; the "
        + "model is the name of the series.", valueName: "file"), completion: .file())
  var prices: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many written tokens these dollars buy, with --prices.", valueName: "dollars,..."))
  var dollars: String?

  @OptionGroup var confidence: ConfidenceOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Figure") var frame: FigureFrame

  func validate() throws {
    if report.svg == nil { try frame.requireUnused() }
    if dollars != nil, prices == nil {
      throw ValidationError("--dollars buy tokens at a price. Give --prices.")
    }
    if prices == "-", file == "-" {
      throw ValidationError("Only one of the table and --prices can be standard input.")
    }
    _ = try amounts()
  }

  func run() throws {
    let needsDigest = report.format == .json
    let list = try prices.map {
      try PriceList(reading: InputLocation(argument: $0), needsDigest: needsDigest)
    }
    let table = try BudgetTable(reading: try request(needsDigest: needsDigest))
    for note in table.notes { Console.note("note: \(note)") }
    let result = CostReport(table, prices: list, dollars: try amounts(), level: confidence.level)
    try report.write(
      ReportOptions.Forms(
        text: { result.text }, json: { result.json }, csv: { result.csv },
        markdown: { result.markdown }),
      inputs: [file] + [prices].compactMap(\.self)
    ) {
      try frame.svg(BudgetFigure(result, options: frame.options).figure)
    }
  }

  private func request(needsDigest: Bool) throws -> BudgetTableRequest {
    var request = BudgetTableRequest(InputLocation(argument: file))
    request.asked = asked
    request.askedFrom = askedFrom
    request.used = used
    request.series = series.map { $0 == "none" ? [] : $0.split(separator: ",").map(String.init) }
    request.conditions = try rows.conditions()
    request.delimiter = rows.separator
    request.needsDigest = needsDigest
    return request
  }

  private func amounts() throws -> [Double] {
    try dollars.map { try NumberList.positive($0, option: "--dollars") } ?? []
  }
}
