/// A band along x: where the curve, or a new observation, may lie at each x.
public struct Band: Sendable, Equatable {
  /// The confidence level, at each x or at all of them together.
  public let level: Double
  /// Where the band is evaluated.
  public let x: [Double]
  /// The fitted curve there.
  public let fitted: [Double]
  /// The lower end at each x; infinite where the curve may exceed all numbers, far outside the
  /// data.
  public let lower: [Double]
  /// The upper end at each x; infinite as the lower one.
  public let upper: [Double]
}

extension LikelihoodRegion {
  /// The smallest and largest value of each row of `problem` over the region.
  func envelope(_ problem: CurveProblem) -> (lower: [Double], upper: [Double]) {
    let rows = problem.rowCount
    let count = problem.linearCount
    var lower = Array(repeating: Double.infinity, count: rows)
    var upper = Array(repeating: -Double.infinity, count: rows)
    var basis = Array(repeating: 0.0, count: rows * max(count, 1))
    var offset = Array(repeating: 0.0, count: rows)
    var weights = Array(repeating: 0.0, count: max(count, 1))
    cells.visit { _, shape, ellipsoid in
      problem.fillBasis(shape: shape, basis: &basis, offset: &offset)
      for row in 0..<rows {
        for j in 0..<count { weights[j] = basis[j * rows + row] }
        let extent = ellipsoid.extent(of: &weights)
        let centre = offset[row] + extent.centre
        let (low, high) = (centre - extent.halfWidth, centre + extent.halfWidth)
        // Far outside the data a power may exceed all numbers: an end is then infinite, not NaN.
        lower[row] = low.isFinite ? min(lower[row], low) : -.infinity
        upper[row] = high.isFinite ? max(upper[row], high) : .infinity
      }
    }
    return (lower, upper)
  }
}
