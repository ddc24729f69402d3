import Testing

@testable import ScalingAnalysis

@Suite struct BootstrapTests {
  static let data = CurveData(
    x: ratios(from: 100, to: 1e5, count: 12),
    y: [0.21, 0.28, 0.33, 0.42, 0.47, 0.52, 0.58, 0.61, 0.63, 0.66, 0.69, 0.70],
    items: Array(repeating: 200, count: 12), isAccuracy: true)

  @Test(
    arguments: [Bootstrap.Resample.cases, .residuals, .counts],
    [ModelName.logLinear, .saturatingPower, .hinge])
  func `the number of threads changes nothing`(
    _ resample: Bootstrap.Resample, _ name: ModelName
  ) throws {
    let fit = try FamilySelection().model(name, for: Self.data).fit(to: Self.data)
    let results = try [1, 2, 3].map {
      try Bootstrap(replicateCount: 60, resample: resample, seed: 9, threads: $0).run(fit)
    }
    let bands = results.map { $0.band(at: [100, 5000, 1e6]) }
    #expect(results[0].intervals() == results[1].intervals())
    #expect(results[0].intervals() == results[2].intervals())
    #expect(bands[0] == bands[1] && bands[0] == bands[2])
    #expect(results[0].convergedCount == 60)
  }

  @Test func `another seed gives other replicates`() throws {
    let fit = try LogLinearModel().fit(to: Self.data)
    let intervals = try [1, 2].map {
      try Bootstrap(replicateCount: 50, seed: $0).run(fit).intervals()
    }
    #expect(intervals[0] != intervals[1])
  }

  @Test(arguments: [Bootstrap.Resample.cases, .residuals])
  func `percentiles are moved out to Student's quantile`(_ resample: Bootstrap.Resample) throws {
    let fit = try LogLinearModel().fit(to: Self.data)
    let percentiles = try Bootstrap(replicateCount: 1, resample: resample).run(fit).percentiles
    // pnorm(-qt(0.975, 10)) of R.
    #expect(relativeError(percentiles.tail, 0.012_935_63) < 1e-4)
    #expect(percentiles.method == .expandedBootstrap)
  }

  @Test func `resampled counts keep the plain percentiles`() throws {
    let fit = try LogLinearModel().fit(to: Self.data)
    let result = try Bootstrap(replicateCount: 1, resample: .counts).run(fit)
    #expect(abs(result.percentiles.tail - 0.025) < 1e-12)
    #expect(result.percentiles.method == .bootstrap)
  }

  @Test func `too few refits for the percentiles are said to be too few`() throws {
    let short = CurveData(x: [1, 2, 3, 5], y: [1, 2.2, 2.9, 5.3], isAccuracy: false)
    let fit = try LinearModel().fit(to: short)
    let remark = try Bootstrap(replicateCount: 100, resample: .residuals).run(fit).tailRemark
    #expect(remark?.contains("with 2 degrees of freedom") == true)
    let enough = try LogLinearModel().fit(to: Self.data)
    #expect(try Bootstrap(replicateCount: 100).run(enough).tailRemark == nil)
  }

  @Test func `residual intervals of a line come near Student's`() throws {
    let fit = try LogLinearModel().fit(to: Self.data)
    let result = try Bootstrap(replicateCount: 2000, resample: .residuals).run(fit)
    let slope = try #require(fit.coefficient("slopePerDoubling"))
    let found = try #require(result.intervals()["slopePerDoubling"])
    let width = try #require(found.upper) - #require(found.lower)
    let error = try #require(slope.standardError)
    #expect(relativeError(width, 2 * 2.228 * error) < 0.15)
  }

  @Test func `counts need the questions behind every accuracy`() throws {
    let bare = CurveData(x: Self.data.x, y: Self.data.y, isAccuracy: true)
    let fit = try LogLinearModel().fit(to: bare)
    #expect(throws: FitError.self) {
      try Bootstrap(replicateCount: 10, resample: .counts).run(fit)
    }
  }

  @Test func `no replicates give no intervals and no band`() throws {
    let fit = try LogLinearModel().fit(to: Self.data)
    let result = try Bootstrap(replicateCount: 0).run(fit)
    #expect(result.convergedCount == 0)
    #expect(result.intervals().isEmpty)
    #expect(result.band(at: [100]) == nil)
  }

  @Test(arguments: [1, 2, 7, 100, 101, 2000], [0, 0.025, 0.5, 0.731, 0.975, 1])
  func `a quantile by selection is the one by sorting`(_ count: Int, _ probability: Double) {
    var random = RandomSource(seed: 4, stream: UInt64(count))
    let sample = (0..<count).map { _ in (random.normal() * 50).rounded() / 50 }
    let sorted = sample.sorted()
    let position = Double(count - 1) * probability
    let below = sorted[Int(position)]
    let above = sorted[min(Int(position) + 1, count - 1)]
    let expected = below + (position - position.rounded(.down)) * (above - below)
    var copy = sample
    let found = copy.withUnsafeMutableBufferPointer { quantile($0, probability) }
    #expect(abs(found - expected) < 1e-12)
    #expect(copy.sorted() == sorted)
  }

  @Test(arguments: [(20, 0.3), (100, 0.05), (500, 0.97)])
  func `binomial counts have their mean and variance`(_ trials: Int, _ chance: Double) {
    var random = RandomSource(seed: 11, stream: 3)
    let draws = (0..<4_000).map { _ in
      Double(random.binomial(trials: trials, probability: chance))
    }
    let mean = draws.reduce(0, +) / 4_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3_999
    let expected = Double(trials) * chance * (1 - chance)
    #expect(abs(mean - Double(trials) * chance) < 5 * (expected / 4_000).squareRoot())
    #expect(abs(variance / expected - 1) < 0.12)
  }

  @Test func `streams of one seed differ`() {
    var first = RandomSource(seed: 1, stream: 0)
    var second = RandomSource(seed: 1, stream: 1)
    #expect((0..<8).map { _ in first.next() } != (0..<8).map { _ in second.next() })
  }
}
