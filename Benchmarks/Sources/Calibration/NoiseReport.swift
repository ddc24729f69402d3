import ScalingAnalysis

/// Counts, outliers and shared questions, by what the fits are told, as a Markdown document.
struct NoiseReport {
  let cells: [CalibrationReport.Cell]
  let counts: Simulation.Counts
  let seed: UInt64

  var markdown: String {
    let lines = [
      "# Do the intervals hold where noise is counts, outliers or shared questions?", "",
      "Written by `make calibration` (seed \(seed)): \(counts.fits), over 3.5 decades; all coefficients of a family together, 95 %. **Interval** counts series whose "
        + "fit comes without a warning, **all** every series. Outside 93 to 97 % by more than two "
        + "Monte Carlo errors in bold where at least 200 series stand behind it. The Monte Carlo error of a coefficient is \(counts.fits.errors) "
        + "points where all are without a warning.",
      "",
      "The same questions at every point: what a fit without the single answers promises holds for "
        + "these questions only, so that it is no promise about the truth, and the fit says so "
        + "(`shared-items`). The band of a new point takes noise to be normal, and under huber and "
        + "bisquare to be that of the middle points: where a tenth of the points are outliers it "
        + "misses some of them, and is not judged. Clusters told as binomial are what "
        + "`over-dispersed` is for: where it does not fire, the scatter does not show it.", "",
      CoverageTable.row([
        "truth", "points", "noise", "told", "interval (all, Wald)", "band (all)", "new point",
        "warned",
      ]),
      CoverageTable.row(Array(repeating: "---", count: 8)),
    ]
    return (lines + cells.map(row)).joined(separator: "\n") + "\n"
  }

  private func row(_ cell: CalibrationReport.Cell) -> String {
    let tally = cell.tally
    let join = { (shares: [String: Share]) in
      shares.values.reduce(into: Share()) { $0.add($1) }
    }
    let percent = { (share: Share) in CoverageTable.percent(share) }
    return CoverageTable.row([
      cell.truth.family.rawValue, "\(cell.design.points)", cell.design.noise.label,
      cell.design.told.label,
      CoverageTable.judged(join(tally.unwarned), each: max(tally.unwarned.count, 1)) + " ("
        + percent(join(tally.profile)) + ", " + percent(join(tally.wald)) + ")",
      CoverageTable.judged(tally.confidenceBand, each: Simulation.bandPoints) + " ("
        + percent(tally.anyConfidenceBand) + ")",
      cell.design.hasOutliers
        ? percent(tally.predictionBand)
        : CoverageTable.judged(tally.predictionBand, each: Simulation.bandPoints),
      percent(tally.warned),
    ])
  }
}
