internal import CGSL

/// The gamma function's logarithm and its first two derivatives, for likelihoods of counts.
public enum GammaFunction {
  /// ln Γ(x) for x > 0.
  public static func logarithm(_ x: Double) -> Double {
    GSL.prepare()
    return gsl_sf_lngamma(x)
  }

  /// The derivative of ln Γ (digamma) for x > 0.
  public static func firstDerivative(_ x: Double) -> Double {
    GSL.prepare()
    return gsl_sf_psi(x)
  }

  /// The second derivative of ln Γ (trigamma) for x > 0.
  public static func secondDerivative(_ x: Double) -> Double {
    GSL.prepare()
    return gsl_sf_psi_1(x)
  }
}
