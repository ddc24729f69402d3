/// How well a curve describes its observations, one row per fit.
public struct FitStatistics: Sendable, Equatable {
  /// Observations.
  public let observations: Int
  /// Estimated coefficients, without the noise scale.
  public let coefficientCount: Int
  /// Observations minus estimated coefficients.
  public let residualDegreesOfFreedom: Int
  /// What the curve leaves unexplained.
  public let residualSumOfSquares: Double
  /// √(RSS / residual degrees of freedom); absent without degrees of freedom.
  public let residualStandardError: Double?
  /// 1 − RSS/TSS about the mean; absent when y does not vary.
  public let rSquared: Double?
  /// Gaussian log-likelihood at its maximum, with the variance RSS/n.
  public let logLikelihood: Double
  /// Akaike's criterion; the noise scale counts as a parameter in all three criteria.
  public let aic: Double
  /// AIC corrected for small samples (Hurvich and Tsai 1989): n·ln(2πRSS/n) + n + 2kn/(n−k−1).
  /// Absent when n ≤ k + 1.
  public let aicc: Double?
  /// Schwarz's criterion.
  public let bic: Double

  /// Statistics of a Gaussian fit. A residual sum of squares below the rounding error of the
  /// data counts as that rounding error, so that its logarithm stays finite.
  init(data: CurveData, residualSumOfSquares rss: Double, coefficientCount: Int) {
    let n = Double(data.count)
    observations = data.count
    self.coefficientCount = coefficientCount
    residualDegreesOfFreedom = data.count - coefficientCount
    residualSumOfSquares = rss
    residualStandardError =
      residualDegreesOfFreedom > 0
      ? (rss / Double(residualDegreesOfFreedom)).squareRoot() : nil
    let total = data.totalSumOfSquares
    rSquared = total > 0 ? 1 - rss / total : nil
    let variance = max(rss, Self.rounding(of: data)) / n
    let k = Double(coefficientCount + 1)
    logLikelihood = -n / 2 * (logarithm(2 * Double.pi * variance) + 1)
    aic = -2 * logLikelihood + 2 * k
    aicc = n > k + 1 ? -2 * logLikelihood + 2 * k * n / (n - k - 1) : nil
    bic = -2 * logLikelihood + k * logarithm(n)
  }

  /// By how much a residual sum of squares is uncertain when the residuals have rounding errors
  /// whose squares sum to `rounding`.
  static func doubt(_ rss: Double, rounding: Double) -> Double {
    1e-9 * rss + 2 * (rss * rounding).squareRoot() + rounding
  }

  /// The residual sum of squares that rounding alone leaves.
  static func rounding(of data: CurveData) -> Double {
    let unit = 8 * Double.ulpOfOne
    return max(
      data.y.reduce(0) { $0 + $1 * $1 * unit * unit }, Double.leastNormalMagnitude)
  }
}
