internal import CGSL

/// Why an iterative solver stopped.
public enum SolverStop: String, Sendable, Equatable, Codable {
  /// The step became negligible against the parameters.
  case smallStep = "small step"
  /// The gradient vanished.
  case smallGradient = "small gradient"
  /// No step improved the residual any more: the start was already the optimum, or nearly.
  case noProgress = "no further progress"
  /// The limit on iterations was reached.
  case iterationLimit = "iteration limit"
  /// The solver reported an error or met values that are not finite.
  case failed = "failed"
}

/// GSL's trust-region solver on all coefficients of a separable problem at once.
///
/// Levenberg-Marquardt with geodesic acceleration (Transtrum and Sethna 2012), scaling by Moré
/// and a QR of the Jacobian in closed form. Its own word on convergence is kept, not trusted:
/// callers check the gradient and the covariance of what it returns.
public struct TrustRegion: Sendable, Equatable {
  /// Linear coefficients, then shape parameters.
  public var parameters: [Double]
  /// The residual sum of squares there.
  public var residualSumOfSquares: Double
  /// Steps taken.
  public var iterations: Int
  /// Why it stopped, in its own words.
  public var stop: SolverStop

  /// Improves `linear` and `shape` for the `response` until no step helps.
  public static func solve(
    _ problem: any SeparableProblem, response: [Double], linear: [Double], shape: [Double],
    maximumIterations: Int = 50
  ) -> TrustRegion {
    GSL.prepare()
    let start = linear + shape
    let callback = Callback(problem: problem, response: response)
    guard problem.rowCount >= start.count, !start.isEmpty else {
      return TrustRegion(
        parameters: start, residualSumOfSquares: callback.residualSumOfSquares(start),
        iterations: 0, stop: .failed)
    }
    return withExtendedLifetime(callback) {
      solve(callback, from: start, maximumIterations: maximumIterations)
    }
  }

  private static func solve(
    _ callback: Callback, from start: [Double], maximumIterations: Int
  ) -> TrustRegion {
    var system = gsl_multifit_nlinear_fdf()
    system.f = { x, context, f in Callback.from(context).residuals(x, into: f) }
    system.df = { x, context, jacobian in Callback.from(context).jacobian(x, into: jacobian) }
    system.fvv = nil
    system.n = callback.problem.rowCount
    system.p = start.count
    system.params = Unmanaged.passUnretained(callback).toOpaque()

    var options = scaling_gsl_trust_region_parameters()
    var result = TrustRegion(
      parameters: start, residualSumOfSquares: callback.residualSumOfSquares(start),
      iterations: 0, stop: .failed)
    guard
      let workspace = gsl_multifit_nlinear_alloc(
        scaling_gsl_trust_region(), &options, system.n, system.p)
    else { return result }
    defer { gsl_multifit_nlinear_free(workspace) }
    let x = GSLVector(count: start.count)
    for (index, value) in start.enumerated() { x[index] = value }
    guard
      GSL.status(gsl_multifit_nlinear_init(x.pointer, &system, workspace)) == GSL.success
    else { return result }

    var info: Int32 = 0
    let status = GSL.status(
      gsl_multifit_nlinear_driver(
        maximumIterations, 1e-10, 1e-12, 0, nil, nil, &info, workspace))
    result.iterations = Int(gsl_multifit_nlinear_niter(workspace))
    result.stop = stop(status: status, info: info)
    let found = (0..<start.count).map {
      gsl_vector_get(gsl_multifit_nlinear_position(workspace), $0)
    }
    let rss = callback.residualSumOfSquares(found)
    if rss.isFinite, rss <= result.residualSumOfSquares || !result.residualSumOfSquares.isFinite {
      result.parameters = found
      result.residualSumOfSquares = rss
    }
    return result
  }

  private static func stop(status: Int, info: Int32) -> SolverStop {
    if status == GSL.success { return info == 1 ? .smallStep : .smallGradient }
    guard status == GSL.tooManyIterations else {
      return status == GSL.noProgress ? .noProgress : .failed
    }
    return Int(info) == GSL.noProgress ? .noProgress : .iterationLimit
  }
}

/// What GSL calls back into: the problem, and buffers for its columns.
private final class Callback {
  let problem: any SeparableProblem
  private let response: [Double]
  /// Of the problem, which outlives this.
  private let roots: UnsafePointer<Double>?
  private var basis: [Double]
  private var offset: [Double]
  private var slopes: [Double]

  init(problem: any SeparableProblem, response: [Double]) {
    self.problem = problem
    self.response = response
    roots = problem.rootWeights
    basis = Array(repeating: 0, count: problem.rowCount * problem.linearCount)
    offset = Array(repeating: 0, count: problem.rowCount)
    slopes = Array(repeating: 0, count: problem.rowCount * max(problem.shapeCount, 1))
  }

  static func from(_ context: UnsafeMutableRawPointer?) -> Callback {
    guard let context else { preconditionFailure("GSL lost its context") }
    return Unmanaged<Callback>.fromOpaque(context).takeUnretainedValue()
  }

  /// Fitted minus observed at every row.
  private func residual(_ row: Int, _ linear: [Double]) -> Double {
    var sum = offset[row] - response[row]
    for j in linear.indices { sum += linear[j] * basis[j * problem.rowCount + row] }
    return roots.map { $0[row] * sum } ?? sum
  }

  private func fill(_ parameters: [Double]) -> [Double] {
    let shape = Array(parameters[problem.linearCount...]) + [0]
    problem.fillBasis(shape: shape, basis: &basis, offset: &offset)
    return Array(parameters[..<problem.linearCount])
  }

  func residualSumOfSquares(_ parameters: [Double]) -> Double {
    let linear = fill(parameters)
    var sum = 0.0
    for row in 0..<problem.rowCount {
      let r = residual(row, linear)
      sum += r * r
    }
    return sum
  }

  private func parameters(_ x: UnsafePointer<gsl_vector>?) -> [Double] {
    (0..<problem.linearCount + problem.shapeCount).map { gsl_vector_get(x, $0) }
  }

  func residuals(_ x: UnsafePointer<gsl_vector>?, into f: UnsafeMutablePointer<gsl_vector>?)
    -> Int32
  {
    let linear = fill(parameters(x))
    for row in 0..<problem.rowCount {
      let r = residual(row, linear)
      guard r.isFinite else { return Int32(GSL_EDOM) }
      gsl_vector_set(f, row, r)
    }
    return Int32(GSL_SUCCESS)
  }

  func jacobian(
    _ x: UnsafePointer<gsl_vector>?, into matrix: UnsafeMutablePointer<gsl_matrix>?
  ) -> Int32 {
    let all = parameters(x)
    let linear = fill(all) + [0]
    let shape = Array(all[problem.linearCount...]) + [0]
    problem.fillShapeSlopes(
      shape: shape, linear: linear, basis: basis, offset: offset, slopes: &slopes)
    let rows = problem.rowCount
    for row in 0..<rows {
      let root = roots?[row] ?? 1
      for j in 0..<problem.linearCount {
        gsl_matrix_set(matrix, row, j, root * basis[j * rows + row])
      }
      for k in 0..<problem.shapeCount {
        let slope = root * slopes[k * rows + row]
        guard slope.isFinite else { return Int32(GSL_EDOM) }
        gsl_matrix_set(matrix, row, problem.linearCount + k, slope)
      }
    }
    return Int32(GSL_SUCCESS)
  }
}
