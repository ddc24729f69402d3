internal import LeastSquares

/// A family of curves at given x: what the least-squares solvers see.
///
/// Owns copies of x and log2 x, written once when it is made and only read after that: several
/// threads may share one.
final class CurveProblem: SeparableProblem, @unchecked Sendable {
  let model: any CurveModel
  let rowCount: Int
  let linearCount: Int
  let shapeCount: Int
  let hasOffset: Bool
  private let origin: Double
  private let log2Origin: Double
  private let x: UnsafeMutablePointer<Double>
  private let log2x: UnsafeMutablePointer<Double>
  private let columns: UnsafeMutablePointer<Double>
  private let roots: UnsafeMutablePointer<Double>?

  /// - Parameters:
  ///   - columns: the predictors that the model names, one array each.
  ///   - rootWeights: what residuals are multiplied by; all by one when absent.
  init(
    _ model: any CurveModel, x: [Double], log2x: [Double], origin: Double,
    columns: [[Double]] = [], rootWeights: [Double]? = nil
  ) {
    roots = rootWeights.map { values in
      let memory = UnsafeMutablePointer<Double>.allocate(capacity: max(values.count, 1))
      memory.initialize(from: values, count: values.count)
      return memory
    }
    self.model = model
    self.origin = origin
    log2Origin = origin > 0 ? logarithmBase2(origin) : .nan
    rowCount = x.count
    linearCount = model.linearNames.count
    shapeCount = model.shapeParameters.count
    hasOffset = model.hasOffset
    self.x = .allocate(capacity: max(x.count, 1))
    self.log2x = .allocate(capacity: max(x.count, 1))
    self.x.initialize(from: x, count: x.count)
    self.log2x.initialize(from: log2x, count: x.count)
    self.columns = .allocate(capacity: max(columns.count * x.count, 1))
    for (index, column) in columns.enumerated() {
      (self.columns + index * x.count).initialize(from: column, count: x.count)
    }
  }

  /// The curve at observations, weighed as they are unless other root weights are given.
  convenience init(_ model: any CurveModel, _ data: CurveData, rootWeights: [Double]? = nil) {
    self.init(
      model, x: data.x, log2x: data.log2x, origin: data.smallestX,
      columns: model.columnNames.map {
        data.column($0) ?? Array(repeating: .nan, count: data.count)
      }, rootWeights: rootWeights ?? data.weights.roots)
  }

  var rootWeights: UnsafePointer<Double>? { roots.map { UnsafePointer($0) } }

  deinit {
    roots?.deallocate()
    x.deallocate()
    log2x.deallocate()
    columns.deallocate()
  }

  private var predictor: Predictor {
    Predictor(
      x: x, log2: log2x, origin: origin, log2Origin: log2Origin, columns: columns,
      count: rowCount)
  }

  func fillBasis(
    shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    model.fillBasis(predictor, shape: shape, basis: basis, offset: offset)
  }

  func fillShapeSlopes(
    shape: UnsafePointer<Double>, linear: UnsafePointer<Double>, basis: UnsafePointer<Double>,
    offset: UnsafePointer<Double>, slopes: UnsafeMutablePointer<Double>
  ) {
    model.fillShapeSlopes(
      predictor, shape: shape, linear: linear, basis: basis, offset: offset, slopes: slopes)
  }

  /// The basis by columns and the offset at every row.
  func basis(at shape: [Double]) -> (columns: [[Double]], offset: [Double]) {
    var basis = Array(repeating: 0.0, count: rowCount * linearCount)
    var offset = Array(repeating: 0.0, count: rowCount)
    fillBasis(shape: shape + [0], basis: &basis, offset: &offset)
    let columns = (0..<linearCount).map { Array(basis[($0 * rowCount)..<(($0 + 1) * rowCount)]) }
    return (columns, offset)
  }

  /// The curve at every row.
  func values(linear: [Double], shape: [Double]) -> [Double] {
    let (columns, offset) = basis(at: shape)
    var result = offset
    for (coefficient, column) in zip(linear, columns) {
      for row in 0..<rowCount { result[row] += coefficient * column[row] }
    }
    return result
  }

  /// The derivative of the curve in each coefficient (linear, then shape), by columns.
  func jacobian(linear: [Double], shape: [Double]) -> [[Double]] {
    let (columns, offset) = basis(at: shape)
    var slopes = Array(repeating: 0.0, count: rowCount * max(shapeCount, 1))
    fillShapeSlopes(
      shape: shape + [0], linear: linear + [0], basis: columns.flatMap(\.self) + [0],
      offset: offset, slopes: &slopes)
    return columns
      + (0..<shapeCount).map { Array(slopes[($0 * rowCount)..<(($0 + 1) * rowCount)]) }
  }
}
