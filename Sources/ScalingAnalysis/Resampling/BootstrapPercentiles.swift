internal import LeastSquares

/// Which percentiles of bootstrap refits bound an interval.
///
/// Refits of few observations scatter too little, and their plain percentiles use the normal
/// quantile where the noise is estimated. The tail on either side is therefore
/// Φ(−√(n/(n−p))·t) for resampled cases, and Φ(−t) for residuals, which are already
/// spread as the noise is, with Student's t at the degrees of freedom of the fit's intervals (Hesterberg 2015, "What
/// teachers should know about the bootstrap", §5.1: expanded percentiles). Resampled counts carry
/// their own noise, which is not estimated, and keep the plain percentiles.
public struct BootstrapPercentiles: Sendable, Equatable {
  /// The share of refits outside the interval on either side.
  public let tail: Double
  /// How such an interval is called.
  public let method: Interval.Method

  init(_ fit: Fit, _ resample: Bootstrap.Resample) {
    let freedom = fit.intervalFreedom
    guard resample != .counts, freedom > 0 else {
      tail = (1 - fit.level) / 2
      method = .bootstrap
      return
    }
    let quantile = Distribution.studentTQuantile(0.5 + fit.level / 2, degreesOfFreedom: freedom)
    tail = Distribution.normalProbability(-quantile)
    method = .expandedBootstrap
  }
}
