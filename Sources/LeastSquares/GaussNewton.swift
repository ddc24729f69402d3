internal import CGSL

/// The last digits of a fit: Gauss-Newton steps on all coefficients at once, each from a
/// Householder QR of the column-scaled Jacobian, until the steps are rounding error.
///
/// Residuals are summed in twice the working precision (Ogita, Rump and Oishi 2005), because
/// near the optimum their rounding error is all that is left of the gradient's.
public struct GaussNewton: Sendable, Equatable {
  /// Linear coefficients, then shape parameters.
  public var parameters: [Double]
  /// The residual sum of squares there.
  public var residualSumOfSquares: Double
  /// Steps taken.
  public var iterations: Int
  /// The last step: the largest share of a parameter.
  public var lastStep: Double

  /// The residual sum of squares that counts as no larger than `rss`: residuals carry rounding
  /// errors of the size of the observations', however small they are themselves.
  private static func ceiling(_ rss: Double, _ state: Linearisation) -> Double {
    let unit = 8 * Double.ulpOfOne
    let rounding = state.weightedResponseSquare * unit * unit
    return rss * (1 + 1e-12) + 4 * (rss * rounding).squareRoot() + rounding
  }

  /// Steps that are halved at most this often before they are given up.
  private static let halvings = 8

  /// Improves `linear` and `shape`; shape parameters in `held` stay where they are, and no other
  /// leaves its `bounds`.
  public static func polish(
    _ problem: any SeparableProblem, response: [Double], linear: [Double], shape: [Double],
    held: Set<Int> = [], bounds: [ClosedRange<Double>] = [], maximumIterations: Int = 200
  ) -> GaussNewton {
    GSL.prepare()
    let state = Linearisation(problem, response: response, held: held)
    var result = GaussNewton(
      parameters: linear + shape, residualSumOfSquares: state.evaluate(linear + shape),
      iterations: 0, lastStep: .infinity)
    guard result.residualSumOfSquares.isFinite, !state.free.isEmpty,
      problem.rowCount >= state.free.count
    else { return result }
    let start = result
    var smallest = Double.infinity
    var stagnation = 0
    while result.iterations < maximumIterations, let step = state.step(at: result.parameters) {
      let size =
        state.free.map { index in
          abs(step[index]) / max(abs(result.parameters[index]), .leastNormalMagnitude)
        }.max() ?? 0
      // Steps shrink by a steady factor until they are rounding error, and then no more.
      stagnation = size > 0.9 * smallest ? stagnation + 1 : 0
      if stagnation > (size < 1e-7 ? 2 : 8) { break }
      guard let next = accept(step, result, state, bounds, problem.linearCount) else { break }
      result.parameters = next.parameters
      result.residualSumOfSquares = next.rss
      result.iterations += 1
      result.lastStep = size
      smallest = min(smallest, size)
      if size < 1e-17 { break }
    }
    return result.residualSumOfSquares <= ceiling(start.residualSumOfSquares, state)
      ? result : start
  }

  private static func accept(
    _ step: [Double], _ from: GaussNewton, _ state: Linearisation,
    _ bounds: [ClosedRange<Double>], _ linearCount: Int
  ) -> (parameters: [Double], rss: Double)? {
    let ceiling = ceiling(from.residualSumOfSquares, state)
    var factor = 1.0
    for _ in 0..<halvings {
      let trial = zip(from.parameters, step).map { $0 + factor * $1 }
      let isInside = bounds.indices.allSatisfy { bounds[$0].contains(trial[linearCount + $0]) }
      if isInside {
        let rss = state.evaluate(trial)
        if rss <= ceiling { return (trial, rss) }
      }
      factor /= 2
    }
    return nil
  }
}

/// A separable problem at one set of parameters: residuals and scaled Jacobian.
private final class Linearisation {
  /// Parameters that are improved.
  let free: [Int]
  private let problem: any SeparableProblem
  let response: [Double]
  /// Of the problem, which outlives this.
  private let roots: UnsafePointer<Double>?
  private var basis: [Double]
  private var offset: [Double]
  private var slopes: [Double]
  private var residuals: [Double]

  init(_ problem: any SeparableProblem, response: [Double], held: Set<Int>) {
    self.problem = problem
    self.response = response
    roots = problem.rootWeights
    let rows = problem.rowCount
    basis = Array(repeating: 0, count: max(rows * problem.linearCount, 1))
    offset = Array(repeating: 0, count: max(rows, 1))
    slopes = Array(repeating: 0, count: max(rows * problem.shapeCount, 1))
    residuals = Array(repeating: 0, count: rows)
    free =
      Array(0..<problem.linearCount)
      + (0..<problem.shapeCount).filter { !held.contains($0) }.map { problem.linearCount + $0 }
  }

  /// The sum of the squares of the weighted response.
  var weightedResponseSquare: Double {
    response.indices.reduce(0) { sum, row in
      let value = (roots?[row] ?? 1) * response[row]
      return sum + value * value
    }
  }

  /// The residual sum of squares; the residuals stay for `step`.
  func evaluate(_ parameters: [Double]) -> Double {
    let shape = Array(parameters[problem.linearCount...]) + [0]
    problem.fillBasis(shape: shape, basis: &basis, offset: &offset)
    var sum = 0.0
    for row in 0..<problem.rowCount {
      let r = residual(row, parameters)
      residuals[row] = r
      sum += r * r
    }
    return sum
  }

  /// Observed minus fitted, with every product and sum corrected by its rounding error.
  private func residual(_ row: Int, _ parameters: [Double]) -> Double {
    var high = response[row]
    var low = 0.0
    func add(_ value: Double) {
      let sum = high + value
      let part = sum - high
      low += (high - (sum - part)) + (value - part)
      high = sum
    }
    if problem.hasOffset { add(-offset[row]) }
    for j in 0..<problem.linearCount {
      let factor = basis[j * problem.rowCount + row]
      let product = parameters[j] * factor
      low -= (-product).addingProduct(parameters[j], factor)
      add(-product)
    }
    return (roots?[row] ?? 1) * (high + low)
  }

  /// The Gauss-Newton step at the parameters of the last evaluation.
  func step(at parameters: [Double]) -> [Double]? {
    let rows = problem.rowCount
    let linear = Array(parameters[..<problem.linearCount]) + [0]
    let shape = Array(parameters[problem.linearCount...]) + [0]
    _ = evaluate(parameters)
    problem.fillShapeSlopes(
      shape: shape, linear: linear, basis: basis, offset: offset, slopes: &slopes)
    let matrix = GSLMatrix(rows: rows, columns: free.count)
    var lengths: [Double] = []
    for (position, index) in free.enumerated() {
      let column = (0..<rows).map { row in
        (roots?[row] ?? 1)
          * (index < problem.linearCount
            ? basis[index * rows + row] : slopes[(index - problem.linearCount) * rows + row])
      }
      let largest = column.reduce(0) { max($0, abs($1)) }
      guard largest > 0, largest.isFinite else { return nil }
      let length =
        largest * column.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
      guard length.isFinite else { return nil }
      for row in 0..<rows { matrix[row, position] = column[row] / length }
      lengths.append(length)
    }
    let tau = GSLVector(count: free.count)
    let right = GSLVector(count: rows)
    for row in 0..<rows { right[row] = residuals[row] }
    let solution = GSLVector(count: free.count)
    let rest = GSLVector(count: rows)
    guard
      GSL.status(gsl_linalg_QR_decomp(matrix.pointer, tau.pointer)) == GSL.success,
      GSL.status(
        gsl_linalg_QR_lssolve(
          matrix.pointer, tau.pointer, right.pointer, solution.pointer, rest.pointer))
        == GSL.success
    else { return nil }
    var step = Array(repeating: 0.0, count: parameters.count)
    for (position, index) in free.enumerated() {
      step[index] = solution[position] / lengths[position]
      guard step[index].isFinite else { return nil }
    }
    return step
  }
}
