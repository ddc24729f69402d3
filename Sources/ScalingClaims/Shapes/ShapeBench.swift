internal import ScalingAnalysis

/// The families of a contest, ready to be fitted to any y on the same x.
struct ShapeBench: Sendable {
  /// What scatters the observations.
  let noise: ShapeNoise
  private let fitters: [ShapeFitter]
  private let count: Int

  init(
    _ data: CurveData, claimed: [ShapeFamily], rivals: [ShapeFamily]
  ) throws(ClaimError) {
    guard let smallest = data.x.min(), smallest > 0 else {
      throw ClaimError(
        "the shape of a curve is judged on ratios of x, so x must be above zero; leave out the "
          + "other rows with where")
    }
    guard let least = data.y.min(), let most = data.y.max(), least < most else {
      throw ClaimError("y is the same at every x, so that there is no shape to judge")
    }
    let logarithms = data.x.map { logarithm($0 / smallest) / naturalLogarithmOf2 }
    guard Set(logarithms).count >= 4 else {
      throw ClaimError("the points have fewer than four different x; add measurements at others")
    }
    noise = ShapeNoise(data)
    count = data.count
    let even = ShapeDesign(log2x: logarithms)
    let pilot = Self.fitted(data.y, Self.pilots.map { ShapeFitter($0, even) })
    let design = ShapeDesign(log2x: logarithms, weights: noise.weights(at: pilot))
    let measures = claimed.map { ShapeFitter($0, even) }
    fitters =
      claimed.map { ShapeFitter($0, design) }
      + rivals.map { rival in
        ShapeFitter(rival, design, apartFrom: measures.first { $0.family.canBeAsNear(as: rival) })
      }
  }

  /// Families that come near to any curve that rises or falls; the best of them tells how precise
  /// shares are.
  private static let pilots: [ShapeFamily] = [.linear, .powerLaw, .saturatingPower, .hinge]

  /// The best curve of some families.
  private static func fitted(_ y: [Double], _ fitters: [ShapeFitter]) -> [Double] {
    let bests = fitters.map { $0.best(y) }
    let first = bests.indices.min {
      bests[$0].residualSumOfSquares < bests[$1].residualSumOfSquares
    }
    return first.map { fitters[$0].fitted(y, shape: bests[$0].shape) } ?? y
  }

  /// Where a family's likelihood stands in a row.
  func index(_ family: ShapeFamily) -> Int {
    fitters.firstIndex { $0.family == family } ?? 0
  }

  /// The maximised log-likelihood of every family, but for a common constant.
  func likelihoods(_ y: [Double]) -> [Double] {
    fitters.map { likelihood($0, y) }
  }

  /// The maximised log-likelihood of one of them.
  func likelihood(_ family: ShapeFamily, _ y: [Double]) -> Double {
    likelihood(fitters[index(family)], y)
  }

  private func likelihood(_ fitter: ShapeFitter, _ y: [Double]) -> Double {
    -Double(count) / 2 * logarithm(fitter.best(y).residualSumOfSquares)
  }

  /// The best likelihood among some families.
  func value(_ families: [ShapeFamily], _ row: [Double]) -> Double {
    families.reduce(-.infinity) { max($0, row[index($1)]) }
  }

  /// The family with the best likelihood, the earlier of equals.
  func strongest(_ families: [ShapeFamily], _ row: [Double]) -> ShapeFamily {
    families.reduce(families[0]) { row[index($1)] > row[index($0)] ? $1 : $0 }
  }

  /// The fitted curve of a family, and the factor of the noise around it.
  func curve(_ family: ShapeFamily, _ y: [Double]) -> (fitted: [Double], spread: Double) {
    let fitter = fitters[index(family)]
    let fitted = fitter.fitted(y, shape: fitter.best(y).shape)
    return (
      fitted,
      noise.spread(y, around: fitted, degreesOfFreedom: count - family.coefficientCount)
    )
  }

  /// Series simulated from a family as fitted to y; the k-th is the same wherever it is drawn.
  func simulator(_ family: ShapeFamily, _ y: [Double], seed: UInt64) -> @Sendable (Int) -> [Double] {
    let (fitted, spread) = curve(family, y)
    let stream = UInt64(index(family)) << 32
    return { [noise] replicate in
      var random = RandomSource(seed: seed, stream: stream + UInt64(replicate))
      return noise.draw(around: fitted, spread: spread, &random)
    }
  }

  /// Likelihoods of all families on series simulated from one.
  func simulate(_ family: ShapeFamily, _ y: [Double], _ settings: CheckSettings) -> [[Double]] {
    let series = simulator(family, y, seed: settings.seed)
    return parallelMap(settings.simulations, threads: settings.threads) { likelihoods(series($0)) }
  }
}
