/// Between which accuracies a surface runs: guessing and what no compute exceeds.
public struct AccuracyRange: Sendable, Equatable {
  /// The accuracy of guessing.
  public let floor: Double
  /// The accuracy that no compute exceeds.
  public let ceiling: Double

  /// A range inside 0 to 1.
  ///
  /// - Throws: `FitError` when floor and ceiling are out of order.
  public init(floor: Double = 0, ceiling: Double = 1) throws(FitError) {
    guard floor >= 0, ceiling <= 1, floor < ceiling else {
      throw FitError(
        code: .outOfRange,
        description: "the floor \(floor) and the ceiling \(ceiling) must rise and lie between 0 "
          + "and 1.")
    }
    self.floor = floor
    self.ceiling = ceiling
  }

  /// From 0 to 1.
  public static let whole = AccuracyRange()

  private init() {
    floor = 0
    ceiling = 1
  }

  /// The log-odds of an accuracy between the ends; absent at the ends and outside.
  func logOdds(_ accuracy: Double) -> Double? {
    guard accuracy > floor, accuracy < ceiling else { return nil }
    return logarithm((accuracy - floor) / (ceiling - accuracy))
  }

  /// The accuracy at log-odds.
  func accuracy(_ logOdds: Double) -> Double {
    floor + (ceiling - floor) / (1 + exponential(-logOdds))
  }
}
