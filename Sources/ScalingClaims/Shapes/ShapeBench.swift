internal import ScalingAnalysis

/// The families of a contest, ready to be fitted to any y on the same x.
struct ShapeBench: Sendable {
  private let fitters: [ShapeFitter]
  private let count: Int

  init(_ data: CurveData, families: [ShapeFamily]) throws(ClaimError) {
    guard let smallest = data.x.min(), smallest > 0 else {
      throw ClaimError(
        "the shape of a curve is judged on ratios of x, so x must be above zero; leave out the "
          + "other rows with where")
    }
    let logarithms = data.x.map { logarithm($0 / smallest) / naturalLogarithmOf2 }
    guard Set(logarithms).count >= 4 else {
      throw ClaimError("the points have fewer than four different x; add measurements at others")
    }
    fitters = families.map { ShapeFitter($0, log2x: logarithms) }
    count = data.count
  }

  /// Where a family's likelihood stands in a row.
  func index(_ family: ShapeFamily) -> Int {
    fitters.firstIndex { $0.family == family } ?? 0
  }

  /// The maximised log-likelihood of every family, but for a common constant.
  func likelihoods(_ y: [Double]) -> [Double] {
    fitters.map { -Double(count) / 2 * logarithm($0.best(y).residualSumOfSquares) }
  }

  /// The best likelihood among some families.
  func value(_ families: [ShapeFamily], _ row: [Double]) -> Double {
    families.reduce(-.infinity) { max($0, row[index($1)]) }
  }

  /// The family with the best likelihood, the earlier of equals.
  func strongest(_ families: [ShapeFamily], _ row: [Double]) -> ShapeFamily {
    families.reduce(families[0]) { row[index($1)] > row[index($0)] ? $1 : $0 }
  }

  /// Likelihoods of all families on series simulated from one; the k-th series is the same for any
  /// number of threads.
  func simulate(_ family: ShapeFamily, _ y: [Double], _ settings: CheckSettings) -> [[Double]] {
    let fitter = fitters[index(family)]
    let best = fitter.best(y)
    let fitted = fitter.fitted(y, shape: best.shape)
    let freedom = Double(max(count - family.coefficientCount, 1))
    let spread = (best.residualSumOfSquares / freedom).squareRoot()
    let stream = UInt64(index(family)) << 32
    return parallelMap(settings.simulations, threads: settings.threads) { replicate in
      var random = RandomSource(seed: settings.seed, stream: stream + UInt64(replicate))
      return likelihoods(fitted.map { $0 + spread * random.normal() })
    }
  }
}
