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
      "Written by `make calibration` (seed \(seed)): \(runs) simulated benchmarks per row, "
        + "\(runs * LawOfCoverageSimulation.passFactor) for pass@k, whose questions have chances from a beta distribution. 95 % intervals over questions: of "
        + "pass@k (n is the samples of each question), of the coefficients of the beta-binomial, of "
        + "its coverage with ten and with 200 times the samples, and of the exponents of the two laws "
        + "of the curve against those of the exact curve. The last rows add questions that no sample "
        + "solves, which no law here knows of. **Said short** is b of exponentiated-power where the "
        + "report warns of its interval (few questions, hardly any left unsolved); **withheld** is how "
        + "often log-log gets no interval, because too few questions are left unsolved.", "",
      "In bold: outside 93 to 97 % and further from 95 % than twice its Monte Carlo error. In "
        + "brackets: of how many intervals of a hundred the report says that they cover more than "
        + "the level, because few questions are lost, or won. Coverage beyond n may cover more, whose "
        + "interval begins where pass@n does while some question is unsolved. So may log-log, where "
        + "draws without any unsolved question spread its refits. Dashes stand where fewer than 50 "
        + "benchmarks were asked.", "",
      CoverageTable.row([
        "alpha, beta", "hopeless", "questions", "samples", "pass@1", "pass@10", "pass@n", "alpha",
        "beta", "at 10 n", "at 200 n", "b of exponentiated-power", "said short", "b of log-log",
        "withheld",
      ]),
      CoverageTable.row(Array(repeating: "---", count: 15)),
    ]
    for (simulation, tally) in zip(simulations, tallies) {
      lines.append(Self.row(simulation, tally))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(
    _ simulation: LawOfCoverageSimulation, _ tally: LawOfCoverageSimulation.Tally
  ) -> String {
    CoverageTable.row([
      "\(simulation.truth.alpha), \(simulation.truth.beta)",
      simulation.hopeless > 0 ? "\(Int(100 * simulation.hopeless + 0.5)) %" : "–",
      "\(simulation.questions)",
      "\(simulation.samples)", tally.passes[0].text, tally.passes[1].text, tally.passes[2].text,
      CoverageTable.tested(tally.alpha), CoverageTable.tested(tally.beta),
      CoverageTable.tested(tally.tenfold, conservative: 1),
      CoverageTable.tested(tally.farther, conservative: 1),
      CoverageTable.tested(tally.power),
      CoverageTable.percent(tally.shortPower.asked >= 50 ? tally.shortPower : nil),
      CoverageTable.tested(tally.line, conservative: 1),
      CoverageTable.percent(tally.saturated),
    ])
  }
}
