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
  private static let plausible = 1e-6...1e9

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

/// The negative log-likelihood of counts in ln alpha and ln beta, with exact derivatives;
/// questions with the same counts are evaluated once.
final class BetaBinomialLikelihood: SmoothFunction {
  let variableCount = 2
  private let samples: [Double]
  private let right: [Double]
  private var weights: [Double]

  init(_ counts: [SampleCount]) {
    var places: [SampleCount: Int] = [:]
    var distinct: [SampleCount] = []
    var weights: [Double] = []
    for count in counts {
      if let place = places[count] {
        weights[place] += 1
      } else {
        places[count] = distinct.count
        distinct.append(count)
        weights.append(1)
      }
    }
    samples = distinct.map { Double($0.samples) }
    right = distinct.map { Double($0.right) }
    self.weights = weights
  }

  func value(alpha: Double, beta: Double) -> Double {
    let g = GammaFunction.logarithm
    var sum = 0.0
    var total = 0.0
    for index in samples.indices {
      let (n, c, weight) = (samples[index], right[index], weights[index])
      sum += weight * (g(alpha + c) + g(beta + n - c) - g(alpha + beta + n))
      total += weight
    }
    return -(sum + total * (g(alpha + beta) - g(alpha) - g(beta)))
  }

  func evaluate(
    at x: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>,
    hessian: UnsafeMutablePointer<Double>
  ) -> Double {
    let (a, b) = (exponential(x[0]), exponential(x[1]))
    guard a > 0, b > 0, a.isFinite, b.isFinite else { return .infinity }
    let (first, second) = (GammaFunction.firstDerivative, GammaFunction.secondDerivative)
    let (both, bothSecond) = (first(a + b), second(a + b))
    let (atA, atASecond, atB, atBSecond) = (first(a), second(a), first(b), second(b))
    var (slopeA, slopeB, curveA, curveB, cross) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for index in samples.indices {
      let (n, c, weight) = (samples[index], right[index], weights[index])
      let (shared, sharedSecond) = (both - first(a + b + n), bothSecond - second(a + b + n))
      slopeA += weight * (first(a + c) - atA + shared)
      slopeB += weight * (first(b + n - c) - atB + shared)
      curveA += weight * (second(a + c) - atASecond + sharedSecond)
      curveB += weight * (second(b + n - c) - atBSecond + sharedSecond)
      cross += weight * sharedSecond
    }
    gradient[0] = -a * slopeA
    gradient[1] = -b * slopeB
    hessian[0] = -(a * slopeA + a * a * curveA)
    hessian[3] = -(b * slopeB + b * b * curveB)
    hessian[1] = -a * b * cross
    hessian[2] = hessian[1]
    return value(alpha: a, beta: b)
  }

  /// A start from mean and variance of the shares; `nil` where no share lies inside 0...1.
  var momentEstimate: BetaBinomial? {
    let total = weights.reduce(0, +)
    let shares = samples.indices.map { right[$0] / max(samples[$0], 1) }
    let mean = zip(shares, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    guard mean > 0, mean < 1 else { return nil }
    let variance =
      zip(shares, weights).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) } / total
    let size = max(mean * (1 - mean) / max(variance, 1e-12) - 1, 0.1)
    return BetaBinomial(alpha: max(mean * size, 1e-3), beta: max((1 - mean) * size, 1e-3))
  }
}
