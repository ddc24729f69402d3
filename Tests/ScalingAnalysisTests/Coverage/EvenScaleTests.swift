import Testing

@testable import ScalingAnalysis

struct EvenScaleTests {
  /// Refits whose logarithms have a standard deviation of 0.1.
  private static let factors = [0.1, -0.1, 0.1, -0.1].map { exponential($0 * 0.75.squareRoot()) }

  @Test("coefficients that keep their sign have an interval of equal ratios", arguments: [2.0, -2])
  func ratios(value: Double) throws {
    let interval = EvenScale.logarithm.interval(
      around: value, Self.factors.map { value * $0 }, reach: 3, level: 0.95)
    let ends = [try #require(interval.lower), try #require(interval.upper)].map(abs).sorted()
    #expect(abs(ends[0] - 2 * exponential(-0.3)) < 1e-12)
    #expect(abs(ends[1] - 2 * exponential(0.3)) < 1e-12)
    #expect(interval.covers(value))
  }

  @Test("coefficients that change sign have one of equal differences")
  func differences() throws {
    let interval = EvenScale.logarithm.interval(
      around: 0.5, [-1, 2, -1, 2], reach: 1, level: 0.95)
    #expect(abs(try #require(interval.lower) - (0.5 - 3.0.squareRoot())) < 1e-12)
  }

  @Test("shares stay inside 0...1, also where a refit reaches the edge")
  func shares() throws {
    let inside = EvenScale.logit.interval(
      around: 0.99, [0.9, 0.999, 0.95, 0.995], reach: 3, level: 0.95)
    #expect(try #require(inside.upper) < 1 && #require(inside.lower) > 0)
    let edge = EvenScale.logit.interval(
      around: 0.99, [0.9, 1, 0.95, 0.995], reach: 3, level: 0.95)
    #expect(edge.upper == 1)
  }
}

extension Interval {
  fileprivate func covers(_ value: Double) -> Bool {
    (lower ?? -.infinity) <= value && value <= (upper ?? .infinity)
  }
}
