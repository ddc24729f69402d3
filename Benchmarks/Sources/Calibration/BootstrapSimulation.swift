import ScalingAnalysis

/// How often intervals from bootstrap refits cover the true coefficients.
enum BootstrapSimulation {
  private static let replicates = 1000
  private static let families: [ModelName] = [
    .constant, .linear, .logLinear, .powerLaw, .saturatingPower, .logistic, .hinge,
  ]

  static func table(series: Sampling, seed: UInt64) -> CoverageTable {
    let places = families.flatMap { family in [8, 15, 24, 40].map { (family, $0) } }
    let shares = parallelMap(places.count, threads: 2) { number in
      coverage(
        Truth(family: places[number].0),
        Design(points: places[number].1, decades: 3.5, noise: .gaussian(0.02)),
        series: series, seed: seed &+ 1000 &+ UInt64(number))
    }
    var table = CoverageTable(
      title: "Bootstrap intervals",
      explanation: "All coefficients, \(replicates) refits of each series; \(series), sd "
        + "0.02 over 3.5 decades; expanded percentiles. Resampled cases are too wide for curves with "
        + "an asymptote at 8 points, which each report of them says.",
      header: ["truth", "points", "case", "residual"])
    for (place, share) in zip(places, shares) {
      table.rows.append(
        [place.0.rawValue, "\(place.1)"]
          + [Bootstrap.Resample.cases, .residuals].map { resample in
            let coverage = share[resample.rawValue]
            return resample == .cases && place.1 < Bootstrap.fewCases
              ? CoverageTable.percent(coverage) : CoverageTable.judged(coverage)
          })
    }
    return table
  }

  private static func coverage(
    _ truth: Truth, _ design: Design, series: Sampling, seed: UInt64
  ) -> [String: Share] {
    var result: [String: Share] = [:]
    series.run(into: &result, isDoubtful: { $0.values.contains { $0.isOutside() } }) {
      number, result in
      var random = RandomSource(seed: seed, stream: UInt64(number))
      let data = design.series(truth, &random)
      guard let fit = try? FamilySelection().model(truth.family, for: data).fit(to: data) else {
        return
      }
      for resample in [Bootstrap.Resample.cases, .residuals] {
        let bootstrap = Bootstrap(
          replicateCount: replicates, resample: resample, seed: UInt64(number))
        guard let intervals = try? bootstrap.run(fit).intervals() else { continue }
        for (name, value) in truth.coefficients(design) {
          guard let interval = intervals[name] else { continue }
          result[resample.rawValue, default: Share()].count(interval.covers(value))
        }
      }
    }
    return result
  }
}
