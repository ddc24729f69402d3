import Testing

@testable import ScalingAnalysis

@Suite struct ModelRankingTests {
  static let x = ratios(from: 100, to: 1e6, count: 30)

  @Test(arguments: [1, 2, 3])
  func `weights add up to one and follow the order`(_ seed: UInt64) throws {
    let data = simulated({ 0.1 + 0.05 * logarithmBase2($0) }, at: Self.x, sd: 0.05, seed: seed)
    let entries = try FamilySelection().rank(data).entries
    let weights = entries.compactMap(\.akaikeWeight)
    #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
    #expect(weights == weights.sorted(by: >))
    #expect(entries.first?.difference == 0)
  }

  @Test func `a clear plateau decides for the hinge`() throws {
    let data = simulated({ 0.05 * min(logarithmBase2($0), 14) }, at: Self.x, sd: 0.001)
    let ranking = try FamilySelection().rank(data)
    #expect(ranking.preferred?.fit.name == .hinge)
    #expect(ranking.isDecided)
  }

  @Test func `one family alone decides nothing`() throws {
    let data = simulated({ 0.05 * logarithmBase2($0) }, at: Self.x, sd: 0.001)
    #expect(try !FamilySelection(names: [.logLinear]).rank(data).isDecided)
  }

  /// On 8 points AICc charges 9 for a third coefficient: the charge is no evidence.
  @Test func `a line on few points is not decided against a curve that fits as well`() throws {
    let x = ratios(from: 100, to: 1e4, count: 8)
    let data = simulated({ 0.1 + 0.05 * logarithmBase2($0) }, at: x, sd: 0.01, seed: 12)
    let ranking = try FamilySelection(names: [.logLinear, .saturatingPower]).rank(data)
    #expect(ranking.preferred?.fit.name == .logLinear)
    #expect(!ranking.isDecided)
  }

  @Test func `families that cannot be fitted are named`() throws {
    let data = CurveData(x: [0, 1, 2, 3, 4], y: [1, 2, 2.5, 4.1, 5], isAccuracy: false)
    let ranking = try FamilySelection(names: [.linear, .logLinear]).rank(data)
    #expect(ranking.skipped.map(\.model) == [.logLinear])
  }

  @Test func `a loss falls and its families follow`() throws {
    let data = simulated({ 1.7 + 3 / $0.squareRoot() * 10 }, at: Self.x, sd: 0.001)
    let ranking = try FamilySelection().rank(data)
    #expect(ranking.preferred?.fit.name == .saturatingPower)
    #expect(
      try abs(#require(ranking.preferred?.fit.coefficient("asymptote")?.estimate) - 1.7) < 0.01)
  }
}
