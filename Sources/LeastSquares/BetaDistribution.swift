internal import CGSL

extension Distribution {
  /// The probability that a beta variable with shapes `a` and `b` exceeds `x`.
  public static func betaUpperTail(_ x: Double, a: Double, b: Double) -> Double {
    GSL.prepare()
    return gsl_cdf_beta_Q(x, a, b)
  }
}
