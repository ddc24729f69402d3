import Testing

@testable import ScalingAnalysis

/// o1-mini on AIME 2024 (Zhang and Chen 2024): mean tokens used, share of 30 problems solved.
/// The expected values were computed with numpy and scipy in double precision.
@Suite struct O1MiniTests {
  static let x = [
    363.46666666666664, 420.4, 470.6, 1106.3, 2193.733333333333, 5355.2, 8668.3,
    11103.566666666668, 22034.333333333332, 42867.666666666664, 88448.43333333333, 174662.0,
    349058.0, 697581.0, 1394096.0,
  ]
  static let y = [
    0.2, 0.26666666666666666, 0.2, 0.43333333333333335, 0.36666666666666664, 0.4, 0.6,
    0.5333333333333333, 0.5333333333333333, 0.675, 0.7, 0.6666666666666666, 0.6666666666666666,
    0.65, 0.6666666666666666,
  ]

  func data(_ rows: Range<Int>) -> CurveData {
    CurveData(
      x: Array(Self.x[rows]), y: Array(Self.y[rows]),
      items: Array(repeating: 30, count: rows.count), isAccuracy: true)
  }

  @Test(arguments: [
    (rows: 0..<8, slope: 0.06627, rSquared: 0.8206, tolerance: 1e-4),
    (rows: 0..<11, slope: 0.06064, rSquared: 0.8971, tolerance: 1e-4),
    (rows: 0..<15, slope: 0.04096, rSquared: 0.8145, tolerance: 1e-3),
  ])
  func `a line in log2 x has the published slope`(
    _ expected: (rows: Range<Int>, slope: Double, rSquared: Double, tolerance: Double)
  ) throws {
    let fit = try LogLinearModel().fit(to: data(expected.rows))
    let slope = try #require(fit.coefficient("slopePerDoubling")?.estimate)
    #expect(abs(slope - expected.slope) < expected.tolerance)
    #expect(try abs(#require(fit.statistics.rSquared) - expected.rSquared) < expected.tolerance)
  }

  @Test(arguments: [(0..<8, -0.33919, 0.01265), (0..<11, -0.28402, 0.00685)])
  func `its intercept and the standard error of its slope are the published ones`(
    _ rows: Range<Int>, _ intercept: Double, _ error: Double
  ) throws {
    let fit = try LogLinearModel().fit(to: data(rows))
    #expect(try abs(#require(fit.coefficient("intercept")?.estimate) - intercept) < 1e-4)
    let slope = try #require(fit.coefficient("slopePerDoubling"))
    #expect(try abs(#require(slope.standardError) - error) < 1e-4)
  }

  @Test func `the last four points show no slope`() throws {
    let fit = try LogLinearModel().fit(to: data(11..<15))
    let slope = try #require(fit.coefficient("slopePerDoubling"))
    #expect(try abs(#require(slope.estimate) + 0.0017) < 5e-4)
    #expect(try abs(#require(slope.standardError) - 0.0044) < 5e-4)
    #expect(slope.interval?.lower ?? 0 < 0 && slope.interval?.upper ?? 0 > 0)
  }

  @Test func `on eleven points a line in tokens explains half of the variance`() throws {
    let fit = try LinearModel().fit(to: data(0..<11))
    #expect(try abs(#require(fit.statistics.rSquared) - 0.5487) < 1e-3)
  }

  @Test func `the logistic on all points is the published one`() throws {
    let fit = try LogisticModel().fit(to: data(0..<15))
    #expect(relativeError(fit.coefficient("ceiling")?.estimate, 0.6932) < 0.01)
    #expect(relativeError(fit.coefficient("steepnessPerDoubling")?.estimate, 0.4220) < 0.01)
    let midpoint = try #require(fit.coefficient("midpoint")?.estimate)
    #expect(relativeError(logarithmBase2(midpoint), 10.296) < 0.01)
    #expect(relativeError(fit.statistics.residualSumOfSquares, 0.03874) < 0.01)
  }

  @Test func `the hinge on all points breaks where the grid search found it`() throws {
    let fit = try HingeModel().fit(to: data(0..<15))
    let breakpoint = try #require(fit.coefficient("breakpoint")?.estimate)
    #expect(abs(logarithmBase2(breakpoint) - 15.64) < 0.2)
    #expect(try abs(#require(fit.coefficient("ceiling")?.estimate) - 0.67) < 0.005)
    #expect(try abs(#require(fit.coefficient("slopePerDoubling")?.estimate) - 0.0617) < 1e-3)
    #expect(relativeError(fit.statistics.residualSumOfSquares, 0.03379) < 0.01)
  }

  @Test(arguments: [
    (ModelName.hinge, -79.43, 0.0), (.logistic, -77.39, 2.05), (.logLinear, -69.52, 9.91),
  ])
  func `on all points the hinge leads by the published differences`(
    _ name: ModelName, _ aicc: Double, _ difference: Double
  ) throws {
    let selection = FamilySelection(names: [.logLinear, .logistic, .hinge])
    let ranking = try selection.rank(data(0..<15))
    let entry = try #require(ranking.entries.first { $0.fit.name == name })
    // The published values leave out n·(ln 2π + 1).
    let constant = 15 * (logarithm(2 * Double.pi) + 1)
    #expect(try abs(#require(entry.fit.statistics.aicc) - constant - aicc) < 0.02)
    #expect(try abs(#require(entry.difference) - difference) < 0.02)
  }

  @Test func `with every family the hinge still ranks first and nothing is decided`() throws {
    let ranking = try FamilySelection().rank(data(0..<15))
    #expect(ranking.preferred?.fit.name == .hinge)
    #expect(!ranking.isDecided)
  }

  @Test func `on eleven points the log axis wins by sixteen`() throws {
    let ranking = try FamilySelection(names: [.linear, .logLinear, .saturatingPower])
      .rank(data(0..<11))
    #expect(ranking.preferred?.fit.name == .logLinear)
    let linear = try #require(ranking.entries.first { $0.fit.name == .linear })
    #expect(try abs(#require(linear.difference) - 16) < 0.5)
  }

  @Test func `on eleven points no asymptote is quoted`() throws {
    let fit = try SaturatingPowerModel().fit(to: data(0..<11))
    #expect(fit.has(.asymptoteNotIdentified))
    #expect(fit.coefficient("asymptote")?.estimate == nil)
    #expect(fit.coefficient("asymptote")?.standardError == nil)
    #expect(fit.coefficient("scale")?.estimate == nil)
  }
}
