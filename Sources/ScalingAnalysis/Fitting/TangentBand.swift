/// The interval of a curve from its tangent plane at the optimum: what remains for curves whose
/// likelihood region cannot be followed, with three or more shape parameters or without bounds.
struct TangentBand: Sendable {
  /// (JᵀJ)⁻¹ of the free parameters times the residual variance.
  let covariance: [[Double]]
  /// Positions of the free parameters among linear and then shape parameters.
  let free: [Int]
  /// The two-sided quantile of Student's t.
  let quantile: Double

  /// Half the width of the interval at each row of a problem.
  func halfWidths(_ problem: CurveProblem, linear: [Double], shape: [Double]) -> [Double] {
    let jacobian = problem.jacobian(linear: linear, shape: shape)
    return (0..<problem.rowCount).map { row in
      var variance = 0.0
      for a in free.indices {
        for b in free.indices {
          variance += jacobian[free[a]][row] * covariance[a][b] * jacobian[free[b]][row]
        }
      }
      return quantile * max(variance, 0).squareRoot()
    }
  }
}
