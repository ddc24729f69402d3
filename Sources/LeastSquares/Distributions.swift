internal import CGSL

/// Quantiles and tail probabilities of the distributions that intervals and tests need.
public enum Distribution {
  /// The `probability` quantile of Student's t with `degreesOfFreedom` > 0.
  public static func studentTQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    GSL.prepare()
    return gsl_cdf_tdist_Pinv(probability, degreesOfFreedom)
  }

  /// The two-sided p-value of a t `statistic`.
  public static func studentTTwoSided(_ statistic: Double, degreesOfFreedom: Double) -> Double {
    GSL.prepare()
    return min(1, 2 * gsl_cdf_tdist_Q(abs(statistic), degreesOfFreedom))
  }

  /// The `probability` quantile of the standard normal distribution.
  public static func normalQuantile(_ probability: Double) -> Double {
    GSL.prepare()
    return gsl_cdf_ugaussian_Pinv(probability)
  }

  /// The probability that a standard normal variable lies below `value`.
  public static func normalProbability(_ value: Double) -> Double {
    GSL.prepare()
    return gsl_cdf_ugaussian_P(value)
  }

  /// The `probability` quantile of the F distribution.
  public static func fQuantile(
    _ probability: Double, numerator: Double, denominator: Double
  ) -> Double {
    GSL.prepare()
    return gsl_cdf_fdist_Pinv(probability, numerator, denominator)
  }
}
