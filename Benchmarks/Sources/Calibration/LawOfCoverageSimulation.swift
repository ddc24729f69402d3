import Foundation
import ScalingAnalysis

/// What the intervals of `scaling coverage` cover when the chances of questions follow a beta
/// distribution.
struct LawOfCoverageSimulation: Sendable {
  let questions: Int
  let samples: Int
  let truth: BetaBinomial
  /// The share of questions that are never solved, whatever the others are like.
  var hopeless = 0.0
  let runs: Int
  let seed: UInt64

  /// Places and chances at which coverage of the truth is compared.
  static func all(runs: Int, seed: UInt64) -> [LawOfCoverageSimulation] {
    var result: [LawOfCoverageSimulation] = []
    for (alpha, beta) in [(0.2, 10.0), (0.5, 2.0), (1.5, 3.0)] {
      for questions in [30, 128, 500] {
        for samples in questions < 500 ? [40, 1000] : [40] {
          result.append(
            LawOfCoverageSimulation(
              questions: questions, samples: samples,
              truth: BetaBinomial(alpha: alpha, beta: beta), runs: runs,
              seed: seed &+ UInt64(result.count)))
        }
      }
    }
    for (questions, samples, hopeless) in [
      (128, 40, 0.02), (128, 40, 0.05), (500, 40, 0.05), (128, 1000, 0.05),
    ] {
      result.append(
        LawOfCoverageSimulation(
          questions: questions, samples: samples, truth: BetaBinomial(alpha: 0.5, beta: 2),
          hopeless: hopeless, runs: runs, seed: seed &+ UInt64(result.count)))
    }
    return result
  }

  struct Tally: Sendable {
    /// Of pass@1, pass@10 and pass@n.
    var passes = Array(repeating: CautiousShare(), count: 3)
    var alpha = Share()
    var beta = Share()
    /// Coverage at ten and at two hundred times the samples.
    var tenfold = Share()
    var farther = Share()
    var power = Share()
    var line = Share()
    /// The same where the report says that the interval runs short.
    var shortPower = Share()
    /// How often log-log is said to have no interval.
    var saturated = Share()
  }

  /// How many times as many benchmarks are drawn for pass@k, which has no refits.
  static let passFactor = 10
  /// How many times the samples of a question coverage is asked for.
  private static let multiples = [10, 200]

  private func coverage(_ k: Double) -> Double { (1 - hopeless) * truth.coverage(k) }

  func run() -> Tally {
    var tally = Tally()
    let grid = CoverageCurve.publishedGrid(upTo: samples)
    let exact = CoverageAnalysis.populationCoefficients(truth, grid: grid)
    for number in 0..<runs {
      let settings = CoverageSettings(
        k: [1, 10, samples], predictionsAt: Self.multiples.map { Double($0 * samples) },
        replicates: 200,
        seed: seed &+ UInt64(number))
      tallyLaws(CoverageAnalysis(counts(number), settings: settings), exact, &tally)
    }
    for number in 0..<runs * Self.passFactor {
      let curve = CoverageCurve(counts(number), at: [1, 10, samples])
      for (place, row) in curve.rows.enumerated() where row.interval != nil {
        tally.passes[place].count(row.interval, coverage(Double(row.k)))
      }
    }
    return tally
  }

  /// How often each question of one benchmark was solved.
  private func counts(_ number: Int) -> [SampleCount] {
    var random = RandomSource(seed: seed, stream: UInt64(number))
    return (0..<questions).map { _ in
      let chance = hopeless > 0 && random.unit() < hopeless ? 0 : random.beta(truth)
      return SampleCount(
        samples: samples, right: random.binomial(trials: samples, probability: chance))
    }
  }

  private func tallyLaws(
    _ analysis: CoverageAnalysis, _ exact: [CoverageLaw: [Double]], _ tally: inout Tally
  ) {
    let fit = { (law: CoverageLaw) in analysis.fits.first { $0.law == law } }
    if let beta = fit(.betaBinomial) {
      if hopeless == 0, let interval = beta.coefficients[0].interval {
        tally.alpha.count(interval.covers(truth.alpha))
      }
      if hopeless == 0, let interval = beta.coefficients[1].interval {
        tally.beta.count(interval.covers(truth.beta))
      }
      for (prediction, keyPath) in zip(beta.predictions, [\Tally.tenfold, \Tally.farther]) {
        guard let interval = prediction.interval else { continue }
        tally[keyPath: keyPath].count(interval.covers(coverage(prediction.k)))
      }
    }
    guard hopeless == 0 else { return }
    if let power = fit(.exponentiatedPower), let interval = power.coefficients[1].interval,
      let value = exact[.exponentiatedPower]
    {
      let share = power.shortCoverage != nil ? \Tally.shortPower : \Tally.power
      tally[keyPath: share].count(interval.covers(value[1]))
    }
    if let line = fit(.logLog) { tally.saturated.count(line.isSaturated) }
    if let line = fit(.logLog), let interval = line.coefficients[1].interval,
      let value = exact[.logLog]
    {
      tally.line.count(interval.covers(value[1]))
    }
  }
}

extension RandomSource {
  /// A chance from a beta distribution, as a ratio of gamma variables (Marsaglia and Tsang 2000).
  mutating func beta(_ truth: BetaBinomial) -> Double {
    let a = gamma(truth.alpha)
    let b = gamma(truth.beta)
    return a + b > 0 ? a / (a + b) : 0
  }

  private mutating func gamma(_ shape: Double) -> Double {
    guard shape >= 1 else { return gamma(shape + 1) * pow(unit(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      guard v > 0 else { continue }
      if log(unit()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }
}
