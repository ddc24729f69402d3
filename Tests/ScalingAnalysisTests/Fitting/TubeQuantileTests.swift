import LeastSquares
import Testing

@testable import ScalingAnalysis

@Suite struct TubeQuantileTests {
  static let data = simulated({ 2 + 0.3 * $0 }, at: [1, 2, 3, 5, 8, 9, 12, 14, 15], sd: 0.5)

  @Test(arguments: [0.8, 0.95, 0.99])
  func `a line on the whole axis needs the band of Working and Hotelling`(
    _ level: Double
  ) throws {
    let fit = try LinearModel().fit(to: Self.data, level: level)
    let scheffe =
      (2 * Distribution.fQuantile(level, numerator: 2, denominator: 7)).squareRoot()
    let quantile = try #require(fit.simultaneousQuantile(over: [-1e9, 1e9]))
    #expect(relativeError(quantile, scheffe) < 1e-6)
  }

  @Test func `a constant needs Student's quantile`() throws {
    let fit = try ConstantModel().fit(to: Self.data)
    let student = Distribution.studentTQuantile(0.975, degreesOfFreedom: 8)
    #expect(relativeError(fit.simultaneousQuantile(over: []), student) < 1e-9)
  }

  /// For a line the chance to leave the band is known: in two dimensions the error has a uniform
  /// direction and a length beyond r with chance (1 + r²/ν)^(−ν/2). It leaves the band at the
  /// nearest end of the arc when its direction is beyond it.
  @Test(arguments: [(1.0, 15.0), (-20.0, 40.0), (4.0, 9.0)])
  func `over a range the level is exact or a little conservative`(
    _ low: Double, _ high: Double
  ) throws {
    let data = CurveData(
      x: [low, high] + (0..<6).map { low + (high - low) * (Double($0) + 0.3) / 6.7 },
      y: [1, 5, 2, 2.5, 3, 3.2, 4, 4.4], isAccuracy: false)
    let fit = try LinearModel().fit(to: data)
    let c = try #require(fit.simultaneousQuantile(over: []))
    let n = Double(data.count)
    let mean = data.x.reduce(0, +) / n
    let spread = (data.x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
    let arc = arcTangent((high - mean) / spread) - arcTangent((low - mean) / spread)
    let beyond = { (r: Double) in raise(1 + r * r / (n - 2), to: -(n - 2) / 2) }
    let steps = 4000
    let rest = (Double.pi - arc) / 2
    let outside = (0..<steps).reduce(0.0) { sum, step in
      sum + beyond(c / cosine(rest * (Double(step) + 0.5) / Double(steps))) * rest / Double(steps)
    }
    let chance = arc / Double.pi * beyond(c) + 2 / Double.pi * outside
    #expect(chance <= 0.05 + 1e-6)
    #expect(chance > 0.046)
  }

  @Test(arguments: [ModelName.logLinear, .powerLaw, .logistic, .saturatingPower, .hinge])
  func `the whole band lies around the pointwise one`(_ name: ModelName) throws {
    let data = simulated(
      { 0.8 / (1 + exponential(-1.2 * logarithm($0 / 60))) },
      at: ratios(from: 4, to: 2000, count: 14), sd: 0.02, seed: 6)
    let fit = try FamilySelection().model(name, for: data).fit(to: data)
    let x = ratios(from: 2, to: 4000, count: 9)
    let narrow = try #require(fit.confidenceBand(at: x, coverage: .pointwise))
    let wide = try #require(fit.confidenceBand(at: x, coverage: .simultaneous))
    #expect(narrow == fit.confidenceBand(at: x))
    for index in x.indices {
      #expect(wide.lower[index] < narrow.lower[index])
      #expect(wide.upper[index] > narrow.upper[index])
    }
  }

  @Test func `new points together are Bonferroni's`() throws {
    let fit = try LinearModel().fit(to: Self.data)
    let one = try #require(fit.predictionBand(at: [4], coverage: .simultaneous))
    #expect(relativeError(one.upper[0], try #require(fit.predictionBand(at: [4])).upper[0]) < 1e-9)
    let ten = try #require(
      fit.predictionBand(at: Array(repeating: 4, count: 10), coverage: .simultaneous))
    let t = { Distribution.studentTQuantile($0, degreesOfFreedom: 7) }
    #expect(
      relativeError(
        (ten.upper[0] - ten.fitted[0]) / (one.upper[0] - one.fitted[0]), t(0.9975) / t(0.975))
        < 1e-6)
  }
}
