extension VariableProjection {
  /// Where a bounded search over the shape ended.
  public struct Minimum: Sendable, Equatable {
    /// The shape parameters.
    public var shape: [Double]
    /// The residual sum of squares there.
    public var residualSumOfSquares: Double
    /// Whether the remaining improvement that the gradient promises is negligible.
    public var isConverged: Bool
    /// Steps taken.
    public var iterations: Int

    /// A point of the search.
    public init(
      shape: [Double], residualSumOfSquares: Double, isConverged: Bool, iterations: Int
    ) {
      self.shape = shape
      self.residualSumOfSquares = residualSumOfSquares
      self.isConverged = isConverged
      self.iterations = iterations
    }
  }

  /// Levenberg-Marquardt over the shape inside `bounds`, from `start`. The gradient in the shape
  /// is exact; its curvature is Kaufman's (1975) approximation.
  ///
  /// Converged means that the improvement the exact gradient still promises is below
  /// `tolerance` of the residual sum of squares: with 1e-12 the estimates are within about
  /// a millionth of their standard errors. Afterwards `linear` and `triangle` are those of the
  /// minimum.
  public func minimize(
    from start: [Double], bounds: [ClosedRange<Double>], tolerance: Double = 1e-12,
    maximumIterations: Int = 100
  ) -> Minimum {
    for k in 0..<shapeCount { current[k] = start[k] }
    var rss = residualSumOfSquares(at: current.base)
    guard shapeCount > 0, rss.isFinite else {
      return minimum(rss, isConverged: rss.isFinite, iterations: 0)
    }
    var damping = 1e-4
    var iterations = 0
    var isEvaluatedHere = true
    buildQuadratic(bounds)
    var promised = quadratic.promisedDecrease()
    while iterations < maximumIterations, promised > tolerance * rss, rss > Self.negligible {
      iterations += 1
      quadratic.solve(damping: damping)
      let moves = setTrial(bounds)
      let trialRSS = moves ? residualSumOfSquares(at: trial.base) : rss
      if trialRSS < rss {
        damping = max(damping / 10, 1e-12)
        for k in 0..<shapeCount { current[k] = trial[k] }
        rss = trialRSS
        isEvaluatedHere = true
        buildQuadratic(bounds)
        promised = quadratic.promisedDecrease()
      } else {
        isEvaluatedHere = isEvaluatedHere && !moves
        if !moves || damping > 1e12 { break }
        damping *= 10
      }
    }
    if !isEvaluatedHere { rss = residualSumOfSquares(at: current.base) }
    let isFlat = promised <= max(tolerance, Self.flat) * rss || rss <= Self.negligible
    return minimum(rss, isConverged: isFlat, iterations: iterations)
  }

  /// How far one shape parameter may move, the others held, before the residual sum of squares
  /// grows by `increase`, as the curvature at `shape` suggests; infinite where it is flat.
  public func reach(of index: Int, at shape: [Double], increase: Double) -> Double {
    for k in 0..<shapeCount { current[k] = shape[k] }
    _ = residualSumOfSquares(at: current.base)
    buildQuadratic([])
    return (increase / quadratic.curvature[index * shapeCount + index]).squareRoot()
  }

  /// Residual sums of squares below this are rounding error of any data.
  private static let negligible = 1e-300

  /// A promised improvement below this share is rounding error when no step finds it.
  private static let flat = 1e-9

  private func minimum(_ rss: Double, isConverged: Bool, iterations: Int) -> Minimum {
    Minimum(
      shape: Array(UnsafeBufferPointer(start: current.base, count: shapeCount)),
      residualSumOfSquares: rss, isConverged: isConverged, iterations: iterations)
  }

  /// Puts the step's end, kept inside the bounds, into `trial`; whether it differs.
  private func setTrial(_ bounds: [ClosedRange<Double>]) -> Bool {
    var moves = false
    for k in 0..<shapeCount {
      let value = current[k] + quadratic.step[k]
      trial[k] = min(max(value, bounds[k].lowerBound), bounds[k].upperBound)
      if trial[k] != current[k] { moves = true }
    }
    return moves
  }

  /// The local quadratic model at the shape of the last evaluation, which is `current`;
  /// parameters held by a bound are frozen.
  private func buildQuadratic(_ bounds: [ClosedRange<Double>]) {
    problem.fillShapeSlopes(
      shape: current.base, linear: coefficients.base, basis: basis.base, offset: offset.base,
      slopes: slopes.base)
    for k in 0..<shapeCount {
      let column = slopes.base + k * rows
      if isWeighted { applyWeights(to: column) }
      for j in 0..<linearCount {
        let direction = orthogonal.base + j * rows
        subtract(dot(direction, column), direction, from: column)
      }
    }
    for a in 0..<shapeCount {
      quadratic.gradient[a] = dot(slopes.base + a * rows, residual.base)
      for b in 0...a {
        let value = dot(slopes.base + a * rows, slopes.base + b * rows)
        quadratic.curvature[a * shapeCount + b] = value
        quadratic.curvature[b * shapeCount + a] = value
      }
    }
    for k in bounds.indices {
      let pushesOut =
        (current[k] <= bounds[k].lowerBound && quadratic.gradient[k] < 0)
        || (current[k] >= bounds[k].upperBound && quadratic.gradient[k] > 0)
      if pushesOut { quadratic.freeze(k) }
    }
  }
}
