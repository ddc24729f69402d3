import ScalingAnalysis

/// The tallies as a Markdown document.
struct CalibrationReport {
  struct Cell {
    let truth: Truth
    let design: Design
    let tally: Tally
  }

  let cells: [Cell]
  let tables: [CoverageTable]
  let counts: Simulation.Counts
  let seed: UInt64

  var markdown: String {
    var lines = [
      "# Do the intervals hold what they promise?", "",
      "Written by `make calibration` (seed \(seed)): \(counts.fits), of which \(counts.rankings) "
        + "were ranked against all families. Every interval and band is for 95 %; the Monte Carlo "
        + "error of one coverage is \(counts.fits.errors) points.",
      "",
      "**Intervals** counts series whose fit comes without a warning (open interval, asymptote not "
        + "identified, at a bound, break at the edge, too few points, uneven noise); **all** counts every series, an "
        + "open end covering. Values outside 93 to 97 % by more than two Monte Carlo errors are in "
        + "bold where at least 200 series stand behind them. **Band** and **new point** are the confidence and the prediction band at "
        + "12 x inside the data. **Wald** is estimate ± t · standard error of the same "
        + "fits. **Decided** is how often one family is named, **wrong** how often that family is "
        + "not the true one.", "",
    ]
    for truth in Truth.all { lines += section(truth) }
    for table in tables { lines += table.lines }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ truth: Truth) -> [String] {
    let cells = cells.filter { $0.truth.family == truth.family }
    guard let first = cells.first else { return [] }
    let names = truth.coefficients(first.design).keys.sorted()
    var header = ["points", "decades", "noise"]
    header += names.map { "\($0): interval (all, Wald)" }
    header += ["band (all)", "new point", "warned", "decided", "wrong"]
    if truth.family == .logLinear { header.append("false ceiling") }
    var lines = ["## Truth: \(truth.family.rawValue)", "", row(header)]
    lines.append(row(header.map { _ in "---" }))
    for cell in cells {
      let tally = cell.tally
      var columns = ["\(cell.design.points)", "\(cell.design.decades)", cell.design.noise.label]
      columns += names.map { name in
        judged(tally.unwarned[name]) + " (" + percent(tally.profile[name]) + ", "
          + percent(tally.wald[name]) + ")"
      }
      columns += [
        judged(tally.confidenceBand, each: Simulation.bandPoints) + " ("
          + percent(tally.anyConfidenceBand) + ")",
        judged(tally.predictionBand, each: Simulation.bandPoints), percent(tally.warned),
        percent(tally.decided),
        percent(tally.wrong),
      ]
      if truth.family == .logLinear { columns.append(percent(tally.falseCeiling)) }
      lines.append(row(columns))
    }
    return lines + [""]
  }

  private func row(_ columns: [String]) -> String { CoverageTable.row(columns) }

  private func percent(_ share: Share?) -> String { CoverageTable.percent(share) }

  private func judged(_ share: Share?, each: Int = 1) -> String {
    CoverageTable.judged(share, each: each)
  }
}
