internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingData

/// Which columns hold parameters, tokens, compute and loss: guessed from well-known names.
struct LawColumnOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Column of parameters N.", valueName: "column"))
  var n: String?

  @Option(help: ArgumentHelp("Column of training tokens D.", valueName: "column"))
  var d: String?

  @Option(
    name: [.customLong("loss"), .customLong("y")],
    help: ArgumentHelp("Column of the loss.", valueName: "column"))
  var loss: String?

  @Option(help: ArgumentHelp("Column of unique tokens U, for repeats.", valueName: "column"))
  var unique: String?

  @Option(help: ArgumentHelp("Column of training compute in FLOP.", valueName: "column"))
  var flops: String?

  @Option(help: ArgumentHelp("Column of x, for laws of one variable.", valueName: "column"))
  var x: String?

  @OptionGroup var rows: RowOptions

  static let parameterNames = [
    "paramsn", "N", "params", "parameters", "nparams", "numparams", "parametercount",
    "modelparams", "nonembeddingparams", "modelsize", "parameter",
  ]
  static let tokenNames = [
    "tokensd", "D", "tokens", "traintokensd", "traintokens", "trainingtokens", "ntokens",
    "tokensseen", "pretrainingdatasize",
  ]
  static let lossNames = [
    "loss", "valloss", "validationloss", "evalloss", "testloss", "trainloss", "trainingloss",
    "testcrossentropy", "crossentropy", "crossentropyloss", "L", "y",
  ]
  static let flopNames = [
    "flops", "trainflops", "trainflop", "trainingflops", "trainingflop", "flop", "compute",
    "trainingcompute", "C",
  ]
  static let uniqueNames = ["uniquetokensu", "uniquetokens", "U", "unique"]
  static let variableNames =
    ["x"] + ["trainsetsize", "trainingsetsize", "datasetsize", "trainingexamples", "examples"]
    + tokenNames + parameterNames + flopNames

  typealias Column = NumberTableRequest.Column

  func parameters(isOptional: Bool = false) -> Column {
    Column(
      option: "--n", meaning: "parameters N", name: n, wellKnownNames: Self.parameterNames,
      isOptional: isOptional)
  }

  func tokens(isOptional: Bool = false) -> Column {
    Column(
      option: "--d", meaning: "tokens D", name: d, wellKnownNames: Self.tokenNames,
      isOptional: isOptional)
  }

  func compute(isOptional: Bool = false) -> Column {
    Column(
      option: "--flops", meaning: "training compute", name: flops, wellKnownNames: Self.flopNames,
      isOptional: isOptional)
  }

  func losses(isOptional: Bool = false) -> Column {
    Column(
      option: "--loss", meaning: "loss", name: loss, wellKnownNames: Self.lossNames,
      isOptional: isOptional)
  }

  /// What a law is fitted to, read from a table.
  struct Reading {
    var data: LawData
    var input: InputIdentity
    var notes: [String]
  }

  /// The runs for a form of law.
  ///
  /// Where no column holds tokens, they follow from compute: D = C/(6N).
  func table(
    _ location: InputLocation, _ form: LawForm, conditions: [RowCondition], threads: Int
  ) throws -> Reading {
    var wanted: [Column]
    switch form.inputs {
    case [.x]:
      wanted = [
        Column(
          option: "--x", meaning: "x", name: x ?? d ?? n, wellKnownNames: Self.variableNames)
      ]
    case [.parameters, .tokens]:
      var compute = compute()
      compute.standsInFor = 1
      compute.meaning = "tokens D (or training compute, from which D = C/(6N) follows)"
      compute.option = "--d or --flops"
      wanted = [parameters(), tokens(), compute]
    default:
      wanted = [
        parameters(), tokens(),
        Column(
          option: "--unique", meaning: "unique tokens U", name: unique,
          wellKnownNames: Self.uniqueNames),
      ]
    }
    wanted.append(losses())
    let table = try NumberTable(reading: request(location, wanted, conditions, threads))
    var notes = table.notes
    var columns = zip(table.columns, table.values).dropLast().compactMap { $0 == nil ? nil : $1 }
    var names = table.columns.compactMap { $0?.column }
    if form.inputs == [.parameters, .tokens], table.columns[1] == nil {
      notes.append("tokens D = C/(6N), because no column holds them (name one with --d)")
      columns[1] = zip(columns[1], columns[0]).map { $0 / (6 * $1) }
      names[1] = "\(names[1])/(6 \(names[0]))"
    }
    do {
      return Reading(
        data: try LawData(
          columns: columns, loss: table.values[table.values.count - 1], names: names,
          lines: table.lines),
        input: table.input, notes: notes)
    } catch {
      throw LawError(description: "\(location.description), \(error.description)")
    }
  }

  func request(
    _ location: InputLocation, _ columns: [Column], _ conditions: [RowCondition], _ threads: Int
  ) -> NumberTableRequest {
    NumberTableRequest(
      input: location, columns: columns, conditions: conditions, delimiter: rows.separator,
      threads: threads, needsDigest: true)
  }
}
