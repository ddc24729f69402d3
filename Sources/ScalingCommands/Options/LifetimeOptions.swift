internal import ArgumentParser
internal import ScalingAnalysis

/// What is traded, and the costs over a life: the same for laws and for measurements.
struct LifetimeOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Orders of magnitude of inference to save (or to spend: what they are worth in training); "
        + "default 0.3,0.5,0.8,1 for laws and 1,2 for measurements.", valueName: "orders,..."))
  var save: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Orders of magnitude of training to pay: the inference they save.", valueName: "orders,..."))
  var pay: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Tokens (laws) or queries (measurements) served over the life of a model: the best split of "
        + "training once and inference for all of them.", valueName: "count,..."))
  var demand: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Dollars per FLOP of training, and of inference where it differs.",
      valueName: "training[,inference]"))
  var flopPrice: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Factor by which training compute grows in a year, to say orders of magnitude in years; 4 is "
        + "Epoch AI's for 2010 to 2024 (Sevilla and Roldán 2024).", valueName: "factor"))
  var growth: Double = ComputeGrowth.standardFactor

  func validate() throws {
    guard growth > 1, growth.isFinite else {
      throw ValidationError("--growth is \(growth), but must be above 1, such as 4.")
    }
    _ = try prices()
    _ = try savings(standard: [])
    _ = try payments()
    _ = try demands()
  }

  func savings(standard: [Double]) throws -> [Double] {
    try save.map { try NumberList.positive($0, option: "--save") } ?? standard
  }

  func payments() throws -> [Double] {
    try pay.map { try NumberList.positive($0, option: "--pay") } ?? []
  }

  func demands() throws -> [Double] {
    try demand.map { try NumberList.positive($0, option: "--demand") } ?? []
  }

  func prices() throws -> ComputePrices? {
    guard let flopPrice else { return nil }
    let numbers = try NumberList.positive(flopPrice, option: "--flop-price")
    guard numbers.count <= 2 else {
      throw ValidationError(
        "--flop-price has \(numbers.count) numbers, but takes the price of training and, where it "
          + "differs, that of inference.")
    }
    guard demand != nil else {
      throw ValidationError("--flop-price needs --demand: costs depend on what is served.")
    }
    return ComputePrices(training: numbers[0], inference: numbers.dropFirst().first)
  }
}
