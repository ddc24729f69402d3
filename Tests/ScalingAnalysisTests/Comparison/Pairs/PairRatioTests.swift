import Testing

@testable import ScalingAnalysis

@Suite struct PairRatioTests {
  static let apart: [(Double, Double, Double, Double)] = [
    (2, 0.3, 4, 0.5), (-1e-6, 3e-7, 5e3, 800), (0.1, 0.3, -2, 0.4),
  ]

  private func sided(_ value: Double, error: Double, freedom: Double = 1_000_000) -> SidedEstimate {
    let t = 1.959_966
    return SidedEstimate(
      value, lower: value - t * error, upper: value + t * error, level: 0.95,
      degreesOfFreedom: freedom)
  }

  /// Fieller's quadratic: (b² − t²v₂)ρ² − 2abρ + (a² − t²v₁) = 0.
  private func roots(_ a: Double, _ e1: Double, _ b: Double, _ e2: Double) -> [Double] {
    let square = 1.959_966 * 1.959_966
    let leading = b * b - square * e2 * e2
    let constant = a * a - square * e1 * e1
    let root = (a * b * a * b - leading * constant).squareRoot()
    return [(a * b - root) / leading, (a * b + root) / leading].sorted()
  }

  @Test(arguments: apart)
  func `a second estimate apart from zero gives Fieller's interval`(
    _ a: Double, _ e1: Double, _ b: Double, _ e2: Double
  ) throws {
    let ratio = PairRatio(sided(a, error: e1), sided(b, error: e2), level: 0.95)
    let interval = try #require(ratio.set.interval)
    let expected = roots(a, e1, b, e2)
    #expect(relativeError(interval.lower, expected[0]) < 1e-5)
    #expect(relativeError(interval.upper, expected[1]) < 1e-5)
    #expect(relativeError(ratio.estimate, a / b) < 1e-12)
  }

  @Test(arguments: [1.0, -1])
  func `a second estimate near zero gives all but an interval`(_ sign: Double) throws {
    let ratio = PairRatio(sided(5, error: 0.5), sided(sign * 0.6, error: 0.5), level: 0.95)
    let expected = roots(5, 0.5, sign * 0.6, 0.5)
    #expect(ratio.set.pieces.count == 2)
    #expect(ratio.set.pieces[0].lower == nil)
    #expect(ratio.set.pieces[1].upper == nil)
    #expect(relativeError(ratio.set.pieces[0].upper, expected[0]) < 1e-5)
    #expect(relativeError(ratio.set.pieces[1].lower, expected[1]) < 1e-5)
    #expect(!ratio.set.isBounded)
    #expect(ratio.set.contains(5 / (sign * 0.6)))
    #expect(!ratio.set.contains(0))
  }

  @Test func `two estimates near zero leave every ratio`() throws {
    let ratio = PairRatio(sided(0.1, error: 0.5), sided(0.2, error: 0.5), level: 0.95)
    #expect(ratio.set.interval == Interval(level: 0.95, lower: nil, upper: nil, method: .fieller))
  }

  @Test func `an open interval below leaves the ratio not bounded`() {
    let open = SidedEstimate(2, lower: nil, upper: 3, level: 0.95, degreesOfFreedom: 8)
    let ratio = PairRatio(sided(5, error: 0.5, freedom: 8), open, level: 0.95)
    #expect(!ratio.set.isBounded)
  }
}
