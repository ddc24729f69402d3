public import ArgumentParser
internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingData
internal import ScalingReports

/// `scaling law`: fits training laws and says what follows from them.
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law", abstract: "Fit a training law in parameters, tokens and loss.",
    discussion: """
      The objective is printed at its optimum, and no start of the search ends lower. Standard \
      errors and intervals come from refits of resampled rows. With --fix for every coefficient \
      a given law is evaluated instead. `scaling law isoflop FILE` takes the minimum of each \
      profile of equal compute and fits the law of the optimal N in compute.
      """)

  @Argument(
    help: "A CSV or TSV table with a header, - for standard input; isoflop before it for profiles.",
    completion: .file())
  var files: [String] = []

  @OptionGroup(title: "Columns") var columns: LawColumnOptions

  @Option(
    help: ArgumentHelp(
      "hoffmann, tied, kaplan, repeats, power, broken-power or isoflop.", valueName: "form"))
  var form: String?

  @Option(
    help: ArgumentHelp(
      "huber-log, least-squares, log-least-squares or log1p-least-squares.", valueName: "name"))
  var objective: String?

  @Option(help: ArgumentHelp("Delta of huber-log.", valueName: "number"))
  var delta: Double = LawObjective.standardDelta

  @Option(
    help: ArgumentHelp(
      "Hold coefficients fixed; repeat or separate by commas.", valueName: "name=number,..."))
  var fix: [String] = []

  @Option(help: "Starts: profile (the structure of the law) or grid (the published 4,500).")
  var search: LawSearchMethod = .profile

  @Option(
    help: ArgumentHelp(
      "Descend from this start only, instead of a search.", valueName: "name=number,..."))
  var start: String?

  @Option(
    help: ArgumentHelp("Refit that many resamples of the rows; 0 for none.", valueName: "count"))
  var bootstrap: Int = 1000

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Divide these training budgets, in FLOP.", valueName: "C,..."))
  var budget: String?

  @Option(
    help: ArgumentHelp(
      "Loss at these inputs, N:D (N:D:U for repeats, x for laws of one variable).",
      valueName: "N:D,..."))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "Compare with a published law or one of your own: \(PublishedLaw.all.map(\.name).joined(separator: ", ")), or A=...,B=...",
      valueName: "law"))
  var against: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keep rows that meet the condition out of the fit and predict them.", valueName: "condition"))
  var holdout: String?

  @OptionGroup(title: "Profiles") var isoflop: IsoflopOptions

  @OptionGroup(title: "Figure") var frame: FigureFrame

  @OptionGroup(title: "Report") var output: ReportOptions

  func validate() throws {
    if output.svg == nil { try frame.requireUnused() }
    let names = files.first == "isoflop" ? Array(files.dropFirst()) : files
    guard names.count == 1 else {
      throw ValidationError(
        names.isEmpty
          ? "Name a table to read, or - for standard input."
          : "A law is fitted to one table, not to \(names.count).")
    }
    guard bootstrap == 0 || (100...10_000_000).contains(bootstrap) else {
      throw ValidationError(
        "--bootstrap is \(bootstrap), but percentiles need 100 to 10000000 refits.")
    }
    guard delta > 0, delta.isFinite else {
      throw ValidationError("--delta is \(delta), but must be above 0, such as 0.001.")
    }
    if isIsoflop { return }
    _ = try settings()
  }

  private var isIsoflop: Bool { files.first == "isoflop" || form == "isoflop" }

  func run() throws {
    let (forms, figure) = isIsoflop ? try isoflopResult() : try lawResult()
    try output.write(forms, inputs: [files[files.count - 1]]) { try frame.svg(figure) }
  }

  private func lawResult() throws -> (forms: ReportOptions.Forms, figure: Figure) {
    let settings = try settings()
    let form = settings.fit.form
    let location = InputLocation(argument: files[files.count - 1])
    let conditions = try columns.rows.conditions()
    let held = try holdout.map { try RowCondition($0) }
    if held != nil, location == .standardInput {
      throw LawError(description: "--holdout reads the table twice: give a file instead of -.")
    }
    let table = try columns.table(
      location, form, conditions: conditions + (held.map { [$0.negated] } ?? []),
      threads: common.threadCount)
    for note in table.notes { Console.note("note: \(note)") }
    let place = location.description
    do {
      var heldData: (String, LawData)?
      if let held {
        let rest = try columns.table(
          location, form, conditions: conditions + [held], threads: common.threadCount)
        heldData = (held.description, rest.data)
      }
      let report = try LawReport(
        table.data, input: table.input, notes: table.notes, settings: settings, holdOut: heldData)
      let forms = ReportOptions.Forms(
        text: { report.text }, json: { report.json }, csv: { report.csv },
        markdown: { report.markdown })
      return (forms, LawFigure(report, options: frame.options).figure)
    } catch let error as FitError {
      throw LawError(description: "\(place): \(error.description)")
    }
  }

  private func isoflopResult() throws -> (forms: ReportOptions.Forms, figure: Figure) {
    let location = InputLocation(argument: files[files.count - 1])
    let report = try isoflop.report(
      location, columns: columns, bootstrap: bootstrap, level: common.level, seed: common.seed,
      threads: common.threadCount,
      budgets: try budgets())
    let forms = ReportOptions.Forms(
      text: { report.text }, json: { report.json }, csv: { report.csv },
      markdown: { report.markdown })
    return (forms, IsoflopFigure(report, options: frame.options).figure)
  }
}

/// A law that could not be fitted, with its file.
struct LawError: Error, CustomStringConvertible {
  let description: String
}

extension LawCommand {
  private func settings() throws -> LawReport.Settings {
    let form = try lawForm()
    guard
      let objective = try objective.map({ name in
        guard let objective = LawObjective(name: name, delta: delta) else {
          throw ValidationError(
            "--objective: there is no objective \"\(name)\". Choose from "
              + LawObjective.names.joined(separator: ", ") + ".")
        }
        return objective
      }) ?? standardObjective(form)
    else { throw ValidationError("--objective is missing.") }
    return LawReport.Settings(
      fit: LawFit.Settings(
        form: form, objective: objective, fixed: try coefficients(fix, option: "--fix"),
        search: search,
        start: try start.map { try coefficients([$0], option: "--start") },
        threads: common.threadCount
      ),
      bootstrap: bootstrap == 0
        ? nil
        : LawBootstrap(
          replicateCount: bootstrap, seed: common.seed, level: common.level,
          threads: common.threadCount),
      budgets: try budgets(form), positions: try positions(form),
      against: try against.map { try other($0, form) })
  }

  private func standardObjective(_ form: LawForm) -> LawObjective? {
    if case .huberLog = form.standardObjective { return .huberLog(delta: delta) }
    return form.standardObjective
  }

  private func lawForm() throws -> LawForm {
    guard let form else { return .hoffmann }
    guard let result = LawForm(rawValue: form) else {
      throw ValidationError(
        "--form: there is no form \"\(form)\". Choose from "
          + LawForm.allCases.map(\.rawValue).joined(separator: ", ") + ", isoflop.")
    }
    return result
  }

  private func budgets() throws -> [Double] {
    try budget.map { try NumberList.positive($0, option: "--budget") } ?? []
  }

  private func budgets(_ form: LawForm) throws -> [Double] {
    let result = try budgets()
    guard result.isEmpty || form.hasComputeOptimum else {
      throw ValidationError(
        "--budget: the law \(form.rawValue) does not divide a budget between N and D.")
    }
    return result
  }

  private func positions(_ form: LawForm) throws -> [[Double]] {
    let shape = form.inputs.map(\.rawValue).joined(separator: ":")
    return try (at ?? "").split(separator: ",").map { part in
      let values = try NumberList.positive(String(part), separator: ":", option: "--at")
      guard values.count == form.inputs.count else {
        throw ValidationError("--at: \"\(part)\" is not of the form \(shape).")
      }
      return values
    }
  }

  private func coefficients(_ lists: [String], option: String) throws -> [String: Double] {
    try LawArgument.coefficients(lists, option: option)
  }

  private func other(_ text: String, _ form: LawForm) throws -> LawReport.NamedLaw {
    do {
      if let law = try LawArgument.law(text, form: form, option: "--against") { return law }
    } catch let error as FitError {
      throw ValidationError("--against: \(error.description)")
    }
    throw ValidationError(
      "--against: there is no published law \"\(text)\". Choose from \(LawArgument.names), or give "
        + "all coefficients as NAME=NUMBER,...")
  }
}

extension LawSearchMethod: ExpressibleByArgument {}

extension RowCondition {
  /// The condition that the other rows meet.
  var negated: RowCondition {
    let opposite: Comparison =
      switch comparison {
      case .equal: .notEqual
      case .notEqual: .equal
      case .less: .greaterOrEqual
      case .lessOrEqual: .greater
      case .greater: .lessOrEqual
      case .greaterOrEqual: .less
      }
    return RowCondition(column: column, opposite, value)
  }
}
