internal import LeastSquares

/// The interval that a standard error from elsewhere gives: estimate ± z·standard error.
public func normalInterval(
  estimate: Double, standardError: Double, level: Double
) -> Interval {
  let half = Distribution.normalQuantile(0.5 + level / 2) * standardError
  return Interval(level: level, lower: estimate - half, upper: estimate + half, method: .normal)
}
