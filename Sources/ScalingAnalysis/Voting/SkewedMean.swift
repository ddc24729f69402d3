internal import LeastSquares

/// What the skewness of values does to Student's t of their mean.
///
/// The monotone cubic g of Hall (1992, J. R. Stat. Soc. B 54, 221) removes the skewness from t, so
/// the ends of an interval are the mean less its error times g⁻¹(±t). Where g is steep, which few
/// questions unlike the others make it, one question more would move an end by several errors, so
/// no end is further out than twice t: simulated, that covers the same.
struct SkewedMean: Sendable, Equatable {
  /// The third standardised moment of the values.
  let skewness: Double
  /// How many values.
  let count: Int

  /// The quantile of t, in errors from the mean, that belongs to `y` without skewness.
  func quantile(_ y: Double) -> Double {
    guard abs(skewness) > 1e-6 else { return y }
    let root = Double(count).squareRoot()
    let inner = 1 + skewness * (y / root - skewness / (6 * root * root))
    let cube = inner < 0 ? -raise(-inner, to: 1 / 3.0) : raise(inner, to: 1 / 3.0)
    return min(max(3 * root / skewness * (cube - 1), -2 * abs(y)), 2 * abs(y))
  }
}
