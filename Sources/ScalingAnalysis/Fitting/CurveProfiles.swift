internal import LeastSquares

/// The intervals of a fit: from the region where it can be followed, from walks of single
/// parameters for formulas and families of many shape parameters, and the tangent plane's band
/// where there is no region.
struct CurveProfiles {
  private(set) var region: LikelihoodRegion?
  private(set) var tangent: TangentBand?
  /// Intervals by parameter, where parameters were walked.
  private(set) var intervals: [String: Interval] = [:]
  /// A better shape than the optimum, met on a walk.
  private(set) var better: [Double]?

  /// Shape parameters up to which a region is followed.
  private static let regionLimit = 2

  init(
    _ state: FitState, problem: CurveProblem, reduced: VariableProjection, search: ShapeSearch?
  ) {
    let optimum = state.optimum
    let known = state.working.scale
    guard known.isDefined, optimum.residualSumOfSquares.isFinite else { return }
    // A fit through every point has the variance that rounding leaves.
    let rounding = state.working.rounding
    let rss = max(reduced.residualSumOfSquares(at: optimum.shape + [0]), rounding)
    let scale = NoiseScale(
      variance: known.degreesOfFreedom.map { max(known.variance, rounding / $0) } ?? known.variance,
      degreesOfFreedom: known.degreesOfFreedom)
    var box = state.model.shapeBounds(for: state.data)
    // A formula, or a family with too many shape parameters for a region.
    if !state.model.columnNames.isEmpty || box.count > Self.regionLimit {
      walk(state, problem, rss, scale, &box)
      guard better == nil else { return }
      tangent = tangentBand(state)
    }
    let isBounded = box.allSatisfy { $0.lowerBound.isFinite && $0.upperBound.isFinite }
    guard box.count <= Self.regionLimit, isBounded, !state.model.hasKinks || search != nil else {
      return
    }
    region = LikelihoodRegion(
      level: state.level, optimum: optimum.shape, residualSumOfSquares: rss,
      scale: scale, bounds: box, search: search, reduced: reduced)
  }

  /// Walks every parameter, and closes the box around the shape where the walks end.
  private mutating func walk(
    _ state: FitState, _ problem: CurveProblem, _ rss: Double, _ scale: NoiseScale,
    _ box: inout [ClosedRange<Double>]
  ) {
    let optimum = state.optimum
    let walk = ProfileWalk(
      problem: problem, rows: state.working, linear: optimum.linear, shape: optimum.shape,
      bounds: box, residualSumOfSquares: rss, scale: scale,
      quantile: scale.quantile(level: state.level))
    let names = state.model.linearNames + state.model.shapeParameters.map(\.name)
    for position in names.indices {
      let ends = walk.ends(of: position, standardError: state.standardError(position))
      if let better = ends.better {
        self.better = better
        return
      }
      let index = position - optimum.linear.count
      intervals[names[position]] = Self.interval(
        ends, level: state.level, index < 0 ? nil : state.model.shapeParameters[index])
      guard index >= 0 else { continue }
      // A little wider than the region, so that its edge does not count as the box's.
      let value = optimum.shape[index]
      let low = ends.lower.map { $0 - 0.2 * (value - $0) } ?? -.infinity
      let high = ends.upper.map { $0 + 0.2 * ($0 - value) } ?? .infinity
      box[index] = max(low, box[index].lowerBound)...min(high, box[index].upperBound)
    }
  }

  /// The ends of a walk as the parameter is reported.
  private static func interval(
    _ ends: ProfileWalk.Ends, level: Double, _ parameter: ShapeParameter?
  ) -> Interval {
    var interval = Interval(
      level: level, lower: ends.lower, upper: ends.upper, method: .profile)
    guard let parameter else { return interval }
    interval.lower = ends.lower.map(parameter.reported)
    interval.upper = ends.upper.map(parameter.reported)
    if parameter.derivative(0) < 0 { swap(&interval.lower, &interval.upper) }
    return interval
  }

  private func tangentBand(_ state: FitState) -> TangentBand? {
    guard let gram = state.decomposition.inverseGram else { return nil }
    let variance = state.working.scale.variance
    let linearCount = state.optimum.linear.count
    return TangentBand(
      covariance: gram.map { $0.map { $0 * variance } },
      free: Array(0..<linearCount) + state.free.map { linearCount + $0 },
      quantile: state.working.scale.quantile(level: state.level))
  }
}
