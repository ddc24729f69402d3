internal import LeastSquares

/// The log-likelihood of a fitted curve under its noise, and what goes into criteria with it.
struct NoiseLikelihood {
  /// Absent where the noise has none.
  let value: Double?
  /// The sample size: rows, or what they stand for where weights are counts. For binomial noise
  /// too it is the rows, as in R's glm: the correction for small samples is then on the safe side.
  let observations: Double
  /// Whether a noise scale is estimated beside the curve.
  let estimatesScale: Bool
  /// The chi-squared that tests the variances, where they are known.
  let chiSquared: Double?
  private let robustScale: Double?
  private let hasOneSpread: Bool

  init(_ rows: RowNoise, _ fitted: [Double], coefficientCount: Int, _ common: Double?) {
    let data = rows.data
    var n = Double(data.count)
    var value: Double?
    var estimatesScale = true
    var chiSquared: Double?
    switch rows.noise {
    case .gaussian:
      if case .counts(let counts) = data.weights { n = counts.reduce(0, +) }
      let sum = max(rows.total(fitted), FitStatistics.rounding(of: data))
      if case .knownErrors(let errors) = data.weights {
        estimatesScale = false
        chiSquared = sum
        value =
          -(sum + n * logarithm(2 * Double.pi)) / 2 - errors.reduce(0) { $0 + logarithm($1) }
      } else {
        value = -n / 2 * (logarithm(2 * Double.pi * (sum / n)) + 1)
        if case .relative(let weights) = data.weights {
          value = value.map { $0 + weights.reduce(0) { $0 + logarithm($1) } / 2 }
        }
      }
    case .binomial(let overdispersed):
      let binomial = BinomialObjective(items: rows.items)
      let plain = binomial.logLikelihood(response: data.y, fitted: fitted)
      let pearson = binomial.pearson(response: data.y, fitted: fitted)
      chiSquared = pearson
      estimatesScale = overdispersed
      let freedom = n - Double(coefficientCount)
      // Under-dispersion is taken for chance (Burnham and Anderson 2002, §2.5).
      let dispersion = max(common ?? (freedom > 0 ? pearson / freedom : 1), 1)
      value = overdispersed ? plain / dispersion : plain
    case .huber:
      var judging = rows
      judging.scale = common ?? rows.scale
      value = judging.robust.map { robust in
        let loss = judging.total(fitted) / 2
        return -loss - n * (logarithm(robust.scale) + robust.logNormalisation)
      }
    case .bisquare: break
    }
    self.value = value
    observations = n
    self.estimatesScale = estimatesScale
    self.chiSquared = chiSquared
    robustScale = rows.noise.isRobust ? rows.scale : nil
    hasOneSpread = rows.noise == .gaussian && data.weights.kind != .errors
  }

  /// The spread of an observation of weight 1 from the weighted sum of squares, where the noise
  /// has one.
  func residualStandardError(_ sum: Double, degreesOfFreedom: Int) -> Double? {
    if let robustScale { return robustScale }
    guard hasOneSpread, degreesOfFreedom > 0 else { return nil }
    return (sum / Double(degreesOfFreedom)).squareRoot()
  }
}
