import LeastSquares
import ScalingAnalysis

/// The simulations of one truth under one design.
struct Simulation: Sendable {
  let truth: Truth
  let design: Design
  let counts: Counts
  let seed: UInt64

  /// How many of each kind.
  struct Counts: Sendable {
    let fits: Sampling
    let rankings: Int
  }

  private static let level = 0.95
  static let bandPoints = 12
  private static let ceilings: Set<ModelName> = [
    .saturatingPower, .saturatingExponential, .logistic, .hinge,
  ]

  func run() -> Tally {
    var tally = Tally()
    counts.fits.run(
      into: &tally, isDoubtful: { $0.isDoubtful(judgesNewPoints: !design.hasOutliers) }
    ) { number, tally in
      var random = RandomSource(seed: seed, stream: UInt64(number))
      let data = design.series(truth, &random)
      guard
        let fit = try? FamilySelection().model(truth.family, for: data).fit(
          to: data, noise: design.told.noise)
      else { return }
      tallyFit(fit, &tally, &random)
      if design.told == .gaussian, number < counts.rankings { tallyRanking(data, &tally) }
    }
    return tally
  }

  private func tallyFit(_ fit: Fit, _ tally: inout Tally, _ random: inout RandomSource) {
    let isWarned = fit.diagnostics.contains { $0.isWarning } || design.isSaidToBeShared
    tally.warned.count(isWarned)
    let quantile =
      fit.hasKnownVariance
      ? Distribution.normalQuantile(0.5 + Self.level / 2)
      : Distribution.studentTQuantile(
        0.5 + Self.level / 2,
        degreesOfFreedom: Double(fit.statistics.residualDegreesOfFreedom))
    for (name, value) in truth.coefficients(design) {
      guard let coefficient = fit.coefficient(name), let interval = coefficient.interval else {
        continue
      }
      let covers = interval.covers(value)
      tally.profile[name, default: Share()].count(covers)
      if isWarned { continue }
      tally.unwarned[name, default: Share()].count(covers)
      if let estimate = coefficient.estimate, let error = coefficient.standardError {
        tally.wald[name, default: Share()].count(abs(estimate - value) <= quantile * error)
      }
    }
    let x = design.grid(Self.bandPoints)
    guard let confidence = fit.confidenceBand(at: x), let prediction = fit.predictionBand(at: x)
    else { return }
    for (index, x) in x.enumerated() {
      let value = truth.value(at: x, design)
      let covers = (confidence.lower[index]...confidence.upper[index]).contains(value)
      tally.anyConfidenceBand.count(covers)
      if isWarned { continue }
      tally.confidenceBand.count(covers)
      let fresh = design.observe(value, &random)
      if fresh.isNaN { continue }
      tally.predictionBand.count(
        (prediction.lower[index]...prediction.upper[index]).contains(fresh))
    }
  }

  private func tallyRanking(_ data: CurveData, _ tally: inout Tally) {
    guard let ranking = try? FamilySelection().rank(data) else { return }
    let name = ranking.preferred?.fit.name
    tally.decided.count(ranking.isDecided)
    tally.wrong.count(ranking.isDecided && name != truth.family)
    if truth.family == .logLinear, let name {
      tally.falseCeiling.count(ranking.isDecided && Self.ceilings.contains(name))
    }
  }
}

extension Interval {
  /// Whether a value lies inside; an open end excludes nothing. A value off by rounding is inside.
  func covers(_ value: Double) -> Bool {
    let slack = 1e-12 * abs(value)
    return value >= (lower ?? -.infinity) - slack && value <= (upper ?? .infinity) + slack
  }
}

extension Diagnostic {
  /// Whether it tells the reader not to lean on an interval of this fit.
  var isWarning: Bool { isBlocking || Self.warnings.contains(code) }

  private static let warnings: Set<Code> = [
    .openInterval, .exactFit, .unevenNoise, .overDispersed, .questionsLost, .breakpointJackknife,
    .fewDegreesOfFreedom, .manyOutliers, .robustNoise,
  ]
}
