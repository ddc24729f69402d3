internal import CGSL

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Distribution {
  /// The probability that a gamma variable of scale 1 is at most `x`.
  ///
  /// For small `x` it is the leading term x^shape/Γ(shape + 1), whose underflow GSL does not survive.
  public static func gammaLowerTail(_ x: Double, shape: Double) -> Double {
    GSL.prepare()
    guard x > 0 else { return 0 }
    if x < 1e-12 { return exp(shape * log(x) - GammaFunction.logarithm(shape + 1)) }
    return gsl_cdf_gamma_P(x, shape, 1)
  }

  /// The `probability` quantile of a gamma variable of scale 1.
  ///
  /// Small quantiles are those of the leading term x^shape/Γ(shape + 1) of the lower tail, where
  /// the search of GSL fails; they may be too small for a number, and then are 0.
  public static func gammaQuantile(_ probability: Double, shape: Double) -> Double {
    GSL.prepare()
    guard probability > 0 else { return 0 }
    let small = exp((log(probability) + GammaFunction.logarithm(shape + 1)) / shape)
    guard small > 1e-12 else { return small }
    return gsl_cdf_gamma_Pinv(probability, shape, 1)
  }
}
