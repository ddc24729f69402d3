/// A least-squares problem that is linear in some of its coefficients once its shape is given:
/// y_i ≈ offset_i(θ) + Σ_j c_j φ_j(x_i; θ).
///
/// The search for the best curve then runs over the few shape parameters θ alone, and the linear
/// coefficients follow from them (variable projection; Golub and Pereyra 1973).
public protocol SeparableProblem {
  /// Observations.
  var rowCount: Int { get }

  /// Linear coefficients c.
  var linearCount: Int { get }

  /// Shape parameters θ.
  var shapeCount: Int { get }

  /// Whether a part of the curve has no free coefficient (`fillBasis` then writes `offset`).
  var hasOffset: Bool { get }

  /// The root of the weight of each row, or `nil` when all weigh the same. `fillBasis` and
  /// `fillShapeSlopes` write the curve as it is; the solvers multiply its rows.
  var rootWeights: UnsafePointer<Double>? { get }

  /// Writes φ_j at all rows, column after column (`rowCount` × `linearCount`), and the offset.
  func fillBasis(
    shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>)

  /// Writes the derivative of the curve in each shape parameter at all rows, column after column
  /// (`rowCount` × `shapeCount`), for the given linear coefficients. `basis` and `offset` are
  /// what `fillBasis` wrote for the same shape.
  func fillShapeSlopes(
    shape: UnsafePointer<Double>, linear: UnsafePointer<Double>, basis: UnsafePointer<Double>,
    offset: UnsafePointer<Double>, slopes: UnsafeMutablePointer<Double>)
}

extension SeparableProblem {
  /// All rows weigh the same unless a problem says otherwise.
  public var rootWeights: UnsafePointer<Double>? { nil }
}
