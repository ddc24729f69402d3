internal import LeastSquares

/// A surface of accuracy over training and inference compute, with the covariance that its
/// clusters show.
///
/// The covariance is the delete-one-cluster jackknife (CV3 of MacKinnon, Nielsen and Webb 2023,
/// "Fast and reliable jackknife and bootstrap methods for cluster-robust inference", by full
/// refits), with Student's t at the clusters less one, as they recommend: in simulations
/// (`Benchmarks/calibration-tradeoff.md`) it covers with few clusters too, where sandwich errors are
/// too narrow. Fewer degrees for the terms that differ between clusters would make up twice for what
/// the jackknife's own variance, too large with few clusters, makes up already.
public struct SurfaceFit: Sendable, Equatable {
  /// Its form.
  public let form: SurfaceForm
  /// Its coefficients, in the order of the formula.
  public let coefficients: [Double]
  /// Their covariance; absent when there are too few clusters, or one alone determines a term.
  public let covariance: [[Double]]?
  /// The coefficients without each of the clusters; none where one of them determines a term.
  let withoutOne: [[Double]]
  /// Clusters less one.
  public let degreesOfFreedom: Int
  /// The mean quasi-deviance of a cluster under the surface fitted to the others; absent where
  /// a refit has no solution.
  public let heldOutDeviance: Double?
  /// Where t and u are counted from: the mean logarithms.
  public let centre: SurfacePlace
  /// Between which accuracies it runs.
  public let range: AccuracyRange

  /// Fits a surface; absent when the rows do not determine it.
  init?(_ form: SurfaceForm, _ data: SurfaceData, range: AccuracyRange, threads: Int) {
    let centre = SurfacePlace.centre(of: data)
    let estimator = SurfaceEstimator(form, data, about: centre, range: range)
    let all = Array(repeating: 1.0, count: data.clusterCount)
    guard let coefficients = estimator.estimate(all, from: estimator.start) else { return nil }
    self.form = form
    self.coefficients = coefficients
    self.centre = centre
    self.range = range
    degreesOfFreedom = data.clusterCount - 1
    let rows = data.rowsOfClusters
    let without = parallelMap(data.clusterCount, threads: threads) { cluster in
      var multiplicity = all
      multiplicity[cluster] = 0
      return estimator.estimate(multiplicity, from: coefficients)
    }
    let refits = without.compactMap(\.self)
    guard refits.count == data.clusterCount else {
      withoutOne = []
      covariance = nil
      heldOutDeviance = nil
      return
    }
    withoutOne = refits
    covariance = Self.jackknife(refits, about: coefficients)
    heldOutDeviance =
      zip(rows, refits).reduce(0) { $0 + estimator.deviance(of: $1.0, at: $1.1) }
      / Double(data.clusterCount)
  }

  private static func jackknife(_ refits: [[Double]], about centre: [Double]) -> [[Double]] {
    let count = Double(refits.count)
    return centre.indices.map { j in
      centre.indices.map { k in
        refits.reduce(0) { $0 + ($1[j] - centre[j]) * ($1[k] - centre[k]) } * (count - 1) / count
      }
    }
  }

  /// Refits to clusters drawn with replacement (pairs bootstrap), one after another; a draw that
  /// determines no surface is drawn again.
  static func bootstrap(
    _ fit: SurfaceFit, _ data: SurfaceData, count: Int, seed: UInt64, threads: Int
  ) -> [[Double]] {
    let estimator = SurfaceEstimator(fit.form, data, about: fit.centre, range: fit.range)
    let clusters = data.clusterCount
    return parallelMap(count, threads: threads) { replicate -> [Double]? in
      var random = RandomSource(seed: seed, stream: UInt64(replicate))
      for _ in 0..<20 {
        var multiplicity = Array(repeating: 0.0, count: clusters)
        for _ in 0..<clusters { multiplicity[random.index(below: clusters)] += 1 }
        if let refit = estimator.estimate(multiplicity, from: fit.coefficients) { return refit }
      }
      return nil
    }.compactMap(\.self)
  }

  /// Student's t quantile of its intervals.
  func quantile(level: Double) -> Double {
    Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: Double(degreesOfFreedom))
  }

  /// A coefficient with its interval; those of t and u are the slopes at the centre.
  func slope(_ index: Int, level: Double) -> TradeoffEstimate {
    estimate(level: level) { $0[index] }
  }

  /// A smooth function of the coefficients with its interval; without one where it does not exist
  /// for the surface without some cluster.
  func estimate(level: Double, of figure: ([Double]) -> Double?) -> TradeoffEstimate {
    guard let value = figure(coefficients) else { return TradeoffEstimate(nil) }
    let others = withoutOne.compactMap(figure)
    guard !others.isEmpty, others.count == withoutOne.count else { return TradeoffEstimate(value) }
    let variance = Self.jackknife(others.map { [$0] }, about: [value])[0][0]
    let half = quantile(level: level) * variance.squareRoot()
    return TradeoffEstimate(
      value,
      interval: Interval(
        level: level, lower: value - half, upper: value + half, method: .student))
  }

  /// The two-sided p-value of a coefficient being zero; absent without a covariance.
  func pValue(of index: Int) -> Double? {
    guard let variance = covariance?[index][index], variance > 0 else { return nil }
    return Distribution.studentTTwoSided(
      coefficients[index] / variance.squareRoot(), degreesOfFreedom: Double(degreesOfFreedom))
  }
}

/// A place on a surface, as decimal logarithms of both computes.
public struct SurfacePlace: Sendable, Equatable {
  /// log10 of training compute.
  public let logTraining: Double
  /// log10 of inference compute.
  public let logInference: Double

  static func centre(of data: SurfaceData) -> SurfacePlace {
    let count = Double(data.count)
    return SurfacePlace(
      logTraining: data.logTraining.reduce(0, +) / count,
      logInference: data.logInference.reduce(0, +) / count)
  }
}
