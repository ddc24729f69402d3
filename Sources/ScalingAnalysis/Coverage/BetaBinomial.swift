internal import LeastSquares

/// Chances of a right sample that vary between questions by a beta distribution: right counts are
/// then beta-binomial.
///
/// The density of chances near zero goes as p^(alpha − 1), which makes −log coverage fall as
/// k^(−alpha) for many samples (Schaeffer et al. 2025, arXiv 2502.17578, section 4): alpha is the
/// exponent it predicts.
public struct BetaBinomial: Sendable, Equatable {
  /// The exponent of small chances.
  public let alpha: Double
  /// The exponent of chances near 1.
  public let beta: Double

  /// A distribution of chances.
  public init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
  }

  /// The mean coverage with k samples: 1 − B(alpha, beta + k)/B(alpha, beta).
  public func coverage(_ k: Double) -> Double {
    let g = GammaFunction.logarithm
    let missed = g(beta + k) - g(alpha + beta + k) - g(beta) + g(alpha + beta)
    return 1 - exponential(missed)
  }

  /// The log-likelihood of counts, without the binomial coefficients.
  public func logLikelihood(_ counts: [SampleCount]) -> Double {
    let likelihood = BetaBinomialLikelihood(counts)
    return -likelihood.value(alpha: alpha, beta: beta)
  }

  /// The distribution of highest likelihood; `nil` where there is none, as when every question
  /// has the same share of right samples or none has any.
  public init?(maximumLikelihood counts: [SampleCount]) {
    guard let found = BetaBinomial.fit(BetaBinomialLikelihood(counts), from: nil) else {
      return nil
    }
    self = found
  }

  /// Parameters beyond these are a distribution without spread, or one without any end.
  static let plausible = 1e-6...1e9
  /// Where both are beyond this, no sample tells the distribution from a single chance.
  static let withoutSpread = 1e5

  /// Whether it is a single chance, as far as any samples can tell.
  var isWithoutSpread: Bool { min(alpha, beta) > Self.withoutSpread }

  static func fit(_ likelihood: BetaBinomialLikelihood, from start: BetaBinomial?) -> BetaBinomial?
  {
    guard let start = start ?? likelihood.momentEstimate else { return nil }
    var place = [logarithm(start.alpha), logarithm(start.beta)]
    let outcome = NewtonMinimizer(variableCount: 2).minimize(
      likelihood, from: &place, tolerance: 1e-14)
    let result = BetaBinomial(alpha: exponential(place[0]), beta: exponential(place[1]))
    guard outcome.converged, plausible.contains(result.alpha), plausible.contains(result.beta)
    else { return nil }
    return result
  }
}
