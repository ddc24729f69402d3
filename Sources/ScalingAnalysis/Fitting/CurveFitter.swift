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
    let search = ShapeSearch(model.searchRanges(for: data), reduced)
    let optimum = bestMinimum(problem, search, reduced)

    _ = reduced.residualSumOfSquares(at: optimum.shape + [0])
    let linear = Array(reduced.linear)
    let fitted = problem.values(linear: linear, shape: optimum.shape)
    let residuals = zip(data.y, fitted).map { $0 - $1 }
    let statistics = FitStatistics(
      data: data, residualSumOfSquares: residuals.reduce(0) { $0 + $1 * $1 },
      coefficientCount: model.freeCount)
    let free = optimum.shape.indices.filter { !optimum.boundParameters.contains($0) }
    let jacobian = problem.jacobian(linear: linear, shape: optimum.shape)
    let freeJacobian =
      Array(jacobian.prefix(linear.count)) + free.map { jacobian[linear.count + $0] }
    let decomposition = JacobianDecomposition(columns: freeJacobian)
    let check = OptimumCheck(
      jacobian: freeJacobian, residuals: residuals, data: data,
      isSmooth: !LocalSearch(model, data).hasKinks)

    let region = region(
      optimum: optimum, statistics: statistics, search: search, reduced: reduced)
    let describer = FitDescriber(
      model: model, data: data, level: level, linear: linear, shape: optimum.shape,
      statistics: statistics, decomposition: decomposition, freeShape: free, region: region,
      reduced: reduced)
    let coefficients = describer.coefficients()
    return Fit(
      model: model, data: data, coefficients: coefficients.map(\.reported),
      statistics: statistics,
      termination: Termination(
        converged: check.isOptimum && optimum.isConverged, reason: optimum.reason,
        iterations: optimum.iterations, starts: optimum.starts),
      diagnostics: describer.diagnostics(
        coefficients, boundParameters: optimum.boundParameters,
        isOptimum: check.isOptimum && optimum.isConverged, fitted: fitted),
      level: level, linear: linear, shape: optimum.shape, region: region, fitted: fitted)
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
    let distinct = data.distinctX.count
    if distinct == 1 {
      throw FitError(
        code: .allXEqual,
        description: "x is \(plainNumber(data.x[0])) at every point: a curve needs points at "
          + "different x; check the choice of --x and --series")
    }
    if data.y.allSatisfy({ $0 == data.y[0] }) {
      throw FitError(
        code: .allYEqual,
        description: "y is \(plainNumber(data.y[0])) at every point: there is no curve to fit; "
          + "check the choice of --y and --series")
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
    var shape: [Double]
    var residualSumOfSquares: Double
    var isConverged: Bool
    var boundParameters: Set<Int>
    var iterations: Int
    var starts: Int
    var reason: String
  }

  private func bestMinimum(
    _ problem: CurveProblem, _ search: ShapeSearch, _ reduced: VariableProjection
  ) -> Optimum {
    let bounds = search.ranges.map(\.bounds)
    guard !bounds.isEmpty else {
      return Optimum(
        shape: [], residualSumOfSquares: reduced.residualSumOfSquares(at: [0]),
        isConverged: true, boundParameters: [], iterations: 0, starts: 0, reason: "closed form")
    }
    let local = LocalSearch(model, data)
    let starts = search.localMinima(atMost: Self.followedMinima)
    guard
      let followed = local.minimum(from: starts, reduced)
    else {
      return Optimum(
        shape: bounds.map(\.lowerBound), residualSumOfSquares: .infinity, isConverged: false,
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
    let boundParameters = Set(
      bounds.indices.filter { index in
        let width = bounds[index].upperBound - bounds[index].lowerBound
        return best.shape[index] - bounds[index].lowerBound < 1e-6 * width
          || bounds[index].upperBound - best.shape[index] < 1e-6 * width
      })
    return Optimum(
      shape: best.shape, residualSumOfSquares: best.residualSumOfSquares,
      isConverged: best.residualSumOfSquares.isFinite, boundParameters: boundParameters,
      iterations: iterations, starts: local.searchCount(starts: starts.count),
      reason: boundParameters.isEmpty ? reason : "edge of the search range")
  }

  private func region(
    optimum: Optimum, statistics: FitStatistics, search: ShapeSearch,
    reduced: VariableProjection
  ) -> LikelihoodRegion? {
    guard statistics.residualDegreesOfFreedom > 0, optimum.residualSumOfSquares.isFinite else {
      return nil
    }
    let rss = max(statistics.residualSumOfSquares, FitStatistics.rounding(of: data))
    return LikelihoodRegion(
      level: level, optimum: optimum.shape, residualSumOfSquares: rss,
      degreesOfFreedom: statistics.residualDegreesOfFreedom,
      search: search, reduced: reduced)
  }
}

/// A number as a message shows it.
func plainNumber(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
