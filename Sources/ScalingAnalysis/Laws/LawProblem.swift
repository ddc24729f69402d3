internal import LeastSquares

/// The objective of a law over its free coordinates, for one thread.
final class LawProblem: SmoothFunction {
  let kernel: any LawKernel
  var rows: LawRows
  var objective: LawObjective
  /// The coordinates that may move.
  let free: [Int]
  /// All coordinates; those that are not free stay as they are here.
  let theta: UnsafeMutablePointer<Double>
  private let gradient: UnsafeMutablePointer<Double>
  private let hessian: UnsafeMutablePointer<Double>
  private let isWhole: Bool

  init(_ kernel: any LawKernel, _ rows: LawRows, _ objective: LawObjective, free: [Int]) {
    self.kernel = kernel
    self.rows = rows
    self.objective = objective
    self.free = free
    let n = kernel.coordinateCount
    isWhole = free == Array(0..<n)
    theta = .allocate(capacity: n * (n + 2))
    theta.initialize(repeating: 0, count: n * (n + 2))
    gradient = theta + n
    hessian = theta + 2 * n
  }

  deinit { theta.deallocate() }

  var variableCount: Int { free.count }

  func evaluate(
    at x: UnsafePointer<Double>, gradient part: UnsafeMutablePointer<Double>,
    hessian partOfHessian: UnsafeMutablePointer<Double>
  ) -> Double {
    for (index, coordinate) in free.enumerated() { theta[coordinate] = x[index] }
    let n = kernel.coordinateCount
    for index in 0..<(n * (n + 1)) { gradient[index] = 0 }
    let value = kernel.accumulate(theta, rows, objective, gradient: gradient, hessian: hessian)
    for (j, from) in free.enumerated() {
      part[j] = gradient[from]
      for l in 0...j {
        let value = hessian[max(from, free[l]) * n + min(from, free[l])]
        partOfHessian[j * free.count + l] = value
        partOfHessian[l * free.count + j] = value
      }
    }
    return value
  }

  /// The sum over the rows at the coordinates that `theta` holds.
  func value() -> Double {
    var sum = 0.0
    for row in 0..<rows.count {
      let m = kernel.logPrediction(theta, rows, row)
      sum += rows.weight[row] * objective.rowLoss(m, logLoss: rows.logLoss[row]).value
    }
    return sum
  }
}
