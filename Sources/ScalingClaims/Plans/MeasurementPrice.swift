/// What a measurement costs: a price per unit of x for each question, and a price per run.
public struct MeasurementPrice: Sendable, Equatable {
  /// The price of one unit of x, such as a token, for each question.
  public var perUnit: Double
  /// The price of one run: one point, measured once.
  public var perRun: Double

  /// A price; x itself is the cost when none is given.
  public init(perUnit: Double? = nil, perRun: Double? = nil) {
    self.perUnit = perUnit ?? (perRun == nil ? 1 : 0)
    self.perRun = perRun ?? 0
  }

  /// The cost of measuring these points.
  func cost(_ points: PlannedPoints) -> Double {
    let single = points.x.reduce(0) { $0 + perRun + perUnit * $1 * (points.items ?? 1) }
    return Double(points.repeats) * single
  }
}
