internal import LeastSquares

/// The way from observations to a fit: scan, follow, polish, check, describe.
struct CurveFitter {
  let model: any CurveModel
  let data: CurveData
  let level: Double
  var noise: Noise = .gaussian

  /// Minima of the scan that are followed.
  private static let followedMinima = 4

  func fit() throws(FitError) -> Fit {
    try validate()
    let problem = CurveProblem(model, data)
    var rows = RowNoise(noise, data)
    var reduced = rows.reduced(problem)
    if let start = model.givenStart, !start.isEmpty,
      !reduced.residualSumOfSquares(at: start).isFinite
    {
      throw notFinite(problem, shape: start)
    }
    var (search, optimum) = try globalMinimum(problem, rows, reduced)
    if noise.isRobust {
      // Residuals of least squares give the first scale, with which the search starts again.
      rows.scale = rows.medianScale(problem.values(linear: optimum.linear, shape: optimum.shape))
      reduced = rows.reduced(problem)
      (search, optimum) = try globalMinimum(problem, rows, reduced)
      optimum = try settledScale(problem, optimum)
    }
    for _ in 0..<Self.restarts {
      let state = FitState(self, problem, optimum)
      try requireIdentification(state)
      let profiles = profiles(state, problem, search)
      guard let better = profiles.better else { return fit(state, profiles) }
      let next = try bestMinimum(problem, [better], optimum.rows, optimum.rows.reduced(problem))
      guard next.residualSumOfSquares < optimum.residualSumOfSquares else {
        return fit(state, profiles)
      }
      optimum = next
    }
    let state = FitState(self, problem, optimum)
    try requireIdentification(state)
    return fit(state, profiles(state, problem, search))
  }

  /// How often a better optimum that an interval comes across is taken up.
  private static let restarts = 3

  /// How often the scale of robust noise and its curve follow each other.
  private static let scaleRounds = 40

  private func profiles(
    _ state: FitState, _ problem: CurveProblem, _ search: ShapeSearch?
  ) -> CurveProfiles {
    // A scan of robust losses says nothing of the region of the working rows.
    let reduced = state.working.reduced(problem)
    let scan = noise.isRobust ? search.map { ShapeSearch($0.ranges, reduced) } : search
    return CurveProfiles(state, problem: problem, reduced: reduced, search: scan)
  }

  /// The best minimum from a scan of all shapes.
  private func globalMinimum(
    _ problem: CurveProblem, _ rows: RowNoise, _ reduced: VariableProjection
  ) throws(FitError) -> (search: ShapeSearch?, optimum: Optimum) {
    let ranges = model.searchRanges(for: data)
    let search =
      ranges.count == problem.shapeCount ? ShapeSearch(ranges, reduced) : nil
    let starts =
      (search?.localMinima(atMost: Self.followedMinima) ?? []) + model.startingShapes(for: data)
    return (search, try bestMinimum(problem, starts, rows, reduced))
  }

  /// The curve and the scale that belong to each other: the scale is the median size of the
  /// residuals, the curve the minimum at that scale.
  private func settledScale(
    _ problem: CurveProblem, _ start: Optimum
  ) throws(FitError) -> Optimum {
    var optimum = start
    for _ in 0..<Self.scaleRounds {
      let scale = optimum.rows.medianScale(
        problem.values(linear: optimum.linear, shape: optimum.shape))
      let change = abs(scale / optimum.rows.scale - 1)
      guard change > 1e-13 else { break }
      var rows = optimum.rows
      rows.scale = scale
      optimum = try bestMinimum(problem, [optimum.shape], rows, rows.reduced(problem))
    }
    return optimum
  }

  private func fit(_ state: FitState, _ profiles: CurveProfiles) -> Fit {
    let optimum = state.optimum
    let isConverged = state.check.isOptimum && optimum.isConverged && profiles.better == nil
    let describer = FitDescriber(
      model: model, data: data, level: level, linear: optimum.linear, shape: optimum.shape,
      statistics: state.statistics, rows: state.rows, scale: state.working.scale,
      fitted: state.fitted, jacobian: state.jacobian, decomposition: state.decomposition,
      freeShape: state.free,
      region: profiles.region, profiles: profiles.intervals,
      reduced: state.working.reduced(CurveProblem(model, data)))
    let coefficients = describer.coefficients()
    return Fit(
      model: model, data: data, coefficients: coefficients.map(\.reported),
      statistics: state.statistics,
      termination: Termination(
        converged: isConverged, reason: optimum.reason,
        iterations: optimum.iterations, starts: optimum.starts),
      diagnostics: describer.diagnostics(
        coefficients, boundParameters: optimum.boundParameters,
        isOptimum: isConverged),
      level: level, rows: state.rows,
      misfit: Misfit(state.rows, fitted: state.fitted, coefficientCount: model.freeCount),
      linear: optimum.linear, shape: optimum.shape, region: profiles.region,
      tangent: profiles.tangent, fitted: state.fitted)
  }

  /// Sums of squares of larger numbers may not be finite.
  private static let largestMagnitude = 1e150

  /// - Throws: `FitError` when the observations cannot carry the family.
  func validate() throws(FitError) {
    try RowNoise(noise, data).validate()
    if data.count < 3 {
      throw FitError(
        code: .tooFewPoints,
        description: "\(data.count) \(data.count == 1 ? "point" : "points"): a curve needs at "
          + "least 3; add measurements or check the choice of --series")
    }
    if data.count <= model.freeCount {
      throw FitError(
        code: .tooFewPoints,
        description: "\(data.count) points: \(model.name.rawValue) has \(model.freeCount) "
          + "coefficients and needs at least \(model.freeCount + 1) points")
    }
    if let huge = (data.x + data.y).first(where: { abs($0) > Self.largestMagnitude }) {
      throw FitError(
        code: .outOfRange,
        description: "\(plainNumber(huge)) is too large: least squares takes squares, and those of "
          + "numbers beyond \(Self.largestMagnitude) overflow; write the column in a larger unit"
      )
    }
    if data.y.allSatisfy({ $0 == data.y[0] }) {
      throw FitError(
        code: .allYEqual,
        description: "y is \(plainNumber(data.y[0])) at every point: there is no curve to fit; "
          + "check the choice of --y and --series")
    }
    guard model.columnNames.isEmpty else { return }
    let distinct = data.distinctX.count
    if distinct == 1 {
      throw FitError(
        code: .allXEqual,
        description: "x is \(plainNumber(data.x[0])) at every point: a curve needs points at "
          + "different x; check the choice of --x and --series")
    }
    if distinct < model.freeCount {
      throw FitError(
        code: .tooFewPoints,
        description: "\(distinct) different values of x: \(model.name.rawValue) has "
          + "\(model.freeCount) coefficients and needs at least as many")
    }
    if model.needsPositiveX, let bad = data.x.first(where: { $0 <= 0 }) {
      throw FitError(
        code: .nonPositiveX,
        description: "x = \(plainNumber(bad)): \(model.name.rawValue) takes a logarithm of x, "
          + "which must be positive; drop those rows with --where or use --model linear")
    }
  }

  /// The best of all followed minima.
  struct Optimum {
    var linear: [Double]
    var shape: [Double]
    var residualSumOfSquares: Double
    var isConverged: Bool
    var boundParameters: Set<Int>
    var iterations: Int
    var starts: Int
    var reason: String
    /// The noise, with the scale that belongs to the optimum.
    var rows: RowNoise
  }

  private func bestMinimum(
    _ problem: CurveProblem, _ starts: [[Double]], _ rows: RowNoise,
    _ reduced: VariableProjection
  ) throws(FitError) -> Optimum {
    let bounds = model.shapeBounds(for: data)
    guard !bounds.isEmpty else {
      let rss = reduced.residualSumOfSquares(at: [0])
      var optimum = Optimum(
        linear: Array(reduced.linear), shape: [], residualSumOfSquares: rss,
        isConverged: true, boundParameters: [], iterations: 0, starts: 0, reason: "closed form",
        rows: rows)
      if !rss.isFinite, model.mustIdentify { throw notFinite(problem, shape: []) }
      polish(&optimum, problem, bounds)
      return optimum
    }
    let local = LocalSearch(model, data)
    guard
      let followed = local.minimum(from: starts, reduced), followed.residualSumOfSquares.isFinite
    else {
      if model.mustIdentify {
        throw notFinite(problem, shape: starts.first ?? bounds.map { _ in 1 })
      }
      return Optimum(
        linear: Array(repeating: 0, count: problem.linearCount), shape: bounds.map(\.lowerBound),
        residualSumOfSquares: .infinity, isConverged: false,
        boundParameters: [], iterations: 0, starts: 0, reason: "no finite value in the search box",
        rows: rows)
    }
    var best = followed
    var iterations = followed.iterations
    var reason = SolverStop.smallGradient.rawValue

    // GSL sees all coefficients at once and unbounded; what leaves the box is not taken.
    _ = reduced.residualSumOfSquares(at: best.shape)
    let polished = TrustRegion.solve(
      weighed(problem, rows, linear: Array(reduced.linear), shape: best.shape), response: data.y,
      linear: Array(reduced.linear), shape: best.shape)
    iterations += polished.iterations
    let shape = Array(polished.parameters[problem.linearCount...])
    if zip(shape, bounds).allSatisfy({ $1.contains($0) }) {
      reason = polished.stop.rawValue
      let final = reduced.minimize(
        from: shape, bounds: bounds, tolerance: 1e-24, maximumIterations: 20)
      iterations += final.iterations
      if final.residualSumOfSquares <= best.residualSumOfSquares {
        best.shape = final.shape
        best.residualSumOfSquares = final.residualSumOfSquares
      }
    }
    best.shape = model.preferredForm(of: best.shape, for: data) {
      reduced.residualSumOfSquares(at: $0)
    }
    let boundParameters = Set(bounds.indices.filter { Self.isAtBound(best.shape[$0], bounds[$0]) })
    _ = reduced.residualSumOfSquares(at: best.shape)
    var optimum = Optimum(
      linear: Array(reduced.linear), shape: best.shape,
      residualSumOfSquares: best.residualSumOfSquares,
      isConverged: best.residualSumOfSquares.isFinite, boundParameters: boundParameters,
      iterations: iterations, starts: local.searchCount(starts: starts.count),
      reason: boundParameters.isEmpty ? reason : "edge of the search range", rows: rows)
    polish(&optimum, problem, bounds)
    return optimum
  }

  /// The problem with the weights that its rows have at a curve.
  private func weighed(
    _ problem: CurveProblem, _ rows: RowNoise, linear: [Double], shape: [Double]
  ) -> CurveProblem {
    guard let objective = rows.objective else { return problem }
    let fitted = problem.values(linear: linear, shape: shape)
    return CurveProblem(
      model, data,
      rootWeights: objective.weighed(response: data.y, fitted: fitted).rootWeights)
  }

  /// Rounds of polishing with weights that follow the curve, and the change that ends them.
  private static let polishRounds = 60
  private static let polished = 1e-15

  /// The last digits, where the curve is smooth: with weights that follow the curve, until the
  /// score equations hold to rounding.
  private func polish(
    _ optimum: inout Optimum, _ problem: CurveProblem, _ bounds: [ClosedRange<Double>]
  ) {
    guard !LocalSearch(model, data).hasKinks, !model.hasKinks else { return }
    let rows = optimum.rows
    guard rows.objective != nil else {
      _ = polishOnce(&optimum, problem, bounds)
      return
    }
    var smallest = Double.infinity
    for _ in 0..<Self.polishRounds {
      var next = optimum
      let own = weighed(problem, rows, linear: optimum.linear, shape: optimum.shape)
      guard polishOnce(&next, own, bounds) else { return }
      let total = rows.total(problem.values(linear: next.linear, shape: next.shape))
      guard total <= optimum.residualSumOfSquares * (1 + 1e-12) + 1e-13 else { return }
      next.residualSumOfSquares = total
      let change =
        zip(next.linear + next.shape, optimum.linear + optimum.shape).map {
          abs($0 - $1) / max(abs($0), .leastNormalMagnitude)
        }.max() ?? 0
      optimum = next
      if change < Self.polished || (change >= smallest && change < 1e-10) { return }
      smallest = min(smallest, change)
    }
  }

  /// Gauss-Newton steps with fixed weights; whether they ended in finite values.
  private func polishOnce(
    _ optimum: inout Optimum, _ problem: CurveProblem, _ bounds: [ClosedRange<Double>]
  ) -> Bool {
    let last = GaussNewton.polish(
      problem, response: data.y, linear: optimum.linear, shape: optimum.shape,
      held: optimum.boundParameters, bounds: bounds)
    guard last.residualSumOfSquares.isFinite else { return false }
    optimum.linear = Array(last.parameters[..<problem.linearCount])
    optimum.shape = Array(last.parameters[problem.linearCount...])
    optimum.residualSumOfSquares = last.residualSumOfSquares
    optimum.iterations += last.iterations
    return true
  }

  /// Whether a bound holds a parameter: within a millionth of a box's width, or exactly on the
  /// one end of a half-open range.
  static func isAtBound(_ value: Double, _ range: ClosedRange<Double>) -> Bool {
    let width = range.upperBound - range.lowerBound
    guard width.isFinite else { return value == range.lowerBound || value == range.upperBound }
    return value - range.lowerBound < 1e-6 * width || range.upperBound - value < 1e-6 * width
  }

  private func notFinite(_ problem: CurveProblem, shape: [Double]) -> FitError {
    CurveWeakness(model: model, data: data).notFinite(problem, shape: shape)
  }

  private func requireIdentification(_ state: FitState) throws(FitError) {
    guard model.mustIdentify, state.decomposition.inverseGram == nil else { return }
    throw CurveWeakness(model: model, data: data).notIdentifiable(
      state.decomposition, freeShape: state.free)
  }
}

/// A number as a message shows it.
func plainNumber(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
