internal import LeastSquares

/// The deviance of right answers out of items: twice what the log-likelihood lacks of that of a
/// curve through every point (McCullagh and Nelder 1989, §4.4).
///
/// A curve may leave 0...1, where binomial counts have no likelihood. Beyond `edge` the deviance
/// goes on as a parabola with the weight that the edge has, which has the same slope there: a
/// fit whose best curve would leave 0...1 is held at it by the points there.
struct BinomialObjective: RowObjective {
  let items: [Double]

  /// How near a probability may come to 0 or 1.
  static let edge = 1e-6

  var approach: (any RowObjective)? { nil }

  func weigh(
    response: UnsafePointer<Double>, fitted: UnsafePointer<Double>, count: Int,
    rootWeights: UnsafeMutablePointer<Double>, losses: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<count {
      let y = response[row]
      let value = fitted[row]
      let p = Self.inside(value)
      let weight = items[row] / (p * (1 - p))
      rootWeights[row] = weight.squareRoot()
      var loss = items[row] * Self.unitDeviance(y, p)
      if value != p { loss += weight * ((y - value) * (y - value) - (y - p) * (y - p)) }
      losses[row] = loss
    }
  }

  /// A probability that a deviance can be taken of.
  static func inside(_ value: Double) -> Double { min(max(value, edge), 1 - edge) }

  /// 2·(y·ln(y/p) + (1 − y)·ln((1 − y)/(1 − p))), without cancellation where y is near p.
  static func unitDeviance(_ y: Double, _ p: Double) -> Double {
    let right = y > 0 ? -y * logarithmOfOnePlus((p - y) / y) : 0
    let wrong = y < 1 ? -(1 - y) * logarithmOfOnePlus((y - p) / (1 - y)) : 0
    return max(2 * (right + wrong), 0)
  }

  /// The log-likelihood of the counts, with their binomial coefficients.
  func logLikelihood(response: [Double], fitted: [Double]) -> Double {
    response.indices.reduce(0) { sum, row in
      let (n, p) = (items[row], Self.inside(fitted[row]))
      let right = n * response[row]
      let choices =
        logarithmOfGamma(n + 1) - logarithmOfGamma(right + 1) - logarithmOfGamma(n - right + 1)
      let terms =
        (right > 0 ? right * logarithm(p) : 0)
        + (right < n ? (n - right) * logarithmOfOnePlus(-p) : 0)
      return sum + choices + terms
    }
  }

  /// Pearson's chi-squared: squared residuals over their binomial variances.
  func pearson(response: [Double], fitted: [Double]) -> Double {
    response.indices.reduce(0) { sum, row in
      let p = Self.inside(fitted[row])
      let residual = response[row] - fitted[row]
      return sum + items[row] * residual * residual / (p * (1 - p))
    }
  }
}
