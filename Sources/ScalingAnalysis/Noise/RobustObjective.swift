internal import LeastSquares

/// Huber's or the bisquare loss of residuals in units of a scale that is held, twice: near zero
/// it is their square.
struct RobustObjective: RowObjective {
  /// The shape of the loss.
  enum Kind: Sendable {
    case huber
    case bisquare
  }

  let kind: Kind
  let threshold: Double
  let scale: Double

  /// The bisquare has several minima; Huber's loss is convex.
  var approach: (any RowObjective)? {
    kind == .huber
      ? nil : RobustObjective(kind: .huber, threshold: Noise.huberThreshold, scale: scale)
  }

  func weigh(
    response: UnsafePointer<Double>, fitted: UnsafePointer<Double>, count: Int,
    rootWeights: UnsafeMutablePointer<Double>, losses: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<count {
      let unit = (response[row] - fitted[row]) / scale
      rootWeights[row] = weight(unit).squareRoot() / scale
      losses[row] = loss(unit)
    }
  }

  /// ψ(u)/u.
  func weight(_ unit: Double) -> Double {
    let size = abs(unit)
    switch kind {
    case .huber: return size <= threshold ? 1 : threshold / size
    case .bisquare:
      guard size < threshold else { return 0 }
      let rest = 1 - (size / threshold) * (size / threshold)
      return rest * rest
    }
  }

  /// 2·ρ(u).
  func loss(_ unit: Double) -> Double {
    let size = abs(unit)
    switch kind {
    case .huber:
      return size <= threshold ? size * size : threshold * (2 * size - threshold)
    case .bisquare:
      let third = threshold * threshold / 3
      guard size < threshold else { return third }
      let rest = 1 - (size / threshold) * (size / threshold)
      return third * (1 - rest * rest * rest)
    }
  }

  /// ψ′(u).
  func curvature(_ unit: Double) -> Double {
    let size = abs(unit)
    guard size <= threshold else { return 0 }
    guard kind == .bisquare else { return 1 }
    let square = (size / threshold) * (size / threshold)
    return (1 - square) * (1 - 5 * square)
  }
}

extension RobustObjective {
  /// The median size of residuals over that of a standard normal number.
  static func medianScale(_ residuals: [Double]) -> Double {
    var sizes = residuals.map { abs($0) }
    return quantile(&sizes, 0.5) / 0.6745
  }

  /// ln of what Huber's density exp(−ρ(u)) integrates to over u.
  var logNormalisation: Double {
    let tails = 2 * exponential(-threshold * threshold / 2) / threshold
    let middle = (2 * Double.pi).squareRoot() * errorFunction(threshold / 2.0.squareRoot())
    return logarithm(middle + tails)
  }
}
