internal import ArgumentParser
internal import ScalingData

/// Which samples, which columns, which rows: the options of commands on repeated samples.
struct SampleOptions: ParsableArguments {
  @Argument(
    help: "CSV or TSV tables with a header, or JSON Lines, of samples; - is standard input.",
    completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Column that names the question.", valueName: "column"))
  var question: String?

  @Option(help: ArgumentHelp("Column of answers.", valueName: "column"))
  var answer: String?

  @Option(
    help: ArgumentHelp(
      "Column of verdicts: true or false, 1 or 0, yes or no; in a table of counts the right "
        + "samples.", valueName: "column"))
  var correct: String?

  @Option(
    help: ArgumentHelp(
      "Column of true answers, to compare answers with.", valueName: "column"))
  var truth: String?

  @Option(
    help: ArgumentHelp(
      "Column of samples per question: the table has counts.", valueName: "column"))
  var samples: String?

  @Option(
    help: ArgumentHelp(
      "Column of samples per answer: the table has counts.", valueName: "column"))
  var count: String?

  @Option(
    help: ArgumentHelp(
      "Columns with one sample each, separated by commas: names, 's*' or s01..s40.",
      valueName: "column,..."))
  var wide: String?

  @Option(help: ArgumentHelp("Column of tokens written per sample.", valueName: "column"))
  var tokens: String?

  @Option(help: ArgumentHelp("Column of tokens read per sample.", valueName: "column"))
  var inputTokens: String?

  @Option(help: ArgumentHelp("Column of the cost of a sample in dollars.", valueName: "column"))
  var cost: String?

  @Option(
    help: ArgumentHelp(
      "Column of scores, for best-of-n and weighted votes.", valueName: "column"))
  var score: String?

  @Option(
    help: ArgumentHelp(
      "Column that tells the samples of a question apart; none for no check.",
      valueName: "column"))
  var sampleID: String?

  @Option(
    help: ArgumentHelp(
      "Columns whose values name a group, separated by commas; none for one group.",
      valueName: "column,..."))
  var series: String?

  @Option(
    help: ArgumentHelp(
      "Answers that mean that none could be read, separated by commas; empty ones always do.",
      valueName: "answer,..."))
  var unparsed: String?

  @OptionGroup var rows: RowOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name a table to read, or - for standard input.") }
    if let twice = files.indices.first(where: { files[..<$0].contains(files[$0]) }) {
      throw ValidationError("\(files[twice]) is named twice: its samples would count double.")
    }
  }

  /// The request that these options make.
  func request(
    threads: Int, needsDigest: Bool, needsSequence: Bool = false
  ) throws -> SampleRequest {
    var request = SampleRequest(
      inputs: files.map(InputLocation.init(argument:)), threads: threads,
      needsDigest: needsDigest)
    request.question = question
    request.answer = answer
    request.correct = correct
    request.truth = truth
    request.samples = samples
    request.count = count
    request.outputTokens = tokens
    request.inputTokens = inputTokens
    request.cost = cost
    request.score = score
    request.sampleID = sampleID
    request.series = series.map { $0 == "none" ? [] : Self.parts($0) }
    request.wide = wide.map(Self.parts)
    request.unparsed = unparsed.map(Self.parts) ?? []
    request.conditions = try rows.conditions()
    request.delimiter = rows.separator
    request.needsSequence = needsSequence
    return request
  }

  /// The samples, with their notes on standard error.
  func read(
    threads: Int, needsDigest: Bool = true, needsSequence: Bool = false
  ) throws -> SampleTable {
    let table = try SampleTable(
      reading: request(
        threads: threads, needsDigest: needsDigest, needsSequence: needsSequence))
    for note in table.notes { Console.note("note: \(note)") }
    return table
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}
