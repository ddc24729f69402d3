internal import LeastSquares

/// The descent from one start to its local minimum, for one thread.
///
/// Huber's function has no curvature beyond delta; Newton's method from afar would have nothing to
/// go by. So it starts with a wide delta, where all rows are inside, and narrows it.
final class LawDescent {
  /// A local minimum.
  struct Minimum {
    var theta: [Double]
    var value: Double
    var converged: Bool
    var evaluations: Int
    var relativeDecrement: Double
  }

  private let problem: LawProblem
  private let objective: LawObjective
  private let minimizer: NewtonMinimizer
  private let x: UnsafeMutablePointer<Double>
  private let best: UnsafeMutablePointer<Double>

  init(_ kernel: any LawKernel, _ rows: LawRows, _ objective: LawObjective, free: [Int]) {
    problem = LawProblem(kernel, rows, objective, free: free)
    self.objective = objective
    minimizer = NewtonMinimizer(variableCount: free.count)
    x = .allocate(capacity: 2 * max(free.count, 1))
    best = x + max(free.count, 1)
  }

  deinit { x.deallocate() }

  var rows: LawRows {
    get { problem.rows }
    set { problem.rows = newValue }
  }

  /// Descends from `theta`, over wider deltas first.
  ///
  /// - Parameter widths: factors of delta, falling, without the final 1.
  func minimum(
    from theta: [Double], widths: [Double], tolerance: Double = 1e-13,
    maximumEvaluations: Int = 2000
  ) -> Minimum {
    for (index, value) in theta.enumerated() { problem.theta[index] = value }
    for (index, coordinate) in problem.free.enumerated() { x[index] = theta[coordinate] }
    var evaluations = 0
    if case .huberLog(let delta) = objective {
      for width in widths {
        problem.objective = .huberLog(delta: delta * width)
        evaluations +=
          minimizer.minimize(problem, from: x, tolerance: 1e-3, maximumEvaluations: 40)
          .evaluations
      }
      problem.objective = objective
    }
    let end = minimizer.minimize(
      problem, from: x, tolerance: tolerance, maximumEvaluations: maximumEvaluations)
    var found = theta
    for (index, coordinate) in problem.free.enumerated() { found[coordinate] = x[index] }
    return Minimum(
      theta: found, value: end.value, converged: end.converged,
      evaluations: evaluations + end.evaluations, relativeDecrement: end.relativeDecrement)
  }
}
