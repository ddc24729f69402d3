internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingData

/// Which table, which columns, which rows: the same options in every command.
struct TableOptions: ParsableArguments {
  @Argument(
    help: "CSV or TSV tables with a header, or JSON Lines; - is standard input.",
    completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp("Column of the x axis (compute, tokens, cost, date).", valueName: "column"))
  var x: String?

  @Option(help: ArgumentHelp("Column of the y axis (accuracy, loss).", valueName: "column"))
  var y: String?

  @Option(
    help: ArgumentHelp(
      "Columns whose values name a series, separated by commas; none for one series.",
      valueName: "column,..."))
  var series: String?

  @Option(
    help: ArgumentHelp(
      "Questions behind each accuracy: a column or a number.", valueName: "column|number"))
  var items: String?

  @Option(
    help: ArgumentHelp(
      "Column of the standard errors of y, for error bars; fits use them with --weights errors=.",
      valueName: "column"))
  var stderr: String?

  @Option(
    name: .customLong("weights"),
    help: ArgumentHelp(
      "Column of weights and their meaning: relative (variance one over it, scale estimated), errors "
        + "(known standard errors) or counts (observations that a row stands for).",
      valueName: "kind=column"))
  var weightsText: String?

  @Option(
    help: ArgumentHelp(
      "Column that names the question of each row, where a row is one answer (y right or wrong): "
        + "intervals then come from the questions, which all points share.", valueName: "column"))
  var question: String?

  @OptionGroup var rows: RowOptions

  @Option(help: "How y is written: automatic, fraction, percent or number.")
  var yUnit: YUnit = .automatic

  enum YUnit: String, ExpressibleByArgument, CaseIterable {
    case automatic, fraction, percent, number

    /// The choice for a reading.
    var choice: ValueUnitChoice {
      switch self {
      case .automatic: .automatic
      case .fraction: .fraction
      case .percent: .percent
      case .number: .number
      }
    }
  }

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name a table to read, or - for standard input.") }
    if let twice = files.indices.first(where: { files[..<$0].contains(files[$0]) }) {
      throw ValidationError("\(files[twice]) is named twice: its rows would count double.")
    }
    let weights = try self.weights()
    if let weights, weights.kind == .errors, let stderr, stderr != weights.column {
      throw ValidationError(
        "--stderr \(stderr) and --weights errors=\(weights.column) name two columns of standard "
          + "errors. Name one.")
    }
    if question != nil, items != nil || weights != nil || stderr != nil {
      throw ValidationError(
        "--question counts the items of a point itself. Leave out --items, --weights and --stderr.")
    }
  }

  /// The request that these options make.
  func request(threads: Int, needsDigest: Bool) throws -> TableRequest {
    let weights = try self.weights()
    var request = TableRequest(
      inputs: files.map(InputLocation.init(argument:)), x: x, y: y,
      series: series.map(Self.columns), items: items.map(ItemsSource.init(argument:)),
      standardError: weights?.kind == .errors ? weights?.column : stderr,
      conditions: try rows.conditions(),
      delimiter: rows.separator,
      valueUnit: yUnit.choice, threads: threads,
      needsDigest: needsDigest)
    if let weights, weights.kind != .errors { request.weights = weights.column }
    request.question = question
    return request
  }

  /// The weights that are asked for: what they mean, and their column.
  func weights() throws -> (kind: Weights.Kind, column: String)? {
    guard let weightsText else { return nil }
    let parts = weightsText.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError(
        "--weights is \"\(weightsText)\", but says what a column means: relative=COLUMN, "
          + "errors=COLUMN or counts=COLUMN.")
    }
    let kinds = Weights.Kind.allCases.map(\.rawValue)
    guard let kind = Weights.Kind(rawValue: parts[0]) else {
      let nearest = NearestName.suggestion(for: parts[0], among: kinds)
      throw ValidationError(
        "--weights: there is no meaning \"\(parts[0])\""
          + (nearest.map { "; did you mean \($0)?" } ?? ".")
          + " Choose from relative, errors and counts.")
    }
    return (kind, parts[1])
  }

  /// The table, with its notes on standard error.
  func read(threads: Int) throws -> SeriesTable {
    let table = try SeriesTable(reading: request(threads: threads, needsDigest: true))
    for note in table.notes { Console.note("note: \(note)") }
    if files.count > 1, table.roles.series.isEmpty {
      Console.note(
        "note: the rows of \(files.count) files make one series; name a column with --series to "
          + "keep them apart")
    }
    return table
  }

  private static func columns(_ text: String) -> [String] {
    text == "none" ? [] : text.split(separator: ",").map(String.init)
  }
}
