import ScalingAnalysis

/// One saturating power law through 24 points, over and over: what a call costs.
///
/// usage: SingleFit [REPETITIONS]
@main
struct SingleFit {
  static let model = SaturatingPowerModel()

  static let data: CurveData = {
    let x = (0..<24).map { 100 * power(1.4, $0) }
    let y = x.enumerated().map { index, x in
      0.9 - 0.8 / x.squareRoot().squareRoot() + 0.01 * Double(index * 7 % 5 - 2)
    }
    return CurveData(x: x, y: y, isAccuracy: false)
  }()

  /// The exponent from which the floor starts as well.
  static let start = ["exponent": 0.3]

  static func main() throws {
    let repetitions = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2_000
    try measure("scan, check and profile intervals (CurveModel.fit)", repetitions) {
      try model.fit(to: data).statistics.residualSumOfSquares
    }
    try measure("from a start, new buffers (CurveEstimator)", repetitions) {
      try CurveEstimator(model, like: data).estimate(data.y, startingAt: start)
        .residualSumOfSquares
    }
    let estimator = try CurveEstimator(model, like: data)
    try measure("from a start, the same buffers (CurveEstimator.estimate)", repetitions) {
      try estimator.estimate(data.y, startingAt: start).residualSumOfSquares
    }
  }

  private static func measure(
    _ name: String, _ repetitions: Int, _ residualSumOfSquares: () throws -> Double
  ) throws {
    let clock = ContinuousClock()
    var times: [Double] = []
    var sum = 0.0
    for _ in 0..<repetitions {
      let start = clock.now
      sum += try residualSumOfSquares()
      times.append(Double(start.duration(to: clock.now).components.attoseconds) * 1e-12)
    }
    times.sort()
    print(
      "fit of 24 points, 3 parameters, \(name): least \(short(times[0])) µs, median "
        + "\(short(times[times.count / 2])) µs, RSS \(sum / Double(repetitions))")
  }

  private static func short(_ time: Double) -> Double { (time * 100).rounded() / 100 }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
