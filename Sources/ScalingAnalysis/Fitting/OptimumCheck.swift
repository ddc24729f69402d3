internal import LeastSquares

/// Checks an optimum without asking the solver that found it.
///
/// At a least-squares optimum the residuals are orthogonal to the tangent plane. The relative
/// offset of Bates and Watts (1981) compares the part of the residuals inside the plane with the
/// part outside, both per dimension: below 1e-5 the estimates are within about 1e-5 standard
/// errors of the optimum. Families with a kink have no tangent plane at it and are checked by
/// their search from every gap instead.
struct OptimumCheck {
  let isOptimum: Bool

  private static let tolerance = 1e-5

  /// A coefficient whose unit moves the curve by less than this share of the residuals does
  /// nothing, as the steepness of a step between two points.
  private static let idle = 1e-7

  init(jacobian: [[Double]], residuals: [Double], rounding: Double, isSmooth: Bool) {
    let rss = residuals.reduce(0) { $0 + $1 * $1 }
    guard rss.isFinite else {
      isOptimum = false
      return
    }
    guard isSmooth, rss > 1e4 * rounding, !jacobian.isEmpty else {
      isOptimum = true
      return
    }
    var orthogonal: [[Double]] = []
    var inside = 0.0
    for column in jacobian {
      var direction = column
      for _ in 0..<2 {
        for earlier in orthogonal {
          let factor = zip(earlier, direction).reduce(0) { $0 + $1.0 * $1.1 }
          for row in direction.indices { direction[row] -= factor * earlier[row] }
        }
      }
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let before = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 1e-12 * before, length > Self.idle * rss.squareRoot() else { continue }
      for row in direction.indices { direction[row] /= length }
      let projection = zip(direction, residuals).reduce(0) { $0 + $1.0 * $1.1 }
      inside += projection * projection
      orthogonal.append(direction)
    }
    isOptimum = Self.holds(
      inside: inside, dimensions: orthogonal.count, rss: rss, rowCount: residuals.count)
  }

  /// The check with a tangent plane that has been made already.
  init(
    _ plane: TangentPlane, residualSumOfSquares rss: Double, rowCount: Int, rounding: Double,
    isSmooth: Bool
  ) {
    guard isSmooth, rss > 1e4 * rounding, plane.count > 0 else {
      isOptimum = rss.isFinite
      return
    }
    var inside = 0.0
    var dimensions = 0
    for column in 0..<plane.count where plane.length(column) > Self.idle * rss.squareRoot() {
      inside += plane.projection(column) * plane.projection(column)
      dimensions += 1
    }
    isOptimum = Self.holds(inside: inside, dimensions: dimensions, rss: rss, rowCount: rowCount)
  }

  private static func holds(
    inside: Double, dimensions: Int, rss: Double, rowCount: Int
  ) -> Bool {
    let outside = max(rss - inside, 0) / Double(max(rowCount - dimensions, 1))
    return inside / Double(max(dimensions, 1)) <= tolerance * tolerance * outside
  }
}
