/// The reduced problem of a separable fit: for any shape, the best linear coefficients and the
/// residual sum of squares that remains.
///
/// One instance belongs to one thread; its buffers are reused by every evaluation, so that none
/// allocates. Columns are orthogonalised by modified Gram-Schmidt with the response as the last
/// column, which is as stable for least squares as Householder's method (Björck 1967).
public final class VariableProjection {
  let problem: any SeparableProblem
  let rows: Int
  let linearCount: Int
  let shapeCount: Int
  let basis: Buffer
  let orthogonal: Buffer
  let slopes: Buffer
  let offset: Buffer
  let residual: Buffer
  let coefficients: Buffer
  let quadratic: ShapeQuadratic
  /// Shapes of a search: where it is, and what it tries next.
  let current: Buffer
  let trial: Buffer
  private let response: Buffer
  /// Root weights in use: those of the problem, of the counts and of the objective together.
  private let rootWeights: Buffer
  /// The root of how often each row counts.
  private let rootCounts: Buffer
  private let factors: Buffer
  private let projected: Buffer
  private(set) var isWeighted: Bool
  /// Whether every column of the last evaluation was finite.
  private(set) var isFinite = true
  private var objective: (any RowObjective)?
  /// Buffers of an objective that is no sum of squares.
  let fitted: Buffer
  let losses: Buffer
  let objectiveWeights: Buffer
  let kept: Buffer

  /// Prepares the reduced problem for a response with one value per row.
  ///
  /// - Parameters:
  ///   - problem: its columns and weights.
  ///   - response: one value per row.
  ///   - objective: what is made small instead of the weighted sum of squares. The root weights of
  ///     the problem are then not used.
  public init(
    _ problem: any SeparableProblem, response: [Double], objective: (any RowObjective)? = nil
  ) {
    precondition(response.count == problem.rowCount)
    self.problem = problem
    self.objective = objective
    isWeighted = objective != nil || problem.rootWeights != nil
    let extra = objective == nil ? 0 : problem.rowCount
    fitted = Buffer(count: extra)
    losses = Buffer(count: extra)
    objectiveWeights = Buffer(count: extra)
    kept = Buffer(count: problem.linearCount)
    rootCounts = Buffer(count: problem.rowCount)
    rows = problem.rowCount
    linearCount = problem.linearCount
    shapeCount = problem.shapeCount
    basis = Buffer(count: rows * linearCount)
    orthogonal = Buffer(count: rows * linearCount)
    slopes = Buffer(count: rows * shapeCount)
    offset = Buffer(count: rows)
    residual = Buffer(count: rows)
    coefficients = Buffer(count: linearCount)
    quadratic = ShapeQuadratic(count: shapeCount)
    current = Buffer(count: shapeCount)
    trial = Buffer(count: shapeCount)
    self.response = Buffer(count: rows)
    rootWeights = Buffer(count: rows)
    factors = Buffer(count: linearCount * linearCount)
    projected = Buffer(count: linearCount)
    for row in 0..<rows { rootCounts[row] = 1 }
    loadWeights(nil)
    setResponse(response)
  }

  /// The best linear coefficients at the shape of the last evaluation.
  public var linear: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: coefficients.base, count: linearCount)
  }

  /// R of the orthogonalised basis at the last evaluation, by rows; a zero on the diagonal marks
  /// a column that the others already explain, whose coefficient is set to zero.
  public var triangle: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: factors.base, count: linearCount * linearCount)
  }

  /// Replaces the response, as a residual bootstrap does.
  public func setResponse(_ values: [Double]) {
    for row in 0..<rows { response[row] = values[row] }
  }

  /// Replaces the objective of a problem that was made with one.
  public func setObjective(_ objective: any RowObjective) {
    precondition(self.objective != nil, "buffers are only there for an objective from the start")
    self.objective = objective
  }

  /// Counts each row `counts[row]` times, as a case bootstrap does.
  public func setCounts(_ counts: [Int]) {
    isWeighted = true
    for row in 0..<rows { rootCounts[row] = Double(counts[row]).squareRoot() }
    loadWeights(nil)
  }

  var responseBase: UnsafeMutablePointer<Double> { response.base }

  /// How often a row counts.
  func multiplicity(_ row: Int) -> Double { rootCounts[row] * rootCounts[row] }

  func rootWeight(_ row: Int) -> Double { rootWeights[row] }

  /// Takes the root weights of an objective, or else those of the problem, times the counts.
  func loadWeights(_ weights: Buffer?) {
    if let weights {
      for row in 0..<rows { rootWeights[row] = weights[row] * rootCounts[row] }
    } else if let weights = problem.rootWeights, objective == nil {
      for row in 0..<rows { rootWeights[row] = weights[row] * rootCounts[row] }
    } else {
      for row in 0..<rows { rootWeights[row] = rootCounts[row] }
    }
  }

  /// The objective with the best linear coefficients for `shape`, which is the weighted residual
  /// sum of squares unless another was given; infinite where the basis is not finite.
  public func residualSumOfSquares(at shape: UnsafePointer<Double>) -> Double {
    problem.fillBasis(shape: shape, basis: basis.base, offset: offset.base)
    if let objective { return minimizeObjective(objective) }
    solveRows()
    return isFinite ? dot(residual.base, residual.base) : .infinity
  }

  /// Weighted least squares for the linear coefficients with the weights that are loaded.
  func solveRows() {
    if problem.hasOffset {
      for row in 0..<rows { residual[row] = response[row] - offset[row] }
    } else {
      for row in 0..<rows { residual[row] = response[row] }
    }
    orthogonal.base.update(from: basis.base, count: rows * linearCount)
    if isWeighted {
      applyWeights(to: residual.base)
      for j in 0..<linearCount { applyWeights(to: orthogonal.base + j * rows) }
    }
    isFinite = true
    orthogonalise()
    solveTriangle()
  }

  func applyWeights(to column: UnsafeMutablePointer<Double>) {
    for row in 0..<rows { column[row] *= rootWeights[row] }
  }

  func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for row in 0..<rows { sum += a[row] * b[row] }
    return sum
  }

  func subtract(
    _ factor: Double, _ a: UnsafePointer<Double>, from b: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<rows { b[row] -= factor * a[row] }
  }

  /// A column shorter than this after projection, relative to before, adds nothing.
  private static let dependent = 1e-12

  private func orthogonalise() {
    for j in 0..<linearCount {
      let column = orthogonal.base + j * rows
      let square = dot(column, column)
      var before = square
      for i in 0..<j { before += factors[i * linearCount + j] * factors[i * linearCount + j] }
      let length = square.squareRoot()
      guard length > Self.dependent * before.squareRoot(), length.isFinite else {
        drop(j, column)
        continue
      }
      factors[j * linearCount + j] = length
      let inverse = 1 / length
      for row in 0..<rows { column[row] *= inverse }
      var k = j + 1
      while k < linearCount {
        let other = orthogonal.base + k * rows
        let factor = dot(column, other)
        factors[j * linearCount + k] = factor
        subtract(factor, column, from: other)
        k += 1
      }
      projected[j] = dot(column, residual.base)
      subtract(projected[j], column, from: residual.base)
    }
  }

  /// Leaves out a column that the earlier ones explain.
  private func drop(_ j: Int, _ column: UnsafeMutablePointer<Double>) {
    if !dot(column, column).isFinite { isFinite = false }
    projected[j] = 0
    for row in 0..<rows { column[row] = 0 }
    for k in j..<linearCount { factors[j * linearCount + k] = 0 }
  }

  private func solveTriangle() {
    var j = linearCount - 1
    while j >= 0 {
      let diagonal = factors[j * linearCount + j]
      var sum = projected[j]
      var k = j + 1
      while k < linearCount {
        sum -= factors[j * linearCount + k] * coefficients[k]
        k += 1
      }
      coefficients[j] = diagonal > 0 ? sum / diagonal : 0
      j -= 1
    }
  }
}
