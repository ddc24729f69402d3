internal import LeastSquares

/// How the chance of a right sample varies from question to question: a beta distribution, and
/// beside it questions that are never and questions that are always solved.
///
/// The beta distribution is learned by maximum likelihood from the questions with right and with
/// wrong samples (a beta-binomial truncated at both ends): hopeless and trivial questions, which
/// most benchmarks have, say nothing about the others. Learned from all of them, 3 % of hopeless
/// questions bend it so far that the vote ceiling is a point too low. A normal prior of standard
/// deviation 3 on the logarithms of both parameters keeps them finite where questions are alike.
struct DifficultyPrior: Sendable, Equatable {
  /// Pseudo-counts of right and of wrong samples.
  let right: Double
  let wrong: Double
  /// Of the questions without a right sample, the share that the beta distribution explains.
  private(set) var solvable = 1.0
  /// The same of those without a wrong sample.
  private(set) var fallible = 1.0

  init(right: Double, wrong: Double) {
    self.right = right
    self.wrong = wrong
  }

  private static let priorPrecision = 1.0 / 9

  /// From fewer questions nothing is learned.
  static let fewestQuestions = 20

  /// Whether counts can teach what difficulty is like.
  static func isLearned(from counts: [SampleCount]) -> Bool {
    counts.count { $0.samples > 0 } >= fewestQuestions
  }

  /// The mean chance by the beta distribution.
  var mean: Double { right / (right + wrong) }

  /// Whether the questions differ by more than their samples explain: whether twice the gain in
  /// log-likelihood over a single chance is at least 4 (two standard errors).
  func isSpread(_ counts: [SampleCount]) -> Bool {
    let between = counts.filter(\.isBetween)
    let likelihood = BetaBinomialLikelihood(between, isTruncated: true)
    let alike = { (logit: Double) in
      let chance = 1 / (1 + exponential(-logit))
      return likelihood.value(
        alpha: chance * BetaBinomial.withoutSpread, beta: (1 - chance) * BetaBinomial.withoutSpread)
    }
    // Logits to within 2e-5: the likelihood of ten million samples then errs by less than a hundredth.
    let least = GoldenSection.least(of: alike, in: -10...10, sections: 29)
    return 2 * (least - likelihood.value(alpha: right, beta: wrong)) >= 4
  }

  /// The prior that the counts support.
  init(_ counts: [SampleCount]) {
    var place = [0.0, 0.0]
    _ = NewtonMinimizer(variableCount: 2).minimize(Self.likelihood(counts), from: &place)
    right = exponential(place[0])
    wrong = exponential(place[1])
    var (none, all) = (0.0, 0.0)
    for count in counts where count.isBetween {
      let ends = BetaBinomialEnds(right, wrong, Double(count.samples))
      none += ends.none / ends.between
      all += ends.all / ends.between
    }
    let share = { (expected: Double, seen: Int) in
      seen > 0 ? min(expected / Double(seen), 1) : 1
    }
    solvable = share(none, counts.count { $0.samples > 0 && $0.right == 0 })
    fallible = share(all, counts.count { $0.samples > 0 && $0.right == $0.samples })
  }

  private static func likelihood(_ counts: [SampleCount]) -> BetaBinomialLikelihood {
    BetaBinomialLikelihood(
      counts.filter(\.isBetween), priorPrecision: priorPrecision, isTruncated: true)
  }

  /// The prior with pseudo-counts a factor larger.
  func scaled(right byRight: Double = 1, wrong byWrong: Double = 1) -> DifficultyPrior {
    var result = DifficultyPrior(right: right * byRight, wrong: wrong * byWrong)
    (result.solvable, result.fallible) = (solvable, fallible)
    return result
  }

  /// What a chance by the beta distribution comes to beside the questions that are never, and
  /// those that are always solved.
  func blended(_ chance: Double, _ count: SampleCount) -> Double {
    if count.right == 0 { return solvable * chance }
    if count.right == count.samples { return 1 - fallible * (1 - chance) }
    return chance
  }

  /// The derivatives of one question's log-likelihood by the logarithms of the parameters.
  func score(_ count: SampleCount) -> SIMD2<Double> {
    guard count.isBetween else { return SIMD2() }
    let psi = GammaFunction.firstDerivative
    let all = psi(right + wrong) - psi(right + wrong + Double(count.samples))
    let seen = SIMD2(
      psi(right + Double(count.right)) - psi(right) + all,
      psi(wrong + Double(count.samples - count.right)) - psi(wrong) + all)
    return SIMD2(right, wrong)
      * (seen + BetaBinomialEnds(right, wrong, Double(count.samples)).slope)
  }

  /// What one unit of score moves the logarithms of the parameters by: the inverse information.
  func influence(_ counts: [SampleCount], of score: SIMD2<Double>) -> SIMD2<Double> {
    var gradient = [0.0, 0.0]
    var h = [0.0, 0.0, 0.0, 0.0]
    _ = Self.likelihood(counts).evaluate(
      at: [logarithm(right), logarithm(wrong)], gradient: &gradient, hessian: &h)
    let determinant = h[0] * h[3] - h[1] * h[1]
    return SIMD2(
      (h[3] * score.x - h[1] * score.y) / determinant,
      (h[0] * score.y - h[1] * score.x) / determinant)
  }
}

extension SampleCount {
  /// Whether some samples are right and some are wrong.
  var isBetween: Bool { right > 0 && right < samples }
}
