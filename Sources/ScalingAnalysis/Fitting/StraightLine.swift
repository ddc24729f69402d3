/// A straight line by least squares.
struct StraightLine: Sendable {
  /// The slope.
  let slope: Double
  /// The weighted means, through which the line goes.
  let centre: (x: Double, y: Double)
  /// The weighted sum of squares of x about its mean.
  let squareOfX: Double

  /// The line through points, with weights of one unless given; `nil` where all x are equal.
  init?(x: [Double], y: [Double], weights: [Double]? = nil) {
    let weights = weights ?? x.map { _ in 1 }
    let sum = weights.reduce(0, +)
    let mean = { (values: [Double]) in
      zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / sum
    }
    let centre = (x: mean(x), y: mean(y))
    var product = 0.0
    var square = 0.0
    for row in x.indices {
      let distance = weights[row] * (x[row] - centre.x)
      product += distance * (y[row] - centre.y)
      square += distance * (x[row] - centre.x)
    }
    guard square > 0 else { return nil }
    slope = product / square
    self.centre = centre
    squareOfX = square
  }

  /// The line at zero.
  var intercept: Double { centre.y - slope * centre.x }

  /// The sum of squares of y about the line, with weights of one unless given.
  func residualSumOfSquares(x: [Double], y: [Double], weights: [Double]? = nil) -> Double {
    x.indices.reduce(0) { sum, row in
      let residual = y[row] - centre.y - slope * (x[row] - centre.x)
      return sum + (weights?[row] ?? 1) * residual * residual
    }
  }
}
