internal import LeastSquares

/// An estimate of one series with a standard error for each direction: the distance to either end
/// of its interval over Student's quantile.
struct SidedEstimate {
  let value: Double
  /// Towards smaller values; infinite where the interval is open.
  let below: Double
  /// Towards larger values.
  let above: Double
  let degreesOfFreedom: Double

  /// The errors that an interval at a level implies.
  init(
    _ value: Double, lower: Double?, upper: Double?, level: Double, degreesOfFreedom freedom: Double
  ) {
    let quantile = Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: freedom)
    let error = { (distance: Double?) -> Double in
      distance.map { $0.isFinite ? max($0, 0) / quantile : .infinity } ?? .infinity
    }
    self.value = value
    below = error(lower.map { value - $0 })
    above = error(upper.map { $0 - value })
    self.degreesOfFreedom = freedom
  }
}

/// A weighted sum of two independent estimates with its interval.
///
/// Each end lies t·√(e₁² + e₂²) from the sum, with the errors of the two estimates in the
/// direction that moves the sum there, and Student's t at the degrees of freedom of Welch and
/// Satterthwaite: (e₁² + e₂²)²/(e₁⁴/ν₁ + e₂⁴/ν₂). Errors that differ by direction are combined as
/// by Zou and Donner (2008, "Construction of confidence limits about effect measures", eq. 4);
/// where they do not, this is Welch's (1947) interval. No equal variances are assumed.
struct WelchSum {
  let value: Double
  private let first: SidedEstimate
  private let second: SidedEstimate
  private let weights: (Double, Double)
  private let level: Double

  init(
    _ firstWeight: Double, _ first: SidedEstimate, _ secondWeight: Double,
    _ second: SidedEstimate, level: Double
  ) {
    self.first = first
    self.second = second
    self.level = level
    weights = (firstWeight, secondWeight)
    value = firstWeight * first.value + secondWeight * second.value
  }

  /// The lower end; `nil` when it is open.
  var lower: Double? { reach(sign: -1).map { value - $0 } }

  /// The upper end; `nil` when it is open.
  var upper: Double? { reach(sign: 1).map { value + $0 } }

  /// Whether zero lies inside.
  var holdsZero: Bool {
    value == 0 || (reach(sign: value > 0 ? -1 : 1).map { $0 >= abs(value) } ?? true)
  }

  private func reach(sign: Double) -> Double? {
    let a = variance(first, weights.0, sign)
    let b = variance(second, weights.1, sign)
    let sum = a + b
    guard sum.isFinite else { return nil }
    guard sum > 0 else { return 0 }
    let (shareA, shareB) = (a / sum, b / sum)
    let freedom =
      1 / (shareA * shareA / first.degreesOfFreedom + shareB * shareB / second.degreesOfFreedom)
    return Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: freedom)
      * sum.squareRoot()
  }

  /// The squared error of a part in the direction that moves the sum towards `sign`.
  private func variance(_ part: SidedEstimate, _ weight: Double, _ sign: Double) -> Double {
    guard weight != 0 else { return 0 }
    let error = weight * sign > 0 ? part.above : part.below
    return weight * weight * error * error
  }
}
