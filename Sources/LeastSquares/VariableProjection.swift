/// The reduced problem of a separable fit: for any shape, the best linear coefficients and the
/// residual sum of squares that remains, and a bounded search over the shape alone.
///
/// One instance belongs to one thread; its buffers are reused by every evaluation. Columns are
/// orthogonalised by modified Gram-Schmidt with the response as the last column, which is as
/// stable for least squares as Householder's method (Björck 1967). The gradient in the shape is
/// exact; its curvature is Kaufman's (1975) approximation.
public final class VariableProjection {
  /// The best linear coefficients at the shape of the last evaluation.
  public private(set) var linear: [Double]

  /// R of the orthogonalised basis at the last evaluation, by rows; a zero on the diagonal marks
  /// a column that the others already explain, whose coefficient is set to zero.
  public private(set) var triangle: [Double]

  private let problem: any SeparableProblem
  private let rows: Int
  private let linearCount: Int
  private let shapeCount: Int
  private let basis: UnsafeMutablePointer<Double>
  private let orthogonal: UnsafeMutablePointer<Double>
  private let slopes: UnsafeMutablePointer<Double>
  private let offset: UnsafeMutablePointer<Double>
  private let residual: UnsafeMutablePointer<Double>
  private let response: UnsafeMutablePointer<Double>
  private let rootWeights: UnsafeMutablePointer<Double>
  private var isWeighted = false
  private var projected: [Double]

  /// Prepares the reduced problem for a response with one value per row.
  public init(_ problem: any SeparableProblem, response: [Double]) {
    precondition(response.count == problem.rowCount)
    self.problem = problem
    rows = problem.rowCount
    linearCount = problem.linearCount
    shapeCount = problem.shapeCount
    linear = Array(repeating: 0, count: max(linearCount, 1))
    triangle = Array(repeating: 0, count: linearCount * linearCount)
    projected = Array(repeating: 0, count: linearCount)
    let allocate = { (count: Int) -> UnsafeMutablePointer<Double> in
      let pointer = UnsafeMutablePointer<Double>.allocate(capacity: max(count, 1))
      pointer.initialize(repeating: 0, count: max(count, 1))
      return pointer
    }
    basis = allocate(rows * linearCount)
    orthogonal = allocate(rows * linearCount)
    slopes = allocate(rows * shapeCount)
    offset = allocate(rows)
    residual = allocate(rows)
    self.response = allocate(rows)
    rootWeights = allocate(rows)
    setResponse(response)
  }

  deinit {
    for pointer in [basis, orthogonal, slopes, offset, residual, response, rootWeights] {
      pointer.deallocate()
    }
  }

  /// Replaces the response, as a residual bootstrap does.
  public func setResponse(_ values: [Double]) {
    for row in 0..<rows { response[row] = values[row] }
  }

  /// Counts each row `counts[row]` times, as a case bootstrap does.
  public func setCounts(_ counts: [Int]) {
    isWeighted = true
    for row in 0..<rows { rootWeights[row] = Double(counts[row]).squareRoot() }
  }

  /// The residual sum of squares with the best linear coefficients for `shape`.
  public func residualSumOfSquares(at shape: UnsafePointer<Double>) -> Double {
    problem.fillBasis(shape: shape, basis: basis, offset: offset)
    if problem.hasOffset {
      for row in 0..<rows { residual[row] = response[row] - offset[row] }
    } else {
      for row in 0..<rows { residual[row] = response[row] }
    }
    orthogonal.update(from: basis, count: rows * linearCount)
    if isWeighted {
      for row in 0..<rows { residual[row] *= rootWeights[row] }
      for j in 0..<linearCount { scale(orthogonal + j * rows) }
    }
    orthogonalise()
    solveTriangle()
    return dot(residual, residual)
  }

  private func scale(_ column: UnsafeMutablePointer<Double>) {
    for row in 0..<rows { column[row] *= rootWeights[row] }
  }

  private func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for row in 0..<rows { sum += a[row] * b[row] }
    return sum
  }

  private func subtract(
    _ factor: Double, _ a: UnsafePointer<Double>, from b: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<rows { b[row] -= factor * a[row] }
  }

  /// A column shorter than this after projection, relative to before, adds nothing.
  private static let dependent = 1e-12

  private func orthogonalise() {
    for j in 0..<linearCount {
      let column = orthogonal + j * rows
      var before = dot(column, column)
      for i in 0..<j {
        before += triangle[i * linearCount + j] * triangle[i * linearCount + j]
      }
      let length = dot(column, column).squareRoot()
      guard length > Self.dependent * before.squareRoot(), length.isFinite else {
        triangle[j * linearCount + j] = 0
        projected[j] = 0
        for row in 0..<rows { column[row] = 0 }
        for k in (j + 1)..<max(linearCount, j + 1) { triangle[j * linearCount + k] = 0 }
        continue
      }
      triangle[j * linearCount + j] = length
      for row in 0..<rows { column[row] /= length }
      for k in (j + 1)..<max(linearCount, j + 1) {
        let factor = dot(column, orthogonal + k * rows)
        triangle[j * linearCount + k] = factor
        subtract(factor, column, from: orthogonal + k * rows)
      }
      projected[j] = dot(column, residual)
      subtract(projected[j], column, from: residual)
    }
  }

  private func solveTriangle() {
    for j in stride(from: linearCount - 1, through: 0, by: -1) {
      let diagonal = triangle[j * linearCount + j]
      guard diagonal > 0 else {
        linear[j] = 0
        continue
      }
      var sum = projected[j]
      for k in (j + 1)..<max(linearCount, j + 1) {
        sum -= triangle[j * linearCount + k] * linear[k]
      }
      linear[j] = sum / diagonal
    }
  }
}

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

  /// Levenberg-Marquardt over the shape inside `bounds`, from `start`.
  ///
  /// Converged means that the improvement the exact gradient still promises is below
  /// `tolerance` of the residual sum of squares: with 1e-12 the estimates are within about
  /// a millionth of their standard errors.
  public func minimize(
    from start: [Double], bounds: [ClosedRange<Double>], tolerance: Double = 1e-12,
    maximumIterations: Int = 100
  ) -> Minimum {
    var shape = start
    var rss = residualSumOfSquares(at: shape)
    guard shapeCount > 0, rss.isFinite else {
      return Minimum(
        shape: shape, residualSumOfSquares: rss, isConverged: rss.isFinite, iterations: 0)
    }
    var damping = 1e-4
    var iterations = 0
    var model = quadratic(at: shape, bounds: bounds)
    while iterations < maximumIterations {
      if model.promisedDecrease <= tolerance * rss || rss <= Self.negligible {
        return Minimum(
          shape: shape, residualSumOfSquares: rss, isConverged: true, iterations: iterations)
      }
      iterations += 1
      let step = model.step(damping: damping)
      var trial = shape
      for k in 0..<shapeCount {
        trial[k] = min(max(shape[k] + step[k], bounds[k].lowerBound), bounds[k].upperBound)
      }
      let trialRSS = residualSumOfSquares(at: trial)
      if trialRSS < rss {
        damping = max(damping / 10, 1e-12)
        shape = trial
        rss = trialRSS
        model = quadratic(at: shape, bounds: bounds)
      } else {
        if trial == shape || damping > 1e12 { break }
        damping *= 10
      }
    }
    rss = residualSumOfSquares(at: shape)
    let isFlat = model.promisedDecrease <= max(tolerance, 1e-9) * rss
    return Minimum(
      shape: shape, residualSumOfSquares: rss, isConverged: isFlat, iterations: iterations)
  }

  /// How far one shape parameter may move, the others held, before the residual sum of squares
  /// grows by `increase`, as the curvature at `shape` suggests; infinite where it is flat.
  public func reach(of index: Int, at shape: [Double], increase: Double) -> Double {
    _ = residualSumOfSquares(at: shape)
    return (increase / quadratic(at: shape, bounds: []).curvature[index][index]).squareRoot()
  }

  /// Residual sums of squares below this are rounding error of any data.
  private static let negligible = 1e-300

  /// The local quadratic model of the reduced problem; parameters held by a bound are frozen.
  private func quadratic(at shape: [Double], bounds: [ClosedRange<Double>]) -> ShapeQuadratic {
    problem.fillShapeSlopes(
      shape: shape, linear: linear, basis: basis, offset: offset, slopes: slopes)
    for k in 0..<shapeCount {
      let column = slopes + k * rows
      if isWeighted { scale(column) }
      for j in 0..<linearCount {
        let direction = orthogonal + j * rows
        subtract(dot(direction, column), direction, from: column)
      }
    }
    var result = ShapeQuadratic(count: shapeCount)
    for a in 0..<shapeCount {
      result.gradient[a] = dot(slopes + a * rows, residual)
      for b in 0...a {
        let value = dot(slopes + a * rows, slopes + b * rows)
        result.curvature[a][b] = value
        result.curvature[b][a] = value
      }
    }
    for k in bounds.indices {
      let pushesOut =
        (shape[k] <= bounds[k].lowerBound && result.gradient[k] < 0)
        || (shape[k] >= bounds[k].upperBound && result.gradient[k] > 0)
      if pushesOut { result.freeze(k) }
    }
    return result
  }
}

/// A quadratic model in at most a few shape parameters: gradient of half the decrease, and
/// curvature.
private struct ShapeQuadratic {
  var gradient: [Double]
  var curvature: [[Double]]

  init(count: Int) {
    gradient = Array(repeating: 0, count: count)
    curvature = Array(repeating: Array(repeating: 0, count: count), count: count)
  }

  mutating func freeze(_ index: Int) {
    gradient[index] = 0
    for other in gradient.indices where other != index {
      curvature[index][other] = 0
      curvature[other][index] = 0
    }
  }

  /// How much an undamped step would lower the residual sum of squares.
  var promisedDecrease: Double {
    let step = step(damping: 0)
    var sum = 0.0
    for index in gradient.indices { sum += gradient[index] * step[index] }
    return max(sum, 0)
  }

  /// Solves (H + damping·diag H) δ = g by Cholesky elimination.
  func step(damping: Double) -> [Double] {
    var matrix = curvature
    var right = gradient
    let count = right.count
    for k in 0..<count {
      matrix[k][k] = matrix[k][k] * (1 + damping) + Double.leastNormalMagnitude
    }
    for k in 0..<count {
      for row in (k + 1)..<max(count, k + 1) {
        let factor = matrix[row][k] / matrix[k][k]
        for column in k..<count { matrix[row][column] -= factor * matrix[k][column] }
        right[row] -= factor * right[k]
        if matrix[row][row] <= 0 { matrix[row][row] = Double.infinity }
      }
    }
    for k in stride(from: count - 1, through: 0, by: -1) {
      for column in (k + 1)..<max(count, k + 1) { right[k] -= matrix[k][column] * right[column] }
      right[k] /= matrix[k][k]
      if !right[k].isFinite { right[k] = 0 }
    }
    return right
  }
}
