internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingData
internal import ScalingReports

/// Which columns hold training compute, inference compute and accuracy: guessed from well-known
/// names.
struct SurfaceColumnOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Column of training compute.", valueName: "column"))
  var training: String?

  @Option(
    help: ArgumentHelp("Column of inference compute, tokens or samples k.", valueName: "column"))
  var inference: String?

  @Option(
    help: ArgumentHelp(
      "Questions behind each accuracy: a column or a number.", valueName: "column|number"))
  var items: String?

  @Option(
    help: ArgumentHelp(
      "Column whose values name a benchmark, each with a surface of its own; none for one.",
      valueName: "column"))
  var series: String?

  @Option(
    help: ArgumentHelp(
      "Column of what rows share, such as the checkpoint; training for rows of one training "
        + "compute, none when every row stands alone.", valueName: "column"))
  var cluster: String?

  @Option(
    help: ArgumentHelp(
      "Column within which accuracy is tested for falls along training, such as the model size; "
        + "none for all rows.", valueName: "column"))
  var within: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Accuracy of guessing, 0 unless it is known.", valueName: "number"))
  var floor: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Accuracy that no compute exceeds, 1 unless it is known.", valueName: "number"))
  var ceiling: Double?

  @Option(help: "How the accuracy is written: automatic, fraction or percent.")
  var yUnit: TableOptions.YUnit = .automatic

  /// How the accuracy is to be read.
  var unit: ValueUnitChoice { yUnit.choice }

  func validate() throws {
    guard yUnit != .number else {
      throw ValidationError(
        "--y-unit number: a surface is one of accuracies. Choose fraction or percent.")
    }
  }

  /// The options that were given, to be refused where they say nothing.
  var given: [String] {
    [
      ("--training", training), ("--inference", inference), ("--items", items),
      ("--series", series), ("--cluster", cluster), ("--within", within),
      ("--floor", floor.map { "\($0)" }), ("--ceiling", ceiling.map { "\($0)" }),
      ("--y-unit", yUnit == .automatic ? nil : yUnit.rawValue),
    ].compactMap { $1 == nil ? nil : $0 }
  }

  /// Floor and ceiling.
  func range() throws -> AccuracyRange {
    do {
      return try AccuracyRange(floor: floor ?? 0, ceiling: ceiling ?? 1)
    } catch {
      throw ValidationError("--floor and --ceiling: \(error.description)")
    }
  }
}
