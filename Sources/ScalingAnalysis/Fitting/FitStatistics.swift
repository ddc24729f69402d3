internal import LeastSquares

/// How well a curve describes its observations, one row per fit.
public struct FitStatistics: Sendable, Equatable {
  /// Observations: rows, or what they stand for where weights are counts.
  public let observations: Int
  /// Estimated coefficients, without the noise scale.
  public let coefficientCount: Int
  /// Observations minus estimated coefficients.
  public let residualDegreesOfFreedom: Int
  /// The sum of (observed − fitted)², in the unit of y and without weights.
  public let residualSumOfSquares: Double
  /// The estimated spread of an observation: √(RSS / residual degrees of freedom), for one of
  /// weight 1 where weights are relative, the scale from the median for robust noise. Absent
  /// without degrees of freedom and where the variance is known or depends on the curve.
  public let residualStandardError: Double?
  /// 1 − RSS/TSS about the mean, weighted as the fit; absent when y does not vary.
  public let rSquared: Double?
  /// What the fit made small where that is not the residual sum of squares: the weighted sum,
  /// chi-squared for known errors, the deviance for binomial noise, twice the loss in units of
  /// the robust scale.
  public let deviance: Double?
  /// Pearson's chi-squared, or that of known errors, per residual degree of freedom: 1 on
  /// average where points scatter as they should. Absent where the variance is estimated.
  public let dispersion: Double?
  /// The probability of so much scatter or more when the variances are right.
  public let scatterProbability: Double?
  /// The log-likelihood at its maximum. A quasi-likelihood for over-dispersed counts: the
  /// binomial one over the dispersion. Absent for the bisquare, which is no likelihood.
  public let logLikelihood: Double?
  /// Akaike's criterion; an estimated noise scale counts as a parameter in all three criteria.
  public let aic: Double?
  /// AIC corrected for small samples (Hurvich and Tsai 1989): n·ln(2πRSS/n) + n + 2kn/(n−k−1).
  /// Absent when n ≤ k + 1. For over-dispersed counts QAICc (Burnham and Anderson 2002, §2.5).
  public let aicc: Double?
  /// Schwarz's criterion.
  public let bic: Double?

  /// Statistics of a fit. A residual sum of squares below the rounding error of the data counts
  /// as that rounding error, so that its logarithm stays finite.
  ///
  /// - Parameter common: the dispersion or robust scale that all fits of a ranking share; the
  ///   fit's own when absent.
  init(_ rows: RowNoise, fitted: [Double], coefficientCount: Int, common: Double? = nil) {
    let data = rows.data
    let likelihood = NoiseLikelihood(rows, fitted, coefficientCount: coefficientCount, common)
    self.coefficientCount = coefficientCount
    observations = Int(likelihood.observations.rounded())
    residualDegreesOfFreedom = observations - coefficientCount
    residualSumOfSquares = zip(data.y, fitted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let isWeighted = rows.noise == .gaussian && data.weights != .none
    let explained = isWeighted ? rows.total(fitted) : residualSumOfSquares
    let total = data.totalSumOfSquares
    rSquared = total > 0 ? 1 - explained / total : nil
    deviance = rows.noise == .gaussian && !isWeighted ? nil : rows.total(fitted)
    residualStandardError = likelihood.residualStandardError(
      explained, degreesOfFreedom: residualDegreesOfFreedom)
    let scatter = likelihood.chiSquared
    let freedom = Double(residualDegreesOfFreedom)
    dispersion = freedom > 0 ? scatter.map { $0 / freedom } : nil
    scatterProbability =
      freedom > 0
      ? scatter.map { Distribution.chiSquaredUpperTail($0, degreesOfFreedom: freedom) } : nil
    let n = likelihood.observations
    let k = Double(coefficientCount + (likelihood.estimatesScale ? 1 : 0))
    logLikelihood = likelihood.value
    aic = likelihood.value.map { -2 * $0 + 2 * k }
    aicc = likelihood.value.flatMap { n > k + 1 ? -2 * $0 + 2 * k * n / (n - k - 1) : nil }
    bic = likelihood.value.map { -2 * $0 + k * logarithm(n) }
  }

  /// Whether the noise has no likelihood, so that no criterion is defined for any number of points.
  var isWithoutLikelihood: Bool { logLikelihood == nil }

  /// By how much a residual sum of squares is uncertain when the residuals have rounding errors
  /// whose squares sum to `rounding`.
  static func doubt(_ rss: Double, rounding: Double) -> Double {
    1e-9 * rss + 2 * (rss * rounding).squareRoot() + rounding
  }

  /// The residual sum of squares that rounding alone leaves, weighted as the data are.
  static func rounding(of data: CurveData) -> Double {
    let unit = 8 * Double.ulpOfOne
    let weights = data.squareWeights
    return max(
      zip(data.y, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 * unit * unit },
      Double.leastNormalMagnitude)
  }
}
