internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingData

/// Which leaderboard, which columns, which records, and how tokens become dollars.
struct RecordOptions: ParsableArguments {
  @Argument(
    help: "A CSV or TSV table with a header, or JSON Lines; - is standard input.",
    completion: .file())
  var file: String

  @Option(help: ArgumentHelp("Column of the cost: dollars, tokens, FLOP.", valueName: "column"))
  var x: String?

  @Option(help: ArgumentHelp("Column of the score; more is better.", valueName: "column"))
  var y: String?

  @Option(help: ArgumentHelp("Columns that name a record.", valueName: "column,..."))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Columns that name a ladder, such as the model behind several efforts; none for no ladders "
        + "(default: the name without an effort at its end).", valueName: "column,..."))
  var series: String?

  @Option(
    help: ArgumentHelp(
      "Columns that tell records of one name apart; records that agree in them and differ in cost "
        + "or score are reported; none for the name alone (default: the benchmark).",
      valueName: "column,..."))
  var identity: String?

  @Option(
    help: ArgumentHelp(
      "Questions behind each score: a column or a number.", valueName: "column|number"))
  var items: String?

  @Option(help: ArgumentHelp("Column of the standard errors of the score.", valueName: "column"))
  var stderr: String?

  @Option(
    help: ArgumentHelp(
      "Table of prices, from which costs follow: columns model, input, output, cached (dollars "
        + "per million tokens; cached as input where absent), date, source.", valueName: "file"),
    completion: .file())
  var prices: String?

  @Option(
    help: ArgumentHelp("Column of tokens read, without cached ones.", valueName: "column"))
  var inputTokens: String?

  @Option(help: ArgumentHelp("Column of tokens written.", valueName: "column"))
  var outputTokens: String?

  @Option(help: ArgumentHelp("Column of tokens read from a cache.", valueName: "column"))
  var cachedTokens: String?

  @OptionGroup var rows: RowOptions

  @Option(help: "How the score is written: automatic, fraction, percent or number.")
  var yUnit: TableOptions.YUnit = .automatic

  func validate() throws {
    if prices != nil, x != nil {
      throw ValidationError("--prices makes the costs from tokens. Leave out --x.")
    }
    let tokens = [
      ("--input-tokens", inputTokens), ("--output-tokens", outputTokens),
      ("--cached-tokens", cachedTokens),
    ]
    if prices == nil, let option = tokens.first(where: { $0.1 != nil }) {
      throw ValidationError("\(option.0) is used with --prices only.")
    }
    if case .number(let count) = items.map(ItemsSource.init(argument:)),
      !(count > 0 && count.isFinite)
    {
      throw ValidationError("--items must be a positive number or a column.")
    }
    if prices == "-", file == "-" {
      throw ValidationError("Only one of the table and --prices can be standard input.")
    }
  }

  /// The table and the prices, with their notes on standard error.
  func read(threads: Int, needsDigest: Bool) throws -> (table: RecordTable, prices: PriceList?) {
    let list = try prices.map {
      try PriceList(reading: InputLocation(argument: $0), needsDigest: needsDigest)
    }
    var request = RecordTableRequest(InputLocation(argument: file))
    request.cost = x
    request.score = y
    request.names = name.map(Self.columns)
    if let series {
      request.ladders = series == "none" ? .none : .columns(Self.columns(series))
    }
    request.identity = identity.map { $0 == "none" ? [] : Self.columns($0) }
    request.items = items.map(ItemsSource.init(argument:))
    request.standardError = stderr
    request.tokens = .init(input: inputTokens, output: outputTokens, cached: cachedTokens)
    request.needsTokens = list != nil
    request.conditions = try rows.conditions()
    request.delimiter = rows.separator
    request.valueUnit = yUnit.choice
    request.threads = threads
    request.needsDigest = needsDigest
    let table = try RecordTable(reading: request)
    for note in table.notes { Console.note("note: \(note)") }
    return (table, list)
  }

  private static func columns(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}
