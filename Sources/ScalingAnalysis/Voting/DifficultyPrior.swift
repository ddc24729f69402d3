internal import LeastSquares

/// How the chance of a right sample varies from question to question: a beta distribution,
/// learned from the right counts of all questions by maximum likelihood (beta-binomial).
///
/// A normal prior of standard deviation 3 on the logarithms of both parameters keeps them finite
/// where all questions are alike.
struct DifficultyPrior: Sendable, Equatable {
  /// Pseudo-counts of right and of wrong samples.
  let right: Double
  let wrong: Double

  init(right: Double, wrong: Double) {
    self.right = right
    self.wrong = wrong
  }

  private static let priorPrecision = 1.0 / 9

  /// The prior that the counts support.
  init(_ counts: [SampleCount]) {
    var place = [0.0, 0.0]
    _ = NewtonMinimizer(variableCount: 2).minimize(
      BetaBinomialLikelihood(counts, priorPrecision: Self.priorPrecision), from: &place)
    right = exponential(place[0])
    wrong = exponential(place[1])
  }

  /// The derivatives of one question's log-likelihood by the logarithms of the parameters.
  func score(_ count: SampleCount) -> SIMD2<Double> {
    let psi = GammaFunction.firstDerivative
    let all = psi(right + wrong) - psi(right + wrong + Double(count.samples))
    return SIMD2(
      right * (psi(right + Double(count.right)) - psi(right) + all),
      wrong * (psi(wrong + Double(count.samples - count.right)) - psi(wrong) + all))
  }

  /// What one unit of score moves the logarithms of the parameters by: the inverse information.
  func influence(_ counts: [SampleCount], of score: SIMD2<Double>) -> SIMD2<Double> {
    var gradient = [0.0, 0.0]
    var h = [0.0, 0.0, 0.0, 0.0]
    _ = BetaBinomialLikelihood(counts, priorPrecision: Self.priorPrecision).evaluate(
      at: [logarithm(right), logarithm(wrong)], gradient: &gradient, hessian: &h)
    let determinant = h[0] * h[3] - h[1] * h[1]
    return SIMD2(
      (h[3] * score.x - h[1] * score.y) / determinant,
      (h[0] * score.y - h[1] * score.x) / determinant)
  }
}
