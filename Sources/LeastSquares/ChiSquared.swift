internal import CGSL

extension Distribution {
  /// The probability that a chi-squared variable exceeds `statistic`.
  public static func chiSquaredUpperTail(_ statistic: Double, degreesOfFreedom: Double) -> Double {
    GSL.prepare()
    return gsl_cdf_chisq_Q(statistic, degreesOfFreedom)
  }

  /// The `probability` quantile of the chi-squared distribution.
  public static func chiSquaredQuantile(
    _ probability: Double, degreesOfFreedom: Double
  ) -> Double {
    GSL.prepare()
    return gsl_cdf_chisq_Pinv(probability, degreesOfFreedom)
  }
}
