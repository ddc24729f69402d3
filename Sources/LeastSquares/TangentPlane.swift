/// The tangent plane of a curve in all of its coefficients at once, from a QR of the weighted
/// Jacobian by modified Gram-Schmidt with every column orthogonalised twice (Björck 1967).
///
/// The basis has been orthogonalised by the evaluation that went before; only the columns of the
/// shape are added, into buffers that every call reuses. For least squares only: an objective of
/// another kind weighs its rows anew at every curve.
public final class TangentPlane {
  /// Columns: the linear coefficients, then the free shape parameters.
  public private(set) var count = 0
  private let reduced: VariableProjection
  private let columns: Buffer
  /// R by rows, with room for every column.
  private let triangle: Buffer
  private let width: Int
  private let projections: Buffer
  private let solution: Buffer
  private var isIdentified = true

  /// The plane at shapes of a reduced problem, whose buffers it reads.
  public init(_ reduced: VariableProjection) {
    self.reduced = reduced
    width = reduced.linearCount + reduced.shapeCount
    columns = Buffer(count: reduced.rows * width)
    triangle = Buffer(count: width * width)
    projections = Buffer(count: width)
    solution = Buffer(count: width)
  }

  /// A column shorter than this after projection, relative to before, cannot be told from the
  /// others; the same limit as for the condition of a decomposed Jacobian.
  private static let dependent = JacobianDecomposition.unidentifiable

  /// Moves the plane to the shape of the last evaluation, with the given shape parameters free.
  public func move(to shape: UnsafePointer<Double>, free: [Int]) {
    let rows = reduced.rows
    let linearCount = reduced.linearCount
    isIdentified = reduced.isFinite
    count = linearCount
    columns.base.update(from: reduced.orthogonal.base, count: rows * linearCount)
    for a in 0..<linearCount {
      for b in 0..<linearCount {
        triangle[a * width + b] = b < a ? 0 : reduced.triangle[a * linearCount + b]
      }
      if !(triangle[a * width + a] > 0) { isIdentified = false }
      projections[a] = reduced.dot(columns.base + a * rows, reduced.residual.base)
    }
    reduced.problem.fillShapeSlopes(
      shape: shape, linear: reduced.coefficients.base, basis: reduced.basis.base,
      offset: reduced.offset.base, slopes: reduced.slopes.base)
    for index in free { append(reduced.slopes.base + index * rows) }
  }

  private func append(_ slopes: UnsafeMutablePointer<Double>) {
    let rows = reduced.rows
    let column = columns.base + count * rows
    column.update(from: slopes, count: rows)
    if reduced.isWeighted { reduced.applyWeights(to: column) }
    let before = reduced.dot(column, column).squareRoot()
    for index in 0..<width { triangle[index * width + count] = 0 }
    for _ in 0..<2 {
      for earlier in 0..<count {
        let direction = columns.base + earlier * rows
        let factor = reduced.dot(direction, column)
        triangle[earlier * width + count] += factor
        reduced.subtract(factor, direction, from: column)
      }
    }
    let length = reduced.dot(column, column).squareRoot()
    triangle[count * width + count] = length
    if length > Self.dependent * before, length.isFinite {
      for row in 0..<rows { column[row] /= length }
    } else {
      isIdentified = false
      for row in 0..<rows { column[row] = 0 }
    }
    projections[count] = reduced.dot(column, reduced.residual.base)
    count += 1
  }

  /// How far a unit of a column's coefficient moves the curve beyond what the columns before it
  /// can do.
  public func length(_ column: Int) -> Double { triangle[column * width + column] }

  /// The part of the residuals along a column, beyond the columns before it.
  public func projection(_ column: Int) -> Double { projections[column] }

  /// gᵀ(JᵀJ)⁻¹g for the gradient g of a quantity in the coefficients: its variance in units of
  /// the residual variance. `nil` when the columns cannot be told apart.
  public func variance(gradient: [Double]) -> Double? {
    precondition(gradient.count == count)
    guard isIdentified else { return nil }
    var sum = 0.0
    for column in 0..<count {
      var value = gradient[column]
      for earlier in 0..<column { value -= triangle[earlier * width + column] * solution[earlier] }
      solution[column] = value / triangle[column * width + column]
      sum += solution[column] * solution[column]
    }
    return sum.isFinite ? sum : nil
  }
}
