internal import LeastSquares

/// The way from observations to a fit: scan, follow, polish, check, describe.
struct CurveFitter {
  let model: any CurveModel
  let data: CurveData
  let level: Double

  /// Minima of the scan that are followed.
  private static let followedMinima = 4

  func fit() throws(FitError) -> Fit {
    try validate()
    let problem = CurveProblem(model, data)
    let reduced = VariableProjection(problem, response: data.y)
    if let start = model.givenStart, !start.isEmpty,
      !reduced.residualSumOfSquares(at: start).isFinite
    {
      throw notFinite(problem, shape: start)
    }
    let ranges = model.searchRanges(for: data)
    let search =
      ranges.count == problem.shapeCount ? ShapeSearch(ranges, reduced) : nil
    let starts =
      (search?.localMinima(atMost: Self.followedMinima) ?? []) + model.startingShapes(for: data)
    var optimum = try bestMinimum(problem, starts, reduced)
    for _ in 0..<Self.restarts {
      let state = FitState(self, problem, optimum)
      try requireIdentification(state)
      let profiles = CurveProfiles(state, problem: problem, reduced: reduced, search: search)
      guard let better = profiles.better else { return fit(state, profiles, reduced) }
      let next = try bestMinimum(problem, [better], reduced)
      guard next.residualSumOfSquares < optimum.residualSumOfSquares else {
        return fit(state, profiles, reduced)
      }
      optimum = next
    }
    let state = FitState(self, problem, optimum)
    try requireIdentification(state)
    return fit(
      state, CurveProfiles(state, problem: problem, reduced: reduced, search: search), reduced)
  }

  /// How often a better optimum that an interval comes across is taken up.
  private static let restarts = 3

  private func fit(
    _ state: FitState, _ profiles: CurveProfiles, _ reduced: VariableProjection
  ) -> Fit {
    let optimum = state.optimum
    let isConverged = state.check.isOptimum && optimum.isConverged && profiles.better == nil
    let describer = FitDescriber(
      model: model, data: data, level: level, linear: optimum.linear, shape: optimum.shape,
      statistics: state.statistics, decomposition: state.decomposition, freeShape: state.free,
      region: profiles.region, profiles: profiles.intervals, reduced: reduced)
    let coefficients = describer.coefficients()
    return Fit(
      model: model, data: data, coefficients: coefficients.map(\.reported),
      statistics: state.statistics,
      termination: Termination(
        converged: isConverged, reason: optimum.reason,
        iterations: optimum.iterations, starts: optimum.starts),
      diagnostics: describer.diagnostics(
        coefficients, boundParameters: optimum.boundParameters,
        isOptimum: isConverged, fitted: state.fitted),
      level: level, linear: optimum.linear, shape: optimum.shape, region: profiles.region,
      tangent: profiles.tangent, fitted: state.fitted)
  }

  private func validate() throws(FitError) {
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
  }

  private func bestMinimum(
    _ problem: CurveProblem, _ starts: [[Double]], _ reduced: VariableProjection
  ) throws(FitError) -> Optimum {
    let bounds = model.shapeBounds(for: data)
    guard !bounds.isEmpty else {
      let rss = reduced.residualSumOfSquares(at: [0])
      var optimum = Optimum(
        linear: Array(reduced.linear), shape: [], residualSumOfSquares: rss,
        isConverged: true, boundParameters: [], iterations: 0, starts: 0, reason: "closed form")
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
        boundParameters: [], iterations: 0, starts: 0, reason: "no finite value in the search box")
    }
    var best = followed
    var iterations = followed.iterations
    var reason = SolverStop.smallGradient.rawValue

    // GSL sees all coefficients at once and unbounded; what leaves the box is not taken.
    _ = reduced.residualSumOfSquares(at: best.shape)
    let polished = TrustRegion.solve(
      problem, response: data.y, linear: Array(reduced.linear),
      shape: best.shape)
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
    let boundParameters = Set(bounds.indices.filter { isAtBound(best.shape[$0], bounds[$0]) })
    _ = reduced.residualSumOfSquares(at: best.shape)
    var optimum = Optimum(
      linear: Array(reduced.linear), shape: best.shape,
      residualSumOfSquares: best.residualSumOfSquares,
      isConverged: best.residualSumOfSquares.isFinite, boundParameters: boundParameters,
      iterations: iterations, starts: local.searchCount(starts: starts.count),
      reason: boundParameters.isEmpty ? reason : "edge of the search range")
    polish(&optimum, problem, bounds)
    return optimum
  }

  /// The last digits, where the curve is smooth.
  private func polish(
    _ optimum: inout Optimum, _ problem: CurveProblem, _ bounds: [ClosedRange<Double>]
  ) {
    guard !LocalSearch(model, data).hasKinks, !model.hasKinks else { return }
    let last = GaussNewton.polish(
      problem, response: data.y, linear: optimum.linear, shape: optimum.shape,
      held: optimum.boundParameters, bounds: bounds)
    guard last.residualSumOfSquares.isFinite else { return }
    optimum.linear = Array(last.parameters[..<problem.linearCount])
    optimum.shape = Array(last.parameters[problem.linearCount...])
    optimum.residualSumOfSquares = last.residualSumOfSquares
    optimum.iterations += last.iterations
  }

  /// Whether a bound holds a parameter: within a millionth of a box's width, or exactly on the
  /// one end of a half-open range.
  private func isAtBound(_ value: Double, _ range: ClosedRange<Double>) -> Bool {
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
