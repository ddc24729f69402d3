/// A column name that the field knows, and what it measures.
///
/// Names are compared without case, without separators and without a unit in parentheses;
/// `@` reads "at". The lists below are in order of preference: the first one that the table
/// has is taken.
struct WellKnownColumn {
  let names: [String]
  let title: String
  let quantity: AxisQuantity

  /// A name in the form in which names are compared: `Pass@1 (CoT)` becomes `passat1`.
  static func normalised(_ name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      if character == "(" { break }
      if character == "@" {
        result += "at"
      } else if character.isLetter || character.isNumber {
        result.append(character)
      }
    }
    return result
  }

  /// Whether a column has one of the names. A name of one capital letter must be that letter:
  /// N, D and C are parameters, tokens and compute, but n is a sample count elsewhere.
  func matches(_ column: String) -> Bool {
    let folded = Self.normalised(column)
    return names.contains { $0.count == 1 && $0 != $0.lowercased() ? $0 == column : $0 == folded }
  }

  /// The unit in parentheses at the end of a column name, such as "1E21".
  static func unitSuffix(of name: String) -> String? {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return nil }
    let unit = name[name.index(after: open)...].dropLast()
    return unit.isEmpty ? nil : String(unit)
  }
}

extension WellKnownColumn {
  private init(_ title: String, _ quantity: AxisQuantity, _ names: [String]) {
    self.init(names: names, title: title, quantity: quantity)
  }

  /// Tokens that a model spent on a question.
  static let tokensUsed = WellKnownColumn(
    "tokens used per question", .tokens,
    [
      "avgtokensused", "tokensused", "meantokensused", "averagetokensused", "inferencetokens",
      "testtimetokens", "completiontokens", "avgcompletiontokens", "outputtokens",
      "avgoutputtokens", "thinkingtokens", "avgthinkingtokens", "reasoningtokens",
      "generatedtokens", "tokensperquestion", "tokensperproblem", "tokenspertask",
      "avgtokens", "meantokens",
    ])

  /// Tokens that it was allowed.
  static let tokenLimit = WellKnownColumn(
    "token limit per question", .tokens,
    [
      "tokenlimit", "tokenbudget", "thinkingbudget", "budget", "budgettokens", "maxtokens",
      "maxthinkingtokens", "tokenlimitpersample", "contextlength",
    ])

  /// Columns of a horizontal axis: tokens used, token limits, samples, training FLOP, cost,
  /// parameters, tokens trained on, dates, steps, and at last a column named x.
  static let axes: [WellKnownColumn] = [
    tokensUsed,
    .init("tokens", .tokens, ["tokens"]),
    tokenLimit,
    .init(
      "samples per question", .samples,
      [
        "samples", "nsamples", "samplecount", "samplespertask", "samplesperproblem",
        "samplesperquestion", "votes", "nvotes", "k", "attempts", "epochs", "generations",
      ]),
    .init(
      "training compute (FLOP)", .flop,
      [
        "trainflops", "trainflop", "trainingflops", "trainingflop", "flops", "flop",
        "trainflops6nd", "trainingcompute", "traincompute", "trainingcomputeflop", "compute",
        "petaflopdays", "C",
      ]),
    .init(
      "inference compute (FLOP)", .flop,
      ["inferenceflops", "inferenceflop", "inferencecompute", "testtimecompute"]),
    .init(
      "cost per task (US dollars)", .dollars,
      ["costpertaskusd", "costpertask", "costperquestionusd"]),
    .init("cost (US dollars)", .dollars, ["costusd", "cost", "price", "priceusd", "dollars"]),
    .init(
      "parameters", .parameters,
      [
        "paramsn", "params", "parameters", "nparams", "numparams", "parametercount", "paramsb",
        "modelsize", "modelparams", "nonembeddingparams", "N",
      ]),
    .init(
      "training tokens", .tokens,
      [
        "tokensd", "traintokensd", "traintokens", "trainingtokens", "pretrainingdatasize",
        "uniquetokensu", "uniquetokens", "D",
      ]),
    .init(
      "training examples", .other,
      [
        "trainsetsize", "trainingsetsize", "datasetsize", "trainingexamples", "seenexamples",
        "examples", "sftexamples",
      ]),
    .init("release date", .date, ["releasedate", "released", "publicationdate", "date"]),
    .init("tokens in total", .tokens, ["totaltokens"]),
    .init("training step", .other, ["step", "steps", "trainstep", "globalstep", "iteration"]),
    .init("x", .other, ["x"]),
  ]

  /// Columns of a vertical axis that hold an accuracy: a fraction or a percent.
  static let accuracies: [String] = [
    "accuracy", "acc", "meanaccuracy", "score", "passat1", "coverage", "passatk", "majority",
    "majorityvote", "majatk", "consat64", "exactmatch", "em", "successrate", "solverate",
    "averagescore", "avgscore", "meanscore", "bestscore", "issuessolvedpct", "performance",
    "correctrate", "accnorm", "winrate",
  ]

  /// Columns that say of one answer whether it is right.
  static let verdicts: [String] = ["correct", "iscorrect", "passed", "right"]

  /// Columns of a vertical axis that hold any number.
  static let plainValues: [String] = [
    "p50horizonminutes", "horizonminutes", "timehorizon", "value", "metric", "metricvalue",
    "loss", "valloss", "validationloss", "evalloss", "testloss", "trainloss", "trainingloss",
    "testcrossentropy", "crossentropy", "crossentropyloss", "perplexity", "errorrate", "error",
    "y",
  ]

  /// Columns that name the model or the method behind a curve, then the benchmark it ran on,
  /// then what tells two curves of one model on one benchmark apart.
  static let seriesGroups: [[String]] = [
    [
      "model", "modelid", "modelname", "checkpoint", "name", "displayname", "modelversion",
      "modelfamily", "family", "modelgroup", "series", "config",
    ],
    ["benchmark", "task", "dataset", "datasetid", "taskname", "domain"],
    ["method", "metric", "technique", "strategy", "effort"],
  ]

  /// Columns that may as well tell the points of one curve apart.
  static let ladders: [String] = ["effort"]

  /// Columns that give the standard error of y.
  static let standardErrors: [String] = [
    "stderr", "standarderror", "se", "sem", "accstderr", "accuracystderr",
  ]

  /// Columns that count the questions behind an accuracy.
  static let items: [String] = [
    "nproblems", "problems", "problemcount", "questions", "nquestions", "questioncount",
    "items", "nitems", "itemcount", "tasks", "ntasks", "taskcount",
  ]
}
