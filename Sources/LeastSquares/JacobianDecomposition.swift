internal import CGSL

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What a Jacobian says about its parameters: the unscaled covariance, the leverage of each row
/// and how close its columns are to being dependent.
///
/// Columns are scaled to unit length first, so that the reciprocal condition compares directions
/// and not units; the covariance is R⁻¹R⁻ᵀ of a Householder QR, never an inverse of JᵀJ.
public struct JacobianDecomposition: Sendable, Equatable {
  /// (JᵀJ)⁻¹ by rows; multiply by the residual variance for the covariance of the estimates.
  /// `nil` when the columns cannot be told apart.
  public let inverseGram: [[Double]]?

  /// The diagonal of J(JᵀJ)⁻¹Jᵀ: how much of each fitted value its own observation decides, 0...1.
  public let leverages: [Double]

  /// The smallest over the largest singular value of the column-scaled Jacobian.
  public let reciprocalCondition: Double

  /// The combination of the scaled columns that nearly vanishes: large entries belong to
  /// parameters that make up for each other.
  public let weakestDirection: [Double]

  /// Below this reciprocal condition no parameter can be told from the others.
  public static let unidentifiable = 1e-10

  /// Decomposes a Jacobian given by columns, each with one entry per observation.
  public init(columns: [[Double]]) {
    let count = columns.count
    let rows = columns.first?.count ?? 0
    let lengths = columns.map { column in Self.norm(column) }
    guard count > 0, rows >= count, lengths.allSatisfy({ $0.isFinite && $0 > 0 }) else {
      inverseGram = nil
      leverages = Array(repeating: .nan, count: rows)
      reciprocalCondition = 0
      weakestDirection = lengths.map { $0.isFinite && $0 > 0 ? 0 : 1 }
      return
    }
    let matrix = GSLMatrix(rows: rows, columns: count)
    for j in 0..<count {
      for i in 0..<rows { matrix[i, j] = columns[j][i] / lengths[j] }
    }
    (reciprocalCondition, weakestDirection) = Self.condition(
      of: matrix, rows: rows, columns: count)

    let tau = GSLVector(count: count)
    _ = gsl_linalg_QR_decomp(matrix.pointer, tau.pointer)
    leverages = Self.leverages(matrix, tau, rows: rows, columns: count)
    guard reciprocalCondition >= Self.unidentifiable else {
      inverseGram = nil
      return
    }
    let inverse = Self.inverseOfTriangle(matrix, count: count)
    inverseGram = (0..<count).map { a in
      (0..<count).map { b in
        var sum = 0.0
        for k in max(a, b)..<count { sum += inverse[a][k] * inverse[b][k] }
        return sum / (lengths[a] * lengths[b])
      }
    }
  }

  private static func norm(_ column: [Double]) -> Double {
    let largest = column.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return largest }
    return largest * column.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }

  private static func condition(
    of matrix: borrowing GSLMatrix, rows: Int, columns: Int
  ) -> (reciprocal: Double, weakest: [Double]) {
    let copy = GSLMatrix(rows: rows, columns: columns)
    _ = gsl_matrix_memcpy(copy.pointer, matrix.pointer)
    let rotations = GSLMatrix(rows: columns, columns: columns)
    let singular = GSLVector(count: columns)
    guard
      GSL.status(gsl_linalg_SV_decomp_jacobi(copy.pointer, rotations.pointer, singular.pointer))
        == GSL.success
    else { return (0, Array(repeating: 1, count: columns)) }
    let largest = singular[0]
    return (
      largest > 0 ? singular[columns - 1] / largest : 0,
      (0..<columns).map { rotations[$0, columns - 1] }
    )
  }

  private static func leverages(
    _ factored: borrowing GSLMatrix, _ tau: borrowing GSLVector, rows: Int, columns: Int
  ) -> [Double] {
    var result = Array(repeating: 0.0, count: rows)
    let unit = GSLVector(count: rows)
    for j in 0..<columns {
      for i in 0..<rows { unit[i] = i == j ? 1 : 0 }
      _ = gsl_linalg_QR_Qvec(factored.pointer, tau.pointer, unit.pointer)
      for i in 0..<rows { result[i] += unit[i] * unit[i] }
    }
    return result.map { min($0, 1) }
  }

  private static func inverseOfTriangle(
    _ factored: borrowing GSLMatrix, count: Int
  ) -> [[Double]] {
    var inverse = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for column in 0..<count {
      inverse[column][column] = 1 / factored[column, column]
      for row in stride(from: column - 1, through: 0, by: -1) {
        var sum = 0.0
        for k in (row + 1)...column { sum += factored[row, k] * inverse[k][column] }
        inverse[row][column] = -sum / factored[row, row]
      }
    }
    return inverse
  }
}
