/// A weighted sum of a curve's values at several x: a value, a difference or a slope.
struct DerivedContrast {
  let x: [Double]
  let weights: [Double]

  /// Half the spacing of a slope, in doublings: a five-point difference over it is good to about
  /// ten digits.
  private static let step = 0.004

  init(x: [Double], weights: [Double]) {
    self.x = x
    self.weights = weights
  }

  /// The sum that a quantity is; not for those that are none.
  init(_ quantity: DerivedQuantity) {
    switch quantity {
    case .value(let place): (x, weights) = ([place], [1])
    case .gain(let from, let to): (x, weights) = ([from, to], [-1, 1])
    case .gainPerDoubling(let place):
      x = [-2.0, -1, 1, 2].map { place * exponentialBase2($0 * Self.step) }
      weights = [1.0, -8, 8, -1].map { $0 / (12 * Self.step) }
    case .position, .reciprocal, .doublingTime: (x, weights) = ([], [])
    }
  }

  /// The sum as a quantity that is linear in the linear coefficients; `problem` is the curve at
  /// `x`.
  func quantity(_ problem: CurveProblem) -> LinearQuantity {
    let sum = weights
    let rows = problem.rowCount
    let count = problem.linearCount
    return LinearQuantity(name: "") { shape, result in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: rows * (count + 1)) { memory in
        guard let basis = memory.baseAddress else { return }
        let offset = basis + rows * count
        offset.initialize(repeating: 0, count: rows)
        problem.fillBasis(shape: shape, basis: basis, offset: offset)
        for column in 0...count {
          var value = 0.0
          for row in 0..<rows { value += sum[row] * basis[column * rows + row] }
          result[column] = value
        }
      }
    }
  }
}

extension TangentBand {
  /// Half the width of the interval of a weighted sum over the rows of a problem.
  func halfWidth(
    _ problem: CurveProblem, weights: [Double], linear: [Double], shape: [Double]
  ) -> Double {
    let jacobian = problem.jacobian(linear: linear, shape: shape)
    let gradient = free.map { column in
      zip(weights, jacobian[column]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var variance = 0.0
    for a in free.indices {
      for b in free.indices { variance += gradient[a] * covariance[a][b] * gradient[b] }
    }
    return quantile * max(variance, 0).squareRoot()
  }
}
