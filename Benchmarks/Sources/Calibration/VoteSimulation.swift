import Foundation
import ScalingAnalysis
import ScalingData

/// How often the intervals of `scaling votes` hold the truth.
struct VoteSimulation {
  let runs: Sampling
  let seed: UInt64

  private static let designs = [(100, 16), (100, 40), (500, 40), (200, 100)]

  /// Shares of intervals that hold the truth.
  private struct Cell: Sendable {
    var single = Share()
    var anyOfTwo = Share()
    var any = Share()
    /// Tables in which the interval of pass@8 is held wide and says so.
    var held = Share()
    var majority = Share()
    /// The ceiling, whether it has an interval or bounds.
    var ceiling = Share()
    /// Tables in which the ceiling has bounds.
    var bounds = Share()
    var plateau = Share()
    var tables = 0
    var ceilingSum = 0.0
    var widthSum = 0.0

    /// The coverages, and whether too much of one is on purpose.
    var judged: [(share: Share, isConservative: Bool)] {
      [
        (single, false), (anyOfTwo, false), (any, held.isMost), (majority, false),
        (ceiling, bounds.isMost), (plateau, false),
      ]
    }

    mutating func add(_ other: Cell) {
      single.add(other.single)
      anyOfTwo.add(other.anyOfTwo)
      any.add(other.any)
      held.add(other.held)
      majority.add(other.majority)
      ceiling.add(other.ceiling)
      bounds.add(other.bounds)
      plateau.add(other.plateau)
      tables += other.tables
      ceilingSum += other.ceilingSum
      widthSum += other.widthSum
    }
  }

  var markdown: String {
    var lines = [
      "# Do the intervals of votes hold what they promise?", "",
      "Written by `make calibration` (seed \(seed)): \(runs), each a table with questions "
        + "drawn anew; the Monte Carlo errors are \(runs.errors) points. All intervals are 95 % "
        + "intervals over questions. **One sample**, **pass@k** and **maj@8** "
        + "are means over questions; **held** is the share of tables whose pass@8 is so near 1 that "
        + "too few questions make the difference, and the report says that its interval is held wide. "
        + "**Ceiling** is the share of questions whose most probable answer is right: where open "
        + "questions leave little to assume it has an interval, elsewhere **bounds** that are called "
        + "so, in the share of tables given; **width** is the mean width of either, and behind it "
        + "stand the mean estimate and the truth. **Plateau** is the k, "
        + "between whole k, after which less than 1 point is left to gain; no interval is judged where "
        + "voting gains less than that at any k.", "",
      "In bold: coverage outside 93 to 97 % and further from 95 % than twice its Monte Carlo error. "
        + "Where most tables have held intervals or bounds, only coverage below 93 %: both are "
        + "conservative on purpose. Held intervals allow for a rare question unlike any seen, bounds "
        + "hold whether wrong answers are uneven or alike. Dashes stand where fewer than 50 tables were "
        + "asked.",
      "",
      CoverageTable.row([
        "questions from", "questions", "samples", "one sample", "pass@2", "pass@8", "held", "maj@8",
        "ceiling", "bounds", "width; estimate, truth", "plateau",
      ]),
      CoverageTable.row(Array(repeating: "---", count: 12)),
    ]
    for truth in VoteTruth.all {
      let population = truth.population()
      for (questions, samples) in Self.designs {
        let ks = VoteSchedule.dense.values(upTo: samples)
        let values = VoteTruth.values(population, samples: samples, ks: ks)
        lines.append(
          row(truth, values, questions, samples, cell(truth, values, questions, samples)))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(
    _ truth: VoteTruth, _ values: VoteTruth.Values, _ questions: Int, _ samples: Int, _ cell: Cell
  ) -> String {
    let means = [cell.widthSum, cell.ceilingSum].map { rounded($0 / Double(max(cell.tables, 1))) }
    let judged = cell.judged.map {
      CoverageTable.tested($0.share, isConservative: $0.isConservative)
    }
    let (held, bounds) = (CoverageTable.percent(cell.held), CoverageTable.percent(cell.bounds))
    let sizes = "\(means[0]); \(means[1]), \(rounded(values.ceiling))"
    return CoverageTable.row(
      [truth.name, "\(questions)", "\(samples)"] + judged[...2] + [held] + judged[3...4]
        + [bounds, sizes, judged[5]])
  }

  private func cell(
    _ truth: VoteTruth, _ values: VoteTruth.Values, _ questions: Int, _ samples: Int
  ) -> Cell {
    var result = tables(truth, values, questions, samples, 0..<runs.first)
    let isDoubtful = result.judged.contains {
      $0.share.asked >= 50 && CoverageTable.isOutside($0.share, isConservative: $0.isConservative)
    }
    if isDoubtful {
      result.add(tables(truth, values, questions, samples, runs.first..<runs.most))
    }
    return result
  }

  private func tables(
    _ truth: VoteTruth, _ values: VoteTruth.Values, _ questions: Int, _ samples: Int,
    _ range: Range<Int>
  ) -> Cell {
    let seed = seed
    let results = parallelMap(range.count, threads: 2) { place -> Cell in
      var random = RandomSource(
        seed: seed &+ UInt64(1000 * questions + samples),
        stream: UInt64(range.lowerBound + place))
      var cell = Cell()
      let group = truth.group(questions: questions, samples: samples, &random)
      guard let result = try? VoteAnalysis(group, VoteSettings()) else { return cell }
      cell.tables = 1
      let holds = { (interval: Interval?, value: Double) in interval?.covers(value) ?? false }
      cell.single.count(holds(result.gap.single.interval(level: 0.95), values.single))
      let pass = { (k: Int) in result.passAtK.first { $0.k == k }?.interval }
      let any = pass(8)
      cell.anyOfTwo.count(holds(pass(2), values.anyOfTwo))
      cell.any.count(holds(any, values.any))
      cell.held.count(any?.method == .heldWilson)
      cell.majority.count(holds(result.majority.first { $0.k == 8 }?.interval, values.majority))
      if let ceiling = result.boundedCeiling, let ends = ceiling.ends {
        cell.ceiling.count(ends.covers(values.ceiling))
        cell.bounds.count(!ceiling.isSettled)
        cell.ceilingSum = ceiling.estimate
        cell.widthSum = (ends.upper ?? 1) - (ends.lower ?? 0)
      }
      // Where voting gains less at any k, the plateau begins with the first, which none misses.
      if let plateau = result.plateau, values.plateau > 1 {
        cell.plateau.count(holds(plateau.interval, values.plateau))
      }
      return cell
    }
    return results.reduce(into: Cell()) { $0.add($1) }
  }

  private func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    return "0." + String(String(1000 + thousandths).dropFirst())
  }
}
