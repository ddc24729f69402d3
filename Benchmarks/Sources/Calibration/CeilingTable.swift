import ScalingAnalysis

/// The error rates of `scaling ceiling` as a Markdown document.
struct CeilingTable {
  let runs: Int
  let seed: UInt64

  private var simulations: [CeilingSimulation] {
    Truth.all.flatMap { truth in Design.ceilings.map { (truth, $0) } }.enumerated().map {
      CeilingSimulation(
        truth: $1.0, design: $1.1, runs: runs, seed: seed &+ UInt64($0))
    }
  }

  /// Runs everything on two threads.
  func markdown() -> String {
    let simulations = simulations
    let tallies = parallelMap(simulations.count, threads: 2) { simulations[$0].run() }
    var lines = [
      "# How often a plateau is said, and how often rightly", "",
      "Written by `make calibration` (seed \(seed)): \(runs) simulated curves per row, margin of one "
        + "point per doubling, tests at 5 %; the Monte Carlo error "
        + "is 1.5 points. **End gain** is what the true curve gains over its last "
        + "doubling: above one point there is no plateau in range, and \"plateau\" is wrong; shares "
        + "above 5 % are then in bold. \"No plateau in range\" is wrong for the hinge, whose last "
        + "40 % are flat. **Onset** and **level**: coverage of their 95 % intervals over all "
        + "curves, and over those called a plateau.", "",
      "| truth | points | decades | noise | end gain, points | plateau | no plateau in range | onset (said) | level (said) |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for (simulation, tally) in zip(simulations, tallies) {
      let gain = simulation.endGain
      let isWrong = gain > 0.01
      let isDenialWrong = simulation.truth.family == .hinge
      lines.append(
        "| "
          + [
            simulation.truth.family.rawValue, "\(simulation.design.points)",
            "\(simulation.design.decades)", simulation.design.noise.label,
            "\((1000 * gain).rounded() / 10)", judged(tally.plateau, isWrong),
            judged(tally.noPlateau, isDenialWrong),
            isDenialWrong
              ? "\(CoverageTable.percent(tally.onset)) (\(CoverageTable.percent(tally.onsetSaid)))"
              : "",
            isDenialWrong
              ? "\(CoverageTable.percent(tally.level)) (\(CoverageTable.percent(tally.levelSaid)))"
              : "",
          ].joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func judged(_ share: Share, _ isWrong: Bool) -> String {
    isWrong && (share.value ?? 0) > 0.05
      ? "**\(CoverageTable.percent(share))**" : CoverageTable.percent(share)
  }
}
