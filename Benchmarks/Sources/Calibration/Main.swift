// Simulates designs like the real ones and writes how often each interval covers the truth.
// Arguments: the folder to write into, optionally a divisor of all counts for a quick look, and
// optionally the name of the one table to write. "interval-coverage" is a table to plot, which is
// written only when it is named.
import Foundation
import ScalingAnalysis

@main
struct Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    let folder = arguments.count > 1 ? arguments[1] : "."
    let divisor = arguments.count > 2 ? max(Int(arguments[2]) ?? 1, 1) : 1
    if arguments.count > 3, arguments[3] == "interval-coverage" {
      try LevelTable(runs: max(1, 2000 / divisor), seed: seed).csv.write(
        toFile: "\(folder)/interval-coverage.csv", atomically: true, encoding: .utf8)
      return
    }
    for table in tables where arguments.count < 4 || arguments[3] == table.name {
      try table.markdown(divisor).write(
        toFile: "\(folder)/\(table.name).md", atomically: true, encoding: .utf8)
    }
  }

  private static let seed: UInt64 = 20_250_607

  private static let tables: [(name: String, markdown: @Sendable (Int) -> String)] = [
    ("calibration", intervals),
    ("calibration-noise", noises),
    ("calibration-ceilings", { CeilingTable(runs: max(1, 220 / $0), seed: seed).markdown() }),
    ("calibration-tails", { TailTable(runs: max(1, 2000 / $0), seed: seed).markdown() }),
    (
      "calibration-coverage",
      { LawOfCoverageTable(runs: max(1, 300 / $0), seed: seed).markdown() }
    ),
    ("calibration-claims", { ClaimTable(runs: max(1, 100 / $0), seed: seed).markdown() }),
    ("calibration-plans", { PlanTable(runs: max(40, 1000 / $0), seed: seed).markdown() }),
    (
      "calibration-tradeoff",
      { SurfaceTable(runs: Sampling(first: max(1, 1000 / $0)), seed: seed).markdown() }
    ),
    (
      "calibration-votes",
      { VoteSimulation(runs: Sampling(first: max(1, 300 / $0)), seed: seed).markdown }
    ),
  ]

  /// Intervals and bands of curves, of refits, and of two curves compared.
  private static func intervals(divisor: Int) -> String {
    let counts = Simulation.Counts(
      fits: Sampling(first: max(1, 400 / divisor)), rankings: 150 / divisor)
    let series = Sampling(first: max(1, 400 / divisor))
    let others = [
      BootstrapSimulation.table(
        series: Sampling(first: max(1, 160 / divisor)), seed: seed),
      WholeCurveSimulation.table(series: series, seed: seed),
      PairSimulation.table(pairs: series, seed: seed),
      DerivedSimulation.table(runs: series, seed: seed &+ 4000),
    ]
    return CalibrationReport(
      cells: cells(Truth.all, Design.all, counts, seed: seed), tables: others, counts: counts,
      seed: seed
    ).markdown
  }

  /// Counts, outliers and shared questions.
  private static func noises(divisor: Int) -> String {
    let counts = Simulation.Counts(fits: Sampling(first: max(1, 240 / divisor)), rankings: 0)
    let truths = Truth.all.filter { ![.constant, .saturatingExponential].contains($0.family) }
    return NoiseReport(
      cells: cells(truths, Design.counted, counts, seed: seed &+ 5000), counts: counts, seed: seed
    ).markdown
  }

  private static func cells(
    _ truths: [Truth], _ designs: [Design], _ counts: Simulation.Counts, seed: UInt64
  ) -> [CalibrationReport.Cell] {
    let places = truths.flatMap { truth in designs.map { (truth, $0) } }
    let simulations = places.enumerated().map { number, place in
      Simulation(
        truth: place.0, design: place.1, counts: counts, seed: seed &+ UInt64(number))
    }
    let tallies = parallelMap(simulations.count, threads: 2) { simulations[$0].run() }
    return zip(simulations, tallies).map {
      CalibrationReport.Cell(truth: $0.truth, design: $0.design, tally: $1)
    }
  }
}
