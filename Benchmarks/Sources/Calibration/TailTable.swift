import Foundation
import ScalingAnalysis

/// What the level of a plateau covers whose curve has one point before its bend, as a Markdown
/// document.
struct TailTable {
  let runs: Int
  let seed: UInt64

  /// How many points are flat after the one that is not.
  private static let lengths = [3, 4, 5, 6, 10, 15]
  private static let noises = [Design.Noise.gaussian(0.02), .questions(500), .questions(100)]
  private static let level = 0.7
  private static let doublingsPerPoint = 3.0

  private struct Tally: Sendable {
    var said = Share()
    var level = Share()
  }

  /// Runs everything on two threads.
  func markdown() -> String {
    let designs = Self.lengths.flatMap { length in
      Self.noises.map { Design(points: length + 1, decades: decades(length), noise: $0) }
    }
    let tallies = parallelMap(designs.count, threads: 2) {
      run(designs[$0], seed: seed &+ UInt64($0))
    }
    let head = [
      "# Does the level of a plateau hold after a single point?", "",
      "Written by `make calibration` (seed \(seed)): \(runs) simulated curves per row, of which the first "
        + "point lies 40 points below the others, which have one true value and lie three doublings "
        + "apart. Such a curve does not tell where it bends; its level is then the mean of the points "
        + "after the bend. **Said**: how many of a hundred are called a plateau of such a level. "
        + "**Level**: coverage of its 95 % interval among those, in bold where it is outside 93 to 97 % "
        + "and further from 95 % than twice its Monte Carlo error. Dashes stand where fewer than 50 "
        + "curves were asked.", "",
      CoverageTable.row(["points after the bend", "noise", "said", "level"]),
      CoverageTable.row(Array(repeating: "---", count: 4)),
    ]
    let rows = zip(designs, tallies).map { design, tally in
      CoverageTable.row([
        "\(design.points - 1)", design.noise.label, CoverageTable.percent(tally.said),
        CoverageTable.tested(tally.level),
      ])
    }
    return (head + rows).joined(separator: "\n") + "\n"
  }

  private func decades(_ length: Int) -> Double {
    Self.doublingsPerPoint * Double(length) * log10(2)
  }

  private func run(_ design: Design, seed: UInt64) -> Tally {
    var tally = Tally()
    for number in 0..<runs {
      var random = RandomSource(seed: seed, stream: UInt64(number))
      let data = design.series({ $0 == 0 ? Self.level - 0.4 : Self.level }, &random)
      let settings = CeilingSettings(
        margin: 0.01, simulations: 399, seed: seed &+ UInt64(number))
      guard let analysis = try? CeilingAnalysis(data, settings: settings) else { continue }
      let isSaid = analysis.verdict == .plateau && analysis.isLevelOfTail
      tally.said.count(isSaid)
      if isSaid, let interval = analysis.level?.interval {
        tally.level.count(interval.covers(Self.level))
      }
    }
    return tally
  }
}
