import LeastSquares
import Testing

@testable import ScalingAnalysis

@Suite struct FitPairTests {
  private static func line(
    _ slope: Double, _ start: Double, count: Int = 10, sd: Double = 0.01, seed: UInt64
  ) -> CurveData {
    simulated(
      { start + slope * logarithmBase2($0 / 1000) }, at: ratios(from: 1000, to: 1e6, count: count),
      sd: sd, seed: seed)
  }

  private func estimate(
    _ kind: PairQuantity.Kind, _ first: CurveData, _ second: CurveData,
    model: any CurveModel = LogLinearModel()
  ) throws -> PairEstimate {
    let pair = FitPair(try model.fit(to: first), try model.fit(to: second))
    return try #require(try pair.estimate(PairQuantity(kind, first: "A", second: "B")))
  }

  /// R 4: `t.test(extra ~ group, data = sleep)` prints df = 17.776 and −3.3654832, 0.2054832.
  @Test func `the difference of two means is Welch's test`() throws {
    let x = (1...10).map(Double.init)
    let groups = [
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
    ].map { CurveData(x: x, y: $0, isAccuracy: false) }
    for kind in [PairQuantity.Kind.difference(at: 3), .difference(at: nil)] {
      let found = try estimate(kind, groups[0], groups[1], model: ConstantModel())
      let interval = try #require(found.set?.interval)
      #expect(abs(try #require(found.estimate) + 1.58) < 1e-9)
      #expect(abs(try #require(interval.lower) + 3.365_483_2) < 1e-6)
      #expect(abs(try #require(interval.upper) - 0.205_483_2) < 1e-6)
      #expect(interval.method == .welch)
    }
  }

  @Test func `a crossing of lines ends where the difference is just told from zero`() throws {
    let (a, b) = (Self.line(0.06, 0.2, seed: 1), Self.line(0.03, 0.35, seed: 2))
    let found = try estimate(.crossing(within: nil), a, b)
    let interval = try #require(found.set?.interval)
    #expect(found.crossingCount == 1)
    for end in [try #require(interval.lower), try #require(interval.upper)] {
      let difference = try #require(try estimate(.difference(at: end), a, b).set?.interval)
      let nearest = min(abs(difference.lower ?? 1), abs(difference.upper ?? 1))
      #expect(nearest < 1e-8)
    }
    #expect(interval.lower ?? 0 < found.estimate ?? 0)
    #expect(found.estimate ?? 0 < interval.upper ?? 0)
  }

  @Test func `curves that never meet have an empty set`() throws {
    let found = try estimate(
      .crossing(within: nil), Self.line(0.05, 0.5, seed: 3), Self.line(0.05, 0.2, seed: 4))
    #expect(found.estimate == nil)
    #expect(found.set?.isEmpty == true)
    #expect(found.firstIsAbove == true)
  }

  @Test func `curves that are one leave the whole range`() throws {
    let found = try estimate(
      .crossing(within: nil), Self.line(0.05, 0.2, sd: 0.05, seed: 5),
      Self.line(0.05, 0.2, sd: 0.05, seed: 6))
    let interval = try #require(found.set?.interval)
    #expect(interval.lower == nil && interval.upper == nil)
  }

  @Test func `a crossing near the end of the range is half open`() throws {
    let found = try estimate(
      .crossing(within: nil), Self.line(0.06, 0.2, sd: 0.03, seed: 7),
      Self.line(0.03, 0.47, sd: 0.03, seed: 8))
    let interval = try #require(found.set?.interval)
    #expect(interval.lower != nil)
    #expect(interval.upper == nil)
  }

  @Test func `the slope ratio of a series with itself is one`() throws {
    let data = Self.line(0.06, 0.2, seed: 9)
    let found = try estimate(.slopeRatio, data, data)
    let interval = try #require(found.set?.interval)
    #expect(abs(try #require(found.estimate) - 1) < 1e-12)
    #expect(relativeError(interval.lower.map { 1 / $0 }, try #require(interval.upper)) < 1e-9)
  }

  @Test func `a family without a slope has no slope ratio`() throws {
    let data = Self.line(0.06, 0.2, seed: 9)
    let fit = try LogisticModel().fit(to: data)
    #expect(
      try FitPair(fit, fit).estimate(PairQuantity(.slopeRatio, first: "A", second: "B")) == nil)
  }

  @Test func `series without a common range are an error`() throws {
    let near = Self.line(0.06, 0.2, seed: 9)
    let far = CurveData(x: near.x.map { $0 * 1e4 }, y: near.y, isAccuracy: false)
    let pair = FitPair(try LogLinearModel().fit(to: near), try LogLinearModel().fit(to: far))
    #expect(throws: FitError.self) {
      try pair.estimate(PairQuantity(.crossing(within: nil), first: "A", second: "B"))
    }
    #expect(
      try pair.estimate(PairQuantity(.difference(at: 1e6), first: "A", second: "B"))?
        .isExtrapolated == true)
  }
}
