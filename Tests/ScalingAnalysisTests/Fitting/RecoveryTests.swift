import Testing

@testable import ScalingAnalysis

/// A truth without noise is found, by every family, wherever x lies.
@Suite struct RecoveryTests {
  static let ranges = [(1e-6, 1e-2), (1.0, 1e3), (300, 2e6), (1e20, 1e26)]

  @Test(arguments: ranges.indices)
  func `a power law is found`(_ number: Int) throws {
    try recover(PowerLawModel(), number, ["exponent": 0.3]) { u, _ in
      0.1 * exponential(0.3 * u)
    }
  }

  @Test(arguments: ranges.indices)
  func `a saturating power law is found`(_ number: Int) throws {
    try recover(SaturatingPowerModel(), number, ["asymptote": 0.8, "exponent": 0.4]) { u, _ in
      0.8 - 0.5 * exponential(-0.4 * u)
    }
  }

  @Test(arguments: ranges.indices)
  func `a falling loss is found`(_ number: Int) throws {
    try recover(SaturatingPowerModel(), number, ["asymptote": 1.7, "exponent": 0.15]) { u, _ in
      1.7 + 2 * exponential(-0.15 * u)
    }
  }

  @Test(arguments: ranges.indices)
  func `a saturating exponential is found`(_ number: Int) throws {
    let end = Self.ranges[number].1
    try recover(SaturatingExponentialModel(), number, ["asymptote": 0.8, "constant": end / 5]) {
      _, x in 0.8 - 0.6 * exponential(-5 * x / end)
    }
  }

  @Test(arguments: ranges.indices)
  func `a logistic is found with its floor fixed and free`(_ number: Int) throws {
    let (start, end) = Self.ranges[number]
    let middle = logarithm(end / start) / 2
    let expected = [
      "ceiling": 0.7, "steepnessPerDoubling": 0.9 * naturalLogarithmOf2,
      "midpoint": start * exponential(middle),
    ]
    try recover(LogisticModel(floor: 0.1), number, expected) { u, _ in
      0.1 + 0.6 / (1 + exponential(-0.9 * (u - middle)))
    }
    try recover(LogisticModel(floor: nil), number, expected.merging(["floor": 0.1]) { a, _ in a }) {
      u, _ in 0.1 + 0.6 / (1 + exponential(-0.9 * (u - middle)))
    }
  }

  @Test(arguments: ranges.indices)
  func `a hinge is found`(_ number: Int) throws {
    let (start, end) = Self.ranges[number]
    let middle = 0.6 * logarithm(end / start)
    try recover(
      HingeModel(), number,
      [
        "slopePerDoubling": 0.05 * naturalLogarithmOf2, "breakpoint": start * exponential(middle),
        "ceiling": 0.2 + 0.05 * middle,
      ]
    ) { u, _ in 0.2 + 0.05 * min(u, middle) }
  }

  /// Fits 16 points of a curve given by u = ln(x/start) and x.
  private func recover(
    _ model: any CurveModel, _ number: Int, _ expected: [String: Double],
    _ curve: (Double, Double) -> Double
  ) throws {
    let (start, end) = Self.ranges[number]
    let x = ratios(from: start, to: end, count: 16)
    let data = CurveData(
      x: x, y: x.map { curve(logarithm($0 / start), $0) }, isAccuracy: false)
    let fit = try model.fit(to: data)
    #expect(fit.has(.exactFit))
    #expect(fit.termination.converged)
    for (name, value) in expected {
      #expect(relativeError(fit.coefficient(name)?.estimate, value) < 1e-6, "\(name)")
    }
  }

  @Test func `two hundred points are no different`() throws {
    let x = ratios(from: 100, to: 1e7, count: 200)
    let data = simulated({ 0.8 - 0.6 * exponential(-0.5 * logarithm($0 / 100)) }, at: x, sd: 0.01)
    let fit = try SaturatingPowerModel().fit(to: data)
    #expect(fit.termination.converged)
    #expect(relativeError(fit.coefficient("asymptote")?.estimate, 0.8) < 0.01)
    #expect(relativeError(fit.coefficient("exponent")?.estimate, 0.5) < 0.1)
  }

  @Test func `a step between two points is found by the logistic`() throws {
    let x = ratios(from: 10, to: 1e5, count: 20)
    let y = x.indices.map { ($0 < 13 ? 0.1 : 0.8) + 0.001 * Double($0 % 3) }
    let fit = try LogisticModel(floor: nil).fit(
      to: CurveData(x: x, y: y, isAccuracy: true))
    #expect(fit.statistics.residualSumOfSquares < 1.4e-5)
  }
}
