internal import LeastSquares

/// The negative log-likelihood of counts in ln alpha and ln beta, with exact derivatives;
/// questions with the same counts are evaluated once. A normal prior of both logarithms about zero
/// may keep them finite where all questions are alike. Counts may be taken as seen only because
/// they are neither none nor all right, which leaves open how many questions are never or always
/// solved.
final class BetaBinomialLikelihood: SmoothFunction {
  let variableCount = 2
  private let samples: [Double]
  private let right: [Double]
  private let weights: [Double]
  /// One over the variance of the prior; 0 for none.
  private let priorPrecision: Double
  /// Whether only counts between none and all right are seen.
  private let isTruncated: Bool

  init(_ counts: [SampleCount], priorPrecision: Double = 0, isTruncated: Bool = false) {
    self.priorPrecision = priorPrecision
    self.isTruncated = isTruncated
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
      if isTruncated { sum -= weight * logarithm(BetaBinomialEnds(alpha, beta, n).between) }
      total += weight
    }
    let (x, y) = (logarithm(alpha), logarithm(beta))
    return priorPrecision * (x * x + y * y) / 2
      - (sum + total * (g(alpha + beta) - g(alpha) - g(beta)))
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
      if isTruncated {
        let ends = BetaBinomialEnds(a, b, n)
        let (slope, curve) = (ends.slope, ends.curve)
        slopeA += weight * slope.x
        slopeB += weight * slope.y
        curveA += weight * curve.x
        curveB += weight * curve.y
        cross += weight * curve.z
      }
    }
    gradient[0] = priorPrecision * x[0] - a * slopeA
    gradient[1] = priorPrecision * x[1] - b * slopeB
    hessian[0] = priorPrecision - (a * slopeA + a * a * curveA)
    hessian[3] = priorPrecision - (b * slopeB + b * b * curveB)
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
