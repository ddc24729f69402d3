import ScalingAnalysis

/// What the intervals of `scaling coverage` cover, as a Markdown document.
struct LawOfCoverageTable {
  let runs: Int
  let seed: UInt64

  /// Runs everything on two threads.
  func markdown() -> String {
    let simulations = LawOfCoverageSimulation.all(runs: runs, seed: seed)
    let tallies = parallelMap(simulations.count, threads: 2) { simulations[$0].run() }
    var lines = [
      "# Do intervals of pass@k and of its laws hold what they promise?", "",
      "Written by `make calibration` (seed \(seed)): \(runs) simulated benchmarks per row whose "
        + "questions have chances from a beta distribution. 95 % intervals over questions: of "
        + "pass@k (n is the samples of each question), of the coefficients of the beta-binomial, of "
        + "its coverage with ten times the samples, and of the exponents of the two laws of the curve "
        + "against those of the exact curve; **saturated** is how often that of log-log is withheld. pass@n "
        + "near 1 covers too often rather than too seldom. Outside 93 to 97 % in bold; the "
        + "Monte Carlo error is 1.5 points.", "",
      "| alpha, beta | questions | samples | pass@1 | pass@10 | pass@n | alpha | beta | coverage at 10 n | b of exponentiated-power | b of log-log | saturated |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for (simulation, tally) in zip(simulations, tallies) {
      let shares = [
        tally.passAt1, tally.passAt10, tally.passAtAll, tally.alpha, tally.beta, tally.tenfold,
        tally.power, tally.line,
      ]
      lines.append(
        "| "
          + ([
            "\(simulation.truth.alpha), \(simulation.truth.beta)", "\(simulation.questions)",
            "\(simulation.samples)",
          ] + shares.map { CoverageTable.judged($0) } + [CoverageTable.percent(tally.saturated)])
          .joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
