internal import LeastSquares
public import ScalingData

/// How well runs keep to the tokens they were asked to use.
public struct BudgetControl: Sendable, Equatable {
  /// The number of runs.
  public let runs: Int
  /// The number of runs within the limits asked for.
  public let inside: Int
  /// The interval of their share (Wilson); it takes the runs as drawn from many like them.
  public let shareInterval: Interval
  /// The tokens used for one asked for: the geometric mean over runs.
  public let factor: Double
  /// Its interval: Student's t of the logarithms; absent with one run.
  public let factorInterval: Interval?
  /// The least and the greatest of these ratios.
  public let factors: ClosedRange<Double>
  /// By which power of the tokens asked for those used grow: 1 where the runs follow the budget, 0
  /// where they ignore it. Least squares on logarithms; absent where all budgets are equal.
  public let exponent: Double?
  /// Its interval with Student's t; absent with fewer than three runs.
  public let exponentInterval: Interval?

  /// The factor by which tokens used grow when ten times as many are asked for.
  public var usedPerTenfold: Double? { exponent.map { raise(10, to: $0) } }

  /// The share of runs within the limits, the metric Control of s1 (Muennighoff et al. 2025,
  /// section 3.2, eq. 1), here from 0 to 1.
  public var share: Double { Double(inside) / Double(runs) }

  /// Whether a run used at least and at most what was asked for; without a lower limit every run
  /// that stays below the upper one is inside.
  public static func isInside(_ run: BudgetTable.Run) -> Bool {
    run.used <= run.asked && run.used >= run.askedFrom ?? 0
  }

  /// The control of runs, of which there must be one at least.
  public init(_ runs: [BudgetTable.Run], level: Double) {
    precondition(!runs.isEmpty, "budget control needs a run")
    self.runs = runs.count
    inside = runs.count(where: Self.isInside)
    let count = Double(runs.count)
    shareInterval = wilsonInterval(
      proportion: Double(inside) / count, items: count, level: level)
    let ratios = runs.map { $0.used / $0.asked }
    factors = (ratios.min() ?? 1)...(ratios.max() ?? 1)
    let logs = ratios.map(logarithm)
    let mean = logs.reduce(0, +) / count
    factor = exponential(mean)
    let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count - 1, 1)
    factorInterval = Self.student(
      mean, (variance / count).squareRoot(), freedom: count - 1, level: level
    ).map {
      Interval(
        level: level, lower: exponential($0.lowerBound), upper: exponential($0.upperBound),
        method: .student)
    }
    let x = runs.map { logarithm($0.asked) }
    let y = runs.map { logarithm($0.used) }
    let line = StraightLine(x: x, y: y)
    exponent = line?.slope
    exponentInterval = line.flatMap { line in
      let error = (line.residualSumOfSquares(x: x, y: y) / (count - 2) / line.squareOfX)
      return Self.student(line.slope, error.squareRoot(), freedom: count - 2, level: level).map {
        Interval(level: level, lower: $0.lowerBound, upper: $0.upperBound, method: .student)
      }
    }
  }

  private static func student(
    _ estimate: Double, _ error: Double, freedom: Double, level: Double
  ) -> ClosedRange<Double>? {
    guard freedom >= 1, error.isFinite else { return nil }
    let half = error * Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: freedom)
    return (estimate - half)...(estimate + half)
  }
}
