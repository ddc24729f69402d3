@testable import LeastSquares

/// y = c·exp(−θx): one linear coefficient, one shape parameter.
struct ExponentialDecay: SeparableProblem {
  let x: [Double]
  var rowCount: Int { x.count }
  var linearCount: Int { 1 }
  var shapeCount: Int { 1 }
  var hasOffset: Bool { false }

  func fillBasis(
    shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    for row in x.indices { basis[row] = value(shape[0] * x[row]) }
  }

  func fillShapeSlopes(
    shape: UnsafePointer<Double>, linear: UnsafePointer<Double>, basis: UnsafePointer<Double>,
    offset: UnsafePointer<Double>, slopes: UnsafeMutablePointer<Double>
  ) {
    for row in x.indices { slopes[row] = -linear[0] * basis[row] * x[row] }
  }

  /// exp(−t) by squaring a short series, so that the test needs no C library.
  private func value(_ t: Double) -> Double {
    let small = -t / 1024
    var result = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
    for _ in 0..<10 { result *= result }
    return result
  }
}
