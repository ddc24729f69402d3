internal import ScalingAnalysis

/// The families of a contest, ready to be fitted to any y on the same x.
struct ShapeBench: Sendable {
  /// What scatters the observations.
  let noise: ShapeNoise
  private let families: [ShapeFamily]
  private let fitters: [ShapeFitter]
  private let count: Int

  /// - Parameter field: the families at the x of the data.
  /// - Throws: `ClaimError` when y is the same everywhere.
  init(_ data: CurveData, _ field: ShapeField) throws(ClaimError) {
    guard let least = data.y.min(), let most = data.y.max(), least < most else {
      throw ClaimError("y is the same at every x, so that there is no shape to judge")
    }
    noise = ShapeNoise(data)
    count = data.count
    families = field.families
    fitters = field.fitters(weights: noise.weights(at: field.pilot(data.y)))
  }

  /// Where a family's likelihood stands in a row.
  func index(_ family: ShapeFamily) -> Int {
    families.firstIndex(of: family) ?? 0
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
  func simulator(_ family: ShapeFamily, _ y: [Double], seed: UInt64) -> @Sendable (Int) -> [Double]
  {
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
