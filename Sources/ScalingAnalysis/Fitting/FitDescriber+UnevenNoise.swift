internal import LeastSquares

extension FitDescriber {
  /// The ratio of a standard error by the questions to the one by a single spread up to which a
  /// 95 % interval still covers 94 % (2Φ(1.96/ratio) − 1). Below 1 intervals are too wide, which
  /// does no harm.
  private static let heldRatio = 1.04

  /// Whether one spread for all points is a poor description of points that rest on questions.
  ///
  /// The standard error of a coefficient is Σ wᵢ²vᵢ by the binomial variances vᵢ of the fitted
  /// values, and σ² Σ wᵢ² by the single spread that residuals would show, σ² = Σ vᵢ(1 − hᵢ)/(n − p).
  func appendUnevenNoise(to result: inout [Diagnostic], _ coefficients: [Described]) {
    guard rows.noise == .gaussian, data.weights == .none, data.questions == nil,
      let variances = questionVariances, let gram = decomposition.inverseGram
    else { return }
    let ratios = coefficients.compactMap { coefficient -> (name: String, ratio: Double)? in
      guard coefficient.role == .estimated, !coefficient.isWithheld,
        let ratio = errorRatio(coefficient.gradient, gram, variances),
        ratio > Self.heldRatio
      else { return nil }
      return (coefficient.name, ratio)
    }
    guard !ratios.isEmpty else { return }
    let errors = ratios.map { "\($0.name) (\(shortNumber(($0.ratio * 100).rounded() / 100)))" }
    result.append(
      Diagnostic(
        code: .unevenNoise,
        message: "their questions scatter some points more than others, and intervals and bands "
          + "take one spread for all: those of \(errors.joined(separator: ", ")) are too narrow by "
          + "the factor in brackets; --noise binomial gives each point its own spread"))
  }

  /// The standard error by the variances over the one by a single spread.
  private func errorRatio(
    _ gradient: [Double], _ gram: [[Double]], _ variances: [Double]
  ) -> Double? {
    guard gradient.count == gram.count, gradient.count == jacobian.count else { return nil }
    let direction = gram.map { row in zip(row, gradient).reduce(0) { $0 + $1.0 * $1.1 } }
    var (uneven, even) = (0.0, 0.0)
    for row in variances.indices {
      var weight = 0.0
      for column in jacobian.indices { weight += direction[column] * jacobian[column][row] }
      uneven += weight * weight * variances[row]
      even += weight * weight
    }
    let freedom = Double(data.count - jacobian.count)
    let spread = zip(variances, decomposition.leverages).reduce(0) { $0 + $1.0 * (1 - $1.1) }
    guard freedom > 0, spread > 0, even > 0 else { return nil }
    return (uneven / (even * spread / freedom)).squareRoot()
  }

  /// The binomial variances at the fitted values, where the questions are known. Half a question
  /// is added to either side, so that no variance is zero.
  private var questionVariances: [Double]? {
    guard data.isAccuracy else { return nil }
    var result: [Double] = []
    for (value, items) in zip(fitted, data.items) {
      guard let items, items > 0 else { return nil }
      let share = (min(max(value, 0), 1) * items + 0.5) / (items + 1)
      result.append(share * (1 - share) / items)
    }
    return result
  }
}
