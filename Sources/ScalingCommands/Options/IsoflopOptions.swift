public import ArgumentParser
public import ScalingAnalysis
internal import ScalingData
internal import ScalingReports

/// How the minima of IsoFLOP profiles are found, or where a table holds them.
struct IsoflopOptions: ParsableArguments {
  @Option(help: "How the minimum of a profile is found: akima or parabola.")
  var method: IsoflopMethod = .akima

  @Option(help: ArgumentHelp("Standard deviation of a loss from seed to seed.", valueName: "nats"))
  var lossNoise: Double = 0.005

  @Option(
    help: ArgumentHelp(
      "Column of optimal parameters, for a table of minima instead of runs.", valueName: "column"))
  var nStar: String?

  @Option(
    help: ArgumentHelp(
      "Column with the standard deviation of ln N*, for weights.", valueName: "column"))
  var deviation: String?

  func validate() throws {
    guard lossNoise >= 0, lossNoise.isFinite else {
      throw ValidationError("--loss-noise is \(lossNoise), but must not be below 0.")
    }
  }

  /// The report on a table.
  func report(
    _ location: InputLocation, columns: LawColumnOptions, bootstrap: Int, level: Double,
    seed: UInt64, threads: Int, budgets: [Double]
  ) throws -> IsoflopReport {
    let conditions = try columns.rows.conditions()
    var losses = columns.losses()
    losses.standsInFor = 1
    losses.meaning = "loss (or --n-star for a table of minima)"
    var parameters = columns.parameters()
    parameters.standsInFor = 1
    let wanted = [
      columns.compute(),
      NumberTableRequest.Column(
        option: "--n-star", meaning: "optimal parameters N*", name: nStar,
        wellKnownNames: nStar == nil && columns.n != nil ? [] : ["nstar", "nopt", "optimalparams"]),
      parameters, losses,
      columns.tokens(isOptional: true),
      NumberTableRequest.Column(
        option: "--n-star", meaning: "optimal tokens D*", name: nil,
        wellKnownNames: ["dstar", "dopt", "optimaltokens"], isOptional: true),
      NumberTableRequest.Column(
        option: "--deviation", meaning: "standard deviation of ln N*", name: deviation,
        wellKnownNames: ["lognstarstd", "lognstd"], isOptional: true),
    ]
    let table = try NumberTable(
      reading: columns.request(location, wanted, conditions, threads))
    for note in table.notes { Console.note("note: \(note)") }
    try check(table, location)
    do {
      let law: IsoflopLaw
      var search: IsoflopSearch?
      var profiles: [IsoflopProfile] = []
      if table.columns[1] != nil {
        law = try IsoflopLaw(
          minima(table), drawCount: bootstrap, seed: seed, level: level)
      } else {
        let chosen = IsoflopSearch(
          method: method, lossNoise: lossNoise, drawCount: bootstrap, seed: seed, threads: threads)
        search = chosen
        profiles = IsoflopProfile.profiles(
          compute: table.values[0], parameters: table.values[2],
          tokens: table.columns[4] == nil ? nil : table.values[4], loss: table.values[3])
        law = try IsoflopLaw(profiles, search: chosen, level: level)
      }
      return IsoflopReport(
        law, profiles: profiles, search: search, input: table.input, budgets: budgets,
        notes: table.notes)
    } catch {
      throw LawError(description: "\(location.description): \(error.description)")
    }
  }

  private func minima(_ table: NumberTable) -> [IsoflopMinimum] {
    (0..<table.rowCount).map { row in
      IsoflopMinimum(
        compute: table.values[0][row], parameters: table.values[1][row],
        tokens: table.columns[5] == nil ? nil : table.values[5][row],
        logDeviation: table.columns[6] == nil ? nil : table.values[6][row])
    }
  }

  private func check(_ table: NumberTable, _ location: InputLocation) throws {
    for (choice, values) in zip(table.columns, table.values) {
      guard let choice, let row = values.firstIndex(where: { $0 <= 0 }) else { continue }
      throw LawError(
        description: "\(location.description), line \(table.lines[row]), column "
          + "\"\(choice.column)\": \(values[row]) is not above zero. Correct it, or leave the row "
          + "out with --where '\(choice.column)>0'.")
    }
  }
}

extension IsoflopMethod: ExpressibleByArgument {}
