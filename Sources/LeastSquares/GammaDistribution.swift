internal import CGSL

extension Distribution {
  /// The probability that a gamma variable of scale 1 is at most `x`.
  public static func gammaLowerTail(_ x: Double, shape: Double) -> Double {
    GSL.prepare()
    return gsl_cdf_gamma_P(x, shape, 1)
  }

  /// The `probability` quantile of a gamma variable of scale 1.
  public static func gammaQuantile(_ probability: Double, shape: Double) -> Double {
    GSL.prepare()
    return gsl_cdf_gamma_Pinv(probability, shape, 1)
  }
}
