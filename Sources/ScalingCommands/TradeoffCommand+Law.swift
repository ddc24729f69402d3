internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingData
internal import ScalingReports

extension TradeoffCommand {
  func validateLaw() throws {
    let given = surface.given + (unitFlop == nil ? [] : ["--unit-flop"])
    if let option = given.first {
      throw ValidationError("\(option) is for measurements; a law needs no such thing.")
    }
    if !isTable {
      let idle = [("--law", law), ("--n", n != nil), ("--d", d != nil), ("--y", y != nil)]
      if let option = idle.first(where: { $0.1 })?.0 {
        throw ValidationError("\(option) is for a table; \(source) is a law already.")
      }
      if bootstrap != nil {
        throw ValidationError("--bootstrap refits a law to a table; \(source) has none.")
      }
    }
    if target != nil, budget != nil {
      throw ValidationError("--target and --budget both say which loss is wanted. Give one.")
    }
    if lifetime.demand != nil, target == nil, budget == nil {
      throw ValidationError(
        "--demand needs the loss that every model has: give --target LOSS, or --budget C for that "
          + "of the best model of a budget.")
    }
    _ = try lawForm()
    _ = try lawSettings()
  }

  func lawResult() throws -> (forms: ReportOptions.Forms, figure: Figure) {
    let result = try lawReport()
    let forms = ReportOptions.Forms(
      text: { result.text }, json: { result.json }, csv: { result.csv },
      markdown: { result.markdown })
    return (forms, LawTradeoffFigure(result, options: frame.options).figure)
  }

  private func lawReport() throws -> LawTradeoffReport {
    let settings = try lawSettings()
    do {
      if let named = try LawArgument.law(source, form: try lawForm(), option: "coefficients") {
        let published = PublishedLaw.named(source)?.source
        return try LawTradeoffReport(
          named.law, origin: .init(name: named.name, source: published), settings: settings)
      }
      return try fittedReport(settings)
    } catch let error as FitError {
      throw LawError(description: "\(source): \(error.description)")
    }
  }

  private func fittedReport(_ settings: LawTradeoffReport.Settings) throws -> LawTradeoffReport {
    let table = try NumberTable(reading: lawRequest())
    for note in table.notes { Console.note("note: \(note)") }
    let names = table.columns.compactMap { $0?.column }
    let data = try LawData(
      columns: Array(table.values.dropLast()), loss: table.values[2], names: names,
      lines: table.lines)
    let fit = try LawFit(
      data, settings: .init(form: try lawForm(), threads: common.threadCount))
    let count = bootstrap ?? Self.standardRefits
    let refits =
      count == 0
      ? nil
      : LawBootstrap(
        replicateCount: count, seed: common.seed, level: common.level,
        threads: common.threadCount
      ).run(fit)
    return try LawTradeoffReport(
      fit.law, origin: .init(name: table.input.path, input: table.input, runs: data.count),
      settings: settings, bootstrap: refits, notes: table.notes, diagnostics: fit.diagnostics)
  }

  private func lawRequest() throws -> NumberTableRequest {
    NumberTableRequest(
      input: InputLocation(argument: source),
      columns: [
        .init(
          option: "--n", meaning: "parameters N", name: n,
          wellKnownNames: LawColumnOptions.parameterNames),
        .init(
          option: "--d", meaning: "tokens D", name: d, wellKnownNames: LawColumnOptions.tokenNames),
        .init(
          option: "--y", meaning: "loss", name: y, wellKnownNames: LawColumnOptions.lossNames),
      ],
      conditions: try rows.conditions(), delimiter: rows.separator, threads: common.threadCount,
      needsDigest: true)
  }

  private func lawForm() throws -> LawForm {
    let forms = LawForm.allCases.filter(\.hasComputeOptimum)
    guard let form else { return .hoffmann }
    guard let result = forms.first(where: { $0.rawValue == form }) else {
      throw ValidationError(
        "--form: there is no form \"\(form)\" of N and D. Choose from "
          + forms.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return result
  }

  private func lawSettings() throws -> LawTradeoffReport.Settings {
    var wanted = budget.map(LossTarget.budget)
    if let target {
      let losses = try NumberList.positive(target, option: "--target")
      guard losses.count == 1 else {
        throw ValidationError("--target: every model of a law has one loss; give one number.")
      }
      wanted = .loss(losses[0])
    }
    return LawTradeoffReport.Settings(
      rates: try rate.map { try NumberList.positive($0, option: "--rate") } ?? [6],
      savings: try lifetime.savings(standard: [0.3, 0.5, 0.8, 1]),
      payments: try lifetime.payments(), target: wanted, demands: try lifetime.demands(),
      prices: try lifetime.prices(), growth: ComputeGrowth(factorPerYear: lifetime.growth))
  }
}
