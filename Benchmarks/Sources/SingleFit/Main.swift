import ScalingAnalysis

/// One fit of a saturating power law to 24 points, over and over: what a call costs.
///
/// usage: SingleFit [REPETITIONS]
@main
struct SingleFit {
  static func main() throws {
    let repetitions = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2_000
    let x = (0..<24).map { 100 * Self.power(1.4, $0) }
    let y = x.enumerated().map { index, x in
      0.9 - 0.8 / x.squareRoot().squareRoot() + 0.01 * Double(index * 7 % 5 - 2)
    }
    let data = CurveData(x: x, y: y, isAccuracy: false)
    let clock = ContinuousClock()
    var times: [Double] = []
    var sum = 0.0
    for _ in 0..<repetitions {
      let start = clock.now
      let fit = try SaturatingPowerModel().fit(to: data)
      times.append(Double(start.duration(to: clock.now).components.attoseconds) * 1e-12)
      sum += fit.statistics.residualSumOfSquares
    }
    times.sort()
    print(
      "fit of 24 points, 3 parameters: least \(times[0]) µs, median \(times[times.count / 2]) µs, "
        + "RSS \(sum / Double(repetitions))")
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
