/// What counts as a plateau, and how sure one has to be.
public struct CeilingSettings: Sendable, Equatable {
  /// The gain per doubling below which nothing more is worth having, in units of y; one point for
  /// an accuracy and a hundredth of the range of y for anything else, unless given.
  public var margin: Double?
  /// The confidence level of intervals; tests have the level 1 minus this.
  public var level: Double
  /// Series that are simulated from the curve that goes on.
  public var simulations: Int
  /// The seed of the simulations.
  public var seed: UInt64

  /// One point per doubling at 95 %, with 1,999 simulations, unless said otherwise.
  public init(
    margin: Double? = nil, level: Double = 0.95, simulations: Int = 1_999, seed: UInt64 = 1
  ) {
    self.margin = margin
    self.level = level
    self.simulations = simulations
    self.seed = seed
  }

  /// The margin for a series.
  func margin(for data: CurveData) -> Double {
    if let margin { return margin }
    guard !data.isAccuracy, let low = data.y.min(), let high = data.y.max() else { return 0.01 }
    return (high - low) / 100
  }
}
