import ScalingAnalysis

/// How often a band holds a whole curve, and how often it holds several new points at once.
enum WholeCurveSimulation {
  private static let places = 60
  private static let newPoints = 12
  private static let families: [ModelName] = [
    .constant, .linear, .logLinear, .powerLaw, .saturatingPower, .saturatingExponential,
    .logistic, .hinge,
  ]

  private struct Shares {
    var pointwise = Share()
    var simultaneous = Share()
    var unwarned = Share()
    var observations = Share()
  }

  static func table(series: Sampling, seed: UInt64) -> CoverageTable {
    let cells = families.flatMap { family in [8, 15, 40].map { (family, $0) } }
    let shares = parallelMap(cells.count, threads: 2) { number in
      coverage(
        Truth(family: cells[number].0),
        Design(points: cells[number].1, decades: 3.5, noise: .gaussian(0.02)),
        series: series, seed: seed &+ 2000 &+ UInt64(number))
    }
    var table = CoverageTable(
      title: "Whole curves",
      explanation: "How often a band holds the true curve at all of \(places) x over the data, "
        + "and \(newPoints) new points together: \(series), sd 0.02 over 3.5 decades. "
        + "**Without warning** counts the fits that come without one.",
      header: [
        "truth", "points", "pointwise band", "simultaneous band", "without warning",
        "\(newPoints) new points",
      ])
    for (cell, share) in zip(cells, shares) {
      table.rows.append([
        cell.0.rawValue, "\(cell.1)", CoverageTable.percent(share.pointwise),
        CoverageTable.percent(share.simultaneous), CoverageTable.judged(share.unwarned),
        CoverageTable.judged(share.observations),
      ])
    }
    return table
  }

  private static func coverage(
    _ truth: Truth, _ design: Design, series: Sampling, seed: UInt64
  ) -> Shares {
    var result = Shares()
    let x = design.grid(places)
    let values = x.map { truth.value(at: $0, design) }
    let fresh = design.grid(newPoints)
    series.run(
      into: &result, isDoubtful: { $0.unwarned.isOutside() || $0.observations.isOutside() }
    ) { number, result in
      var random = RandomSource(seed: seed, stream: UInt64(number))
      let data = design.series(truth, &random)
      guard let fit = try? FamilySelection().model(truth.family, for: data).fit(to: data),
        let pointwise = fit.confidenceBand(at: x),
        let simultaneous = fit.confidenceBand(at: x, coverage: .simultaneous),
        let prediction = fit.predictionBand(at: fresh, coverage: .simultaneous)
      else { return }
      result.pointwise.count(pointwise.holds(values))
      result.simultaneous.count(simultaneous.holds(values))
      if fit.diagnostics.contains(where: \.isWarning) { return }
      result.unwarned.count(simultaneous.holds(values))
      result.observations.count(
        prediction.holds(fresh.map { design.observe(truth.value(at: $0, design), &random) }))
    }
    return result
  }
}

extension Band {
  /// Whether every value lies inside.
  fileprivate func holds(_ values: [Double]) -> Bool {
    values.indices.allSatisfy {
      values[$0] >= lower[$0] - 1e-12 && values[$0] <= upper[$0] + 1e-12
    }
  }
}
