/// A form of law in the coordinates in which it is fitted.
///
/// Every form is a sum of positive terms, ŷ = (Σₖ exp tₖ)^s, so that ln ŷ = s·logsumexp(t). The
/// intercept of a term is a coordinate of its own; given the other coordinates, ŷ^(1/s) is
/// linear in the exponentials of the intercepts, which is what the search uses.
protocol LawKernel: Sendable {
  /// The number of coordinates.
  var coordinateCount: Int { get }
  /// The coordinate of each term's intercept; -1 for a term without.
  var intercepts: [Int] { get }

  /// The columns that the kernel reads, one array per column.
  func columns(_ data: LawData) -> [[Double]]

  /// The power s of the sum.
  func power(_ theta: UnsafePointer<Double>) -> Double

  /// tₖ without its intercept.
  func logBasis(_ theta: UnsafePointer<Double>, _ rows: LawRows, _ row: Int, term: Int) -> Double

  /// ln ŷ of a row.
  func logPrediction(_ theta: UnsafePointer<Double>, _ rows: LawRows, _ row: Int) -> Double

  /// The objective with its gradient and the lower half of its Hessian, which arrive as zeros.
  func accumulate(
    _ theta: UnsafePointer<Double>, _ rows: LawRows, _ objective: LawObjective,
    gradient: UnsafeMutablePointer<Double>, hessian: UnsafeMutablePointer<Double>
  ) -> Double

  /// The coefficients as they are reported.
  func coefficients(_ theta: UnsafePointer<Double>) -> [Double]

  /// The coordinates of reported coefficients.
  func coordinates(_ coefficients: [Double]) -> [Double]

  /// The nodes of the search in the coordinates that are no intercepts.
  func shapeGrid(_ data: LawData) -> ShapeGrid
}

extension LawKernel {
  func power(_ theta: UnsafePointer<Double>) -> Double { 1 }
}
