internal import LeastSquares

/// An optimum with what follows from it at once: residuals, statistics, Jacobian, check.
struct FitState {
  let model: any CurveModel
  let data: CurveData
  let level: Double
  let optimum: CurveFitter.Optimum
  let fitted: [Double]
  let rows: RowNoise
  /// The observations as weighted least squares sees them at the optimum.
  let working: WorkingRows
  let statistics: FitStatistics
  /// Shape parameters that no bound holds.
  let free: [Int]
  /// The Jacobian of the working rows by columns, without parameters held at a bound.
  let jacobian: [[Double]]
  let decomposition: JacobianDecomposition
  let check: OptimumCheck

  init(_ fitter: CurveFitter, _ problem: CurveProblem, _ optimum: CurveFitter.Optimum) {
    model = fitter.model
    data = fitter.data
    level = fitter.level
    self.optimum = optimum
    let linear = optimum.linear
    fitted = problem.values(linear: linear, shape: optimum.shape)
    rows = optimum.rows
    working = WorkingRows(rows, fitted: fitted, coefficientCount: model.freeCount)
    statistics = FitStatistics(rows, fitted: fitted, coefficientCount: model.freeCount)
    let free = optimum.shape.indices.filter { !optimum.boundParameters.contains($0) }
    self.free = free
    let jacobian = problem.jacobian(linear: linear, shape: optimum.shape)
    let freeJacobian = working.weighed(
      Array(jacobian.prefix(linear.count)) + free.map { jacobian[linear.count + $0] })
    self.jacobian = freeJacobian
    decomposition = JacobianDecomposition(columns: freeJacobian)
    check = OptimumCheck(
      jacobian: freeJacobian, residuals: working.residuals(fitted), rounding: working.rounding,
      isSmooth: !LocalSearch(model, data).hasKinks && !model.hasKinks)
  }

  /// The standard error of a linear or shape parameter on the scale it is searched on.
  func standardError(_ position: Int) -> Double? {
    let place =
      position < optimum.linear.count
      ? position
      : free.firstIndex(of: position - optimum.linear.count).map { optimum.linear.count + $0 }
    guard let place, let gram = decomposition.inverseGram, working.scale.isDefined else {
      return nil
    }
    let error = (working.scale.variance * max(gram[place][place], 0)).squareRoot()
    return error.isFinite && error > 0 ? error : nil
  }
}
