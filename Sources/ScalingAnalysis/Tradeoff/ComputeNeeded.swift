internal import LeastSquares

/// How the inference that reaches a target accuracy falls with training compute: a straight line
/// in logarithms through the clusters that cross the target.
///
/// The crossing of a cluster is interpolated between its neighbouring points in log accuracy and
/// log inference, without a model of the surface. Clusters that do not cross the target inside
/// their measurements are left out and counted: where they are the weaker ones, the slope over all
/// models would be another.
public struct ComputeNeeded: Sendable, Equatable {
  /// The target accuracy.
  public let target: Double
  /// log10 of training and of the inference needed, one place per cluster that crosses.
  public let crossings: [SurfacePlace]
  /// Clusters that stay below the target.
  public let neverCount: Int
  /// Clusters that are above it already at their least inference.
  public let beforeCount: Int
  /// The change of log10 of the inference needed with log10 of training, with the interval of
  /// Student's t; absent when fewer than three clusters cross.
  public let slope: TradeoffEstimate?
  /// The line at log10 training zero.
  public let intercept: Double?
  /// 1 − RSS/TSS of the line.
  public let rSquared: Double?

  /// The crossings of a target in each cluster.
  init(_ data: SurfaceData, target: Double, level: Double) {
    self.target = target
    var crossings: [SurfacePlace] = []
    var (never, before) = (0, 0)
    for rows in data.rowsOfClusters {
      let sorted = rows.sorted { data.logInference[$0] < data.logInference[$1] }
      guard let first = sorted.first else { continue }
      if data.accuracy[first] > target {
        before += 1
        continue
      }
      guard let place = Self.crossing(sorted, data, target) else {
        never += 1
        continue
      }
      crossings.append(
        SurfacePlace(logTraining: data.logTraining[first], logInference: place))
    }
    self.crossings = crossings
    neverCount = never
    beforeCount = before
    let (x, y) = (crossings.map(\.logTraining), crossings.map(\.logInference))
    guard crossings.count >= 3, let line = StraightLine(x: x, y: y) else {
      slope = nil
      intercept = nil
      rSquared = nil
      return
    }
    let rest = line.residualSumOfSquares(x: x, y: y)
    let mean = y.reduce(0, +) / Double(y.count)
    let total = y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let freedom = Double(crossings.count - 2)
    let half =
      Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: freedom)
      * (rest / freedom / line.squareOfX).squareRoot()
    slope = TradeoffEstimate(
      line.slope,
      interval: Interval(
        level: level, lower: line.slope - half, upper: line.slope + half, method: .student))
    intercept = line.intercept
    rSquared = total > 0 ? 1 - rest / total : nil
  }

  private static func crossing(
    _ sorted: [Int], _ data: SurfaceData, _ target: Double
  ) -> Double? {
    for (one, other) in zip(sorted, sorted.dropFirst()) {
      let (low, high) = (data.accuracy[one], data.accuracy[other])
      guard low > 0, low <= target, high >= target else { continue }
      let share = high > low ? logarithm(target / low) / logarithm(high / low) : 0
      let start = data.logInference[one]
      return start + share * (data.logInference[other] - start)
    }
    return nil
  }
}
