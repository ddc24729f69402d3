internal import LeastSquares

/// The laws of all refits that reached an optimum.
public struct LawBootstrapResult: Sendable {
  /// The fit that was resampled.
  public let fit: LawFit
  /// How it was resampled.
  public let settings: LawBootstrap
  /// The law of each refit that reached an optimum.
  public let laws: [TrainingLaw]

  /// Refits that reached an optimum.
  public var convergedCount: Int { laws.count }

  /// Least number of refits that an interval is taken from.
  private static let leastCount = 20

  /// The percentile interval of any figure that follows from a law; absent when hardly any refit
  /// has one.
  public func interval(
    level: Double? = nil, of figure: (TrainingLaw) -> Double?
  ) -> Interval? {
    let level = level ?? settings.level
    var sample = laws.compactMap(figure).filter(\.isFinite)
    guard sample.count >= Self.leastCount else { return nil }
    let tail = (1 - level) / 2
    return Interval(
      level: level, lower: quantile(&sample, tail), upper: quantile(&sample, 1 - tail),
      method: .bootstrap)
  }

  /// The interval of a coefficient; an end that ran away to where no run can tell it is open.
  public func interval(ofCoefficient name: String) -> Interval? {
    guard var interval = interval(of: { $0[name] }),
      let range = fit.settings.form.tellable(name)
    else { return interval(of: { $0[name] }) }
    interval.lower = interval.lower.flatMap { $0 < range.lowerBound ? nil : $0 }
    interval.upper = interval.upper.flatMap { $0 > range.upperBound ? nil : $0 }
    return interval
  }

  /// The share of the refits in which a coefficient ran away to where no run can tell it.
  public func runawayShare(ofCoefficient name: String) -> Double {
    guard let range = fit.settings.form.tellable(name), !laws.isEmpty else { return 0 }
    let away = laws.count { law in law[name].map { !range.contains($0) } ?? false }
    return Double(away) / Double(laws.count)
  }

  /// The standard deviation of a figure over the refits.
  public func standardError(of figure: (TrainingLaw) -> Double?) -> Double? {
    let sample = laws.compactMap(figure).filter(\.isFinite)
    guard sample.count >= Self.leastCount else { return nil }
    let mean = sample.reduce(0, +) / Double(sample.count)
    let sum = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (sum / Double(sample.count - 1)).squareRoot()
  }

  /// The covariance of the estimated coefficients over the refits.
  public var covariance: [[Double]]? {
    guard laws.count >= Self.leastCount else { return nil }
    return Self.covariance(laws.map { law in estimatedIndices.map { law.coefficients[$0] } })
  }

  private static func covariance(_ rows: [[Double]]) -> [[Double]]? {
    guard let first = rows.first, rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }
    let count = Double(rows.count)
    let means = first.indices.map { j in rows.reduce(0) { $0 + $1[j] } / count }
    return first.indices.map { j in
      first.indices.map { k in
        rows.reduce(0) { $0 + ($1[j] - means[j]) * ($1[k] - means[k]) } / (count - 1)
      }
    }
  }

  private func isFactor(_ index: Int) -> Bool {
    let form = fit.settings.form
    return form.positiveNames.contains(form.coefficientNames[index])
  }

  private var estimatedIndices: [Int] {
    let names = fit.settings.form.coefficientNames
    return names.indices.filter { fit.isEstimated(names[$0]) }
  }

  /// How far another law of the same form lies from the fit: the squared distance in the metric of
  /// the bootstrap covariance, which is chi-squared when that law is the truth.
  public func distance(to law: TrainingLaw) -> LawDistance? {
    guard law.form == fit.settings.form, laws.count >= Self.leastCount else { return nil }
    // Factors are compared as logarithms, in which their refits are nearly normal.
    let scale = estimatedIndices.map { isFactor($0) }
    let coordinate = { (law: TrainingLaw) in
      zip(self.estimatedIndices, scale).map { index, isFactor in
        isFactor ? logarithm(law.coefficients[index]) : law.coefficients[index]
      }
    }
    let difference = zip(coordinate(law), coordinate(fit.law)).map { $0 - $1 }
    guard let covariance = Self.covariance(laws.map(coordinate)),
      let statistic = Self.quadraticForm(covariance, difference)
    else { return nil }
    return LawDistance(
      statistic: statistic, degreesOfFreedom: difference.count,
      pValue: Distribution.chiSquaredUpperTail(
        statistic, degreesOfFreedom: Double(difference.count)))
  }

  /// Runs that would make an interval `width` wide, when its width falls with √n.
  public func runsNeeded(
    forWidth width: Double, level: Double? = nil, of figure: (TrainingLaw) -> Double?
  ) -> Double? {
    guard let interval = interval(level: level, of: figure), let lower = interval.lower,
      let upper = interval.upper
    else { return nil }
    let ratio = (upper - lower) / width
    return Double(fit.data.count) * ratio * ratio
  }

  /// dᵀC⁻¹d by a Cholesky factor of the correlations.
  private static func quadraticForm(_ matrix: [[Double]], _ d: [Double]) -> Double? {
    let n = d.count
    let scales = (0..<n).map { matrix[$0][$0].squareRoot() }
    guard scales.allSatisfy({ $0 > 0 }) else { return nil }
    var factor = Array(repeating: Array(repeating: 0.0, count: n), count: n)
    var sum = 0.0
    var y = Array(repeating: 0.0, count: n)
    for j in 0..<n {
      for k in 0...j {
        var entry = matrix[j][k] / (scales[j] * scales[k])
        for l in 0..<k { entry -= factor[j][l] * factor[k][l] }
        if j == k {
          guard entry > 1e-12 else { return nil }
          factor[j][j] = entry.squareRoot()
        } else {
          factor[j][k] = entry / factor[k][k]
        }
      }
      y[j] = d[j] / scales[j]
      for k in 0..<j { y[j] -= factor[j][k] * y[k] }
      y[j] /= factor[j][j]
      sum += y[j] * y[j]
    }
    return sum
  }
}

/// How far a law lies from a fit, in units of the fit's uncertainty.
public struct LawDistance: Sendable, Equatable {
  /// The squared distance.
  public let statistic: Double
  /// Coefficients that were estimated.
  public let degreesOfFreedom: Int
  /// The chance of a distance as large when the law is true.
  public let pValue: Double
}
