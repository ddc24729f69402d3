import LeastSquares
import Testing

@testable import ScalingAnalysis

/// Chances from simulated true scores.
struct FrontierSimulationTests {
  private static func settings(_ draws: Int, targets: [Double] = []) -> FrontierSettings {
    var settings = FrontierSettings()
    settings.draws = draws
    settings.targets = targets
    return settings
  }

  @Test("the chance of the dearer of two is that of a normal difference")
  func normalDifference() {
    let simulation = FrontierSimulation(
      costs: [1, 2], scores: [0.5, 0.53],
      spreads: [.normal(standardError: 0.03), .normal(standardError: 0.04)], candidates: [1],
      settings: Self.settings(20_000, targets: [0.55]))
    let better = Distribution.normalProbability(0.03 / 0.05)
    #expect(simulation.onFrontier[0] == 20_000)
    #expect(
      abs(Double(simulation.onFrontier[1]) / 20_000 - better) < 4 * 0.5 / 20_000.0.squareRoot())
    let reaches = Distribution.normalProbability(-0.02 / 0.04)
    #expect(abs(Double(simulation.reached[0]) / 20_000 - reaches) < 0.015)
  }

  @Test("draws of a proportion have the mean and the variance of Jeffreys' posterior")
  func jeffreys() {
    var random = RandomSource(seed: 3, stream: 0)
    let values = (0..<20_000).map { _ in
      ScoreSpread.binomial(items: 30).draw(around: 0.1, &random)
    }
    let mean = values.reduce(0, +) / 20_000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    let (a, b) = (3.5, 27.5)
    let expected = a * b / ((a + b) * (a + b) * (a + b + 1))
    #expect(abs(mean - a / (a + b)) < 4 * (expected / 20_000).squareRoot())
    #expect(abs(variance / expected - 1) < 0.06)
  }

  @Test("shapes below 1 have their mean too")
  func smallShape() {
    var random = RandomSource(seed: 4, stream: 0)
    let mean = (0..<20_000).reduce(0) { sum, _ in sum + random.gamma(shape: 0.5) } / 20_000
    #expect(abs(mean - 0.5) < 4 * (0.5 / 20_000).squareRoot())
  }

  @Test("the result does not depend on the threads")
  func threads() {
    let results = [1, 3].map { threads in
      var settings = Self.settings(230, targets: [0.5])
      settings.threads = threads
      let simulation = FrontierSimulation(
        costs: [1, 2, 3], scores: [0.4, 0.5, 0.6],
        spreads: [.binomial(items: 20), .binomial(items: 20), .none], candidates: [1],
        settings: settings)
      return simulation.onFrontier.map(Double.init) + simulation.costs[0]
    }
    #expect(results[0] == results[1])
    #expect(results[0].count == 3 + 230)
  }

  @Test("chances are kept: of records given 20 to 80 %, as many are on the true frontier")
  func calibration() {
    var random = RandomSource(seed: 9, stream: 0)
    var promised = 0.0
    var kept = 0.0
    var count = 0.0
    for _ in 0..<400 {
      let costs = (1...6).map(Double.init)
      let truth = costs.map { _ in 0.3 + 0.4 * random.unit() }
      let scores = truth.map { Double(random.binomial(trials: 60, probability: $0)) / 60 }
      let simulation = FrontierSimulation(
        costs: costs, scores: scores, spreads: scores.map { _ in .binomial(items: 60) },
        candidates: [], settings: Self.settings(100))
      let members = Frontier(costs: costs, scores: truth).members
      for index in costs.indices {
        let chance = Double(simulation.onFrontier[index]) / 100
        guard (0.2...0.8).contains(chance) else { continue }
        promised += chance
        kept += members.contains(index) ? 1 : 0
        count += 1
      }
    }
    #expect(count > 500)
    #expect(abs(promised - kept) / count < 4 * 0.5 / count.squareRoot())
  }
}
