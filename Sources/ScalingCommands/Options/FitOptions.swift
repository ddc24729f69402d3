public import ArgumentParser
public import ScalingAnalysis
internal import ScalingData
internal import ScalingReports

/// What is fitted and how uncertain it is: the same options in every command that fits.
struct FitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Families to fit, separated by commas: \(ModelName.allCases.map(\.rawValue).joined(separator: ", ")); "
        + "without it all but broken-power, whose six coefficients need many points.",
      valueName: "name,..."))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "A curve of your own: a response column, or a function of columns, and an expression over "
        + "columns and parameters; backticks around names with spaces.",
      valueName: "y ~ expression"))
  var formula: String?

  @Option(
    help: ArgumentHelp(
      "Where to start parameters of a formula or a family; without it a search finds them.",
      valueName: "name=value,..."))
  var start: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keep a parameter inside bounds, one of which may be left out; repeat for more.",
      valueName: "name=low..high"))
  var bound: [String] = []

  @Option(
    help: ArgumentHelp("Fix parameters at values; repeat for more.", valueName: "name=value,..."))
  var fix: [String] = []

  @Option(
    name: .customLong("noise"),
    help: ArgumentHelp(
      "How y scatters: gaussian, binomial or binomial-overdispersed (right answers out of --items), "
        + "huber[:DELTA] or bisquare[:C] (outliers, beyond so many scales).", valueName: "name"))
  var noiseText: String = "gaussian"

  @Option(
    help: ArgumentHelp(
      "Floor of the logistic: a number such as a chance level, or free.", valueName: "number|free"))
  var floor: String = "0"

  @Option(
    help: ArgumentHelp("Ceiling of the logistic: a number, or free.", valueName: "number|free"))
  var ceiling: String = "free"

  @Option(
    help: ArgumentHelp(
      "Keep rows like 'x>1e6' out of the fit and predict them; x stands for the column of the x "
        + "axis; repeat to combine.", valueName: "condition"))
  var holdout: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keep the points of largest x of each series out of the fit and predict them.",
      valueName: "count"))
  var holdoutTop: Int = 0

  @Option(
    help:
      "What bands and --at intervals hold: pointwise (at each x) or simultaneous (the whole curve)."
  )
  var band: BandCoverage = .pointwise

  @Option(
    help: ArgumentHelp("Refit that many resamples of the points.", valueName: "count"))
  var bootstrap: Int = 0

  @Option(
    help: ArgumentHelp(
      "What the bootstrap resamples: case, residual, binomial or question (default: case, or "
        + "question with --question)."))
  var resample: Bootstrap.Resample?

  @OptionGroup var common: CommonOptions

  /// The noise that is asked for.
  func noise() throws -> Noise {
    do throws(FitError) {
      return try Noise(noiseText)
    } catch {
      throw ValidationError("--noise: \(error.description).")
    }
  }

  func validate() throws {
    guard bootstrap == 0 || (100...10_000_000).contains(bootstrap) else {
      throw ValidationError(
        "--bootstrap is \(bootstrap), but percentiles need 100 to 10000000 refits.")
    }
    guard holdoutTop >= 0 else {
      throw ValidationError("--holdout-top is \(holdoutTop), but must not be negative.")
    }
    _ = try families()
    _ = try noise()
  }

  /// The formula with what is known about its parameters, when there is one.
  func formulaRequest() throws -> FormulaRequest? {
    try formula.map {
      FormulaRequest(
        text: $0, constraints: try ConstraintArguments(start, bound, fix).constraints)
    }
  }

  /// The settings that these options make for a table.
  ///
  /// Without --model all families are fitted, but on a time axis only those that take no
  /// logarithm of x: a year has no natural zero.
  func settings(
    for table: SeriesTable, predictionsAt: [Double] = [], quantities: [DerivedQuantity] = [],
    comparisons: [PairRequest] = [], formula: Formula? = nil, weights: Weights.Kind? = nil
  ) throws -> FitReport.Settings {
    var families = try families()
    families.formula = formula
    if model == nil, formula == nil, table.x.quantity == .date {
      families.names = [.constant, .linear, .saturatingExponential]
      Console.note(
        "note: families = \(families.names.map(\.rawValue).joined(separator: ", ")) (x is a date; "
          + "choose others with --model)")
    }
    let resample = self.resample ?? (table.roles.question == nil ? .cases : .questions)
    if bootstrap > 0, resample == .cases,
      table.series.contains(where: { $0.observations.count < Bootstrap.fewCases })
    {
      Console.note(
        "note: with few points intervals from resampled cases run wide: at 8 points they covered "
          + "92 to 99 % instead of 95 % in simulations, those of --resample residual 93 to 97 %")
    }
    return FitReport.Settings(
      families: families, level: common.level, noise: try noise(), weights: weights,
      bootstrap: bootstrap == 0
        ? nil
        : Bootstrap(
          replicateCount: bootstrap, resample: resample, seed: common.seed,
          threads: common.threadCount),
      predictionsAt: predictionsAt, quantities: quantities, comparisons: comparisons, band: band,
      threads: common.threadCount)
  }

  private func families() throws -> FamilySelection {
    var selection = FamilySelection()
    if let model {
      selection.names = try model.split(separator: ",").map { try Self.family(String($0)) }
      if selection.names.isEmpty { throw ValidationError("--model names no family.") }
      if Set(selection.names).count < selection.names.count {
        throw ValidationError("--model names a family twice: \(model).")
      }
    }
    if formula != nil { selection.names = [.formula] + (model == nil ? [] : selection.names) }
    selection.constraints = try ConstraintArguments(start, bound, fix).constraints
    selection.floor = try Self.level(floor, option: "--floor")
    selection.ceiling = try Self.level(ceiling, option: "--ceiling")
    if case .fixed(let low) = selection.floor, case .fixed(let high) = selection.ceiling,
      low >= high
    {
      throw ValidationError("--floor \(floor) must lie below --ceiling \(ceiling).")
    }
    return selection
  }

  private static func family(_ text: String) throws -> ModelName {
    guard let name = ModelName(rawValue: text), name != .formula else {
      throw ValidationError(
        "--model: there is no family \"\(text)\". Choose from "
          + ModelName.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return name
  }

  private static func level(_ text: String, option: String) throws -> FamilySelection.Level {
    if text == "free" { return .free }
    guard let value = Double(text), value.isFinite else {
      throw ValidationError("\(option) is \"\(text)\", but must be a number or free.")
    }
    return .fixed(value)
  }
}

extension BandCoverage: ExpressibleByArgument {}

extension Bootstrap.Resample: ExpressibleByArgument {}
