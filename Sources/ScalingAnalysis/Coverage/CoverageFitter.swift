internal import LeastSquares

/// Fits the laws to one set of counts after another; one thread's buffers.
final class CoverageFitter {
  private let k: [Double]
  private let logK: [Double]
  private let power: VariableProjection
  private let powerSlope: ClosedRange<Double> = -10...10

  /// - Parameter k: the grid on which the laws of the curve are fitted.
  init(k: [Int]) {
    self.k = k.map(Double.init)
    logK = self.k.map(logarithm)
    let data = CurveData(
      x: self.k, y: Array(repeating: 0, count: k.count), isAccuracy: false, xName: "k")
    power = VariableProjection(CurveProblem(PowerLawModel(), data), response: data.y)
  }

  /// The coefficients of a law of the curve; `nil` where the coverage leaves too little to fit or
  /// the search does not converge.
  func coefficients(_ law: CoverageLaw, coverage: [Double], from start: [Double]?) -> [Double]? {
    switch law {
    case .exponentiatedPower: exponentiatedPower(coverage, from: start)
    case .logLog: logLog(coverage)
    case .betaBinomial: nil
    }
  }

  /// log c = a·k^b: the place of b that leaves least, a following from it.
  private func exponentiatedPower(_ coverage: [Double], from start: [Double]?) -> [Double]? {
    guard coverage.allSatisfy({ $0 > 0 }), coverage.contains(where: { $0 < 1 }) else {
      return nil
    }
    power.setResponse(coverage.map(logarithm))
    let starts: [Double] = start.map { [$0[1]] } ?? [-1, -0.3, -0.05]
    var best: VariableProjection.Minimum?
    for start in starts {
      let minimum = power.minimize(from: [start], bounds: [powerSlope], tolerance: 1e-14)
      guard minimum.isConverged else { continue }
      if minimum.residualSumOfSquares < best?.residualSumOfSquares ?? .infinity { best = minimum }
    }
    guard let best else { return nil }
    _ = power.residualSumOfSquares(at: best.shape)
    // The basis is (k/origin)^b with the first k as origin.
    return [power.linear[0] * raise(k[0], to: -best.shape[0]), best.shape[0]]
  }

  /// −log c = A·k^(−b) through the k at which coverage lies strictly between 0 and 1.
  private func logLog(_ coverage: [Double]) -> [Double]? {
    let rows = coverage.indices.filter { coverage[$0] > 0 && coverage[$0] < 1 }
    let x = rows.map { logK[$0] }
    let y = rows.map { logarithm(-logarithm(coverage[$0])) }
    return StraightLine(x: x, y: y).map { [exponential($0.intercept), -$0.slope] }
  }
}
