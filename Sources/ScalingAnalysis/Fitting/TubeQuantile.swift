internal import LeastSquares

/// How many standard errors a band of a curve reaches so that it holds the whole curve.
///
/// The standardised error of a curve at x is the projection of a standard normal vector on a unit
/// vector that turns with x. The longer its way κ from one end of the range to the other, the
/// more different errors have a chance to be large: the level α of a band of ±c standard errors is
///
///     α = κ/π · (1 + c²/ν)^(−ν/2) + P(|t_ν| > c)
///
/// (the volume of a tube: Naiman 1986; Sun and Loader 1994, "Simultaneous confidence bands for
/// linear regression and smoothing", eq. 2.3). It is exact or a little conservative for curves
/// linear in p coefficients. c is never above Scheffé's √(p·F(p, ν)), which holds for every range
/// and is what a line on the whole axis needs (Working and Hotelling 1929).
struct TubeQuantile {
  /// The way of the unit vector, in radians; infinite where the coefficients cannot be told apart
  /// and it is not known.
  let length: Double
  /// Estimated coefficients.
  let coefficientCount: Int
  let degreesOfFreedom: Double

  /// A quantile for `gradient`: the derivatives of the curve in its estimated coefficients, by
  /// columns along x; `covariance` is that of the coefficients, up to a factor.
  init(gradient: [[Double]], covariance: [[Double]]?, degreesOfFreedom: Double) {
    coefficientCount = gradient.count
    self.degreesOfFreedom = degreesOfFreedom
    guard let covariance else {
      length = .infinity
      return
    }
    let factor = Self.choleskyFactor(covariance)
    var previous: [Double]?
    var length = 0.0
    for row in (gradient.first ?? []).indices {
      let direction = Self.direction(gradient.map { $0[row] }, factor)
      guard let direction else { continue }
      if let previous { length += Self.angle(previous, direction) }
      previous = direction
    }
    self.length = length
  }

  /// The half width in standard errors at a level.
  func value(level: Double) -> Double {
    let count = Double(coefficientCount)
    let scheffe =
      (count
      * Distribution.fQuantile(level, numerator: count, denominator: degreesOfFreedom))
      .squareRoot()
    var low = Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: degreesOfFreedom)
    var high = max(scheffe, low)
    guard excess(of: high) < 1 - level else { return high }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if excess(of: middle) > 1 - level { low = middle } else { high = middle }
    }
    return high
  }

  /// The chance that the curve leaves a band of ±c standard errors, or a little more.
  private func excess(of c: Double) -> Double {
    let tube = raise(1 + c * c / degreesOfFreedom, to: -degreesOfFreedom / 2)
    return length / Double.pi * tube
      + Distribution.studentTTwoSided(c, degreesOfFreedom: degreesOfFreedom)
  }

  /// The unit vector Lᵀg of a gradient, with LLᵀ the covariance; `nil` where it has none.
  private static func direction(_ gradient: [Double], _ factor: [[Double]]) -> [Double]? {
    let vector = gradient.indices.map { column in
      gradient.indices.reduce(0) { $0 + factor[$1][column] * gradient[$1] }
    }
    let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return norm > 0 && norm.isFinite ? vector.map { $0 / norm } : nil
  }

  /// The angle between unit vectors, as precise for small ones as for large ones.
  private static func angle(_ a: [Double], _ b: [Double]) -> Double {
    let apart = zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    let along = zip(a, b).reduce(0) { $0 + ($1.0 + $1.1) * ($1.0 + $1.1) }.squareRoot()
    return 2 * arcTangent(apart / along)
  }

  /// L of LLᵀ for a positive definite matrix, by rows.
  private static func choleskyFactor(_ matrix: [[Double]]) -> [[Double]] {
    var factor = matrix.map { $0.map { _ in 0.0 } }
    for i in matrix.indices {
      for j in 0...i {
        let sum = (0..<j).reduce(matrix[i][j]) { $0 - factor[i][$1] * factor[j][$1] }
        if i == j {
          factor[i][i] = max(sum, 0).squareRoot()
        } else {
          factor[i][j] = factor[j][j] > 0 ? sum / factor[j][j] : 0
        }
      }
    }
    return factor
  }
}
