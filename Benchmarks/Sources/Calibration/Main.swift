// Simulates designs like the real ones and writes how often each interval covers the truth.
// Arguments: the file to write, and optionally a divisor of all counts for a quick look; with the
// number of a table after it, that table alone is printed.
import Foundation
import ScalingAnalysis

@main
struct Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    let path = arguments.count > 1 ? arguments[1] : "calibration.md"
    let divisor = arguments.count > 2 ? max(Int(arguments[2]) ?? 1, 1) : 1
    let seed: UInt64 = 20_250_607
    if arguments.count > 3 {
      // One table alone, by its number.
      let number = Int(arguments[3]) ?? 0
      print(makers[number](seed, divisor).lines.joined(separator: "\n"))
      return
    }
    var counts = Simulation.Counts()
    counts.fits /= divisor
    counts.rankings /= divisor
    let places = Truth.all.flatMap { truth in
      (Design.all + Design.counted).map { (truth, $0) }
    }
    let simulations = places.enumerated().map { number, place in
      Simulation(
        truth: place.0, design: place.1, counts: counts, seed: seed &+ UInt64(number))
    }
    let tallies = parallelMap(simulations.count, threads: 2) { simulations[$0].run() }
    let cells = zip(simulations, tallies).map {
      CalibrationReport.Cell(truth: $0.truth, design: $0.design, tally: $1)
    }
    let report = CalibrationReport(
      cells: cells, tables: makers.map { $0(seed, divisor) }, counts: counts, seed: seed)
    try report.markdown.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// The tables after those of single intervals.
  private static let makers: [@Sendable (UInt64, Int) -> CoverageTable] = [
    { BootstrapSimulation.table(seed: $0, divisor: $1) },
    { WholeCurveSimulation.table(seed: $0, divisor: $1) },
    { PairSimulation.table(seed: $0, divisor: $1) },
  ]
}
