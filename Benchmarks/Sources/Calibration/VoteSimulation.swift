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
    var any = Share()
    /// pass@8 where the interval is held wide and says so.
    var held = Share()
    var majority = Share()
    /// The ceiling where it has an interval.
    var interval = Share()
    /// The ceiling where it has bounds.
    var bounds = Share()
    var plateau = Share()
    var tables = 0
    var ceilingSum = 0.0
    var widthSum = 0.0

    mutating func add(_ other: Cell) {
      single.add(other.single)
      any.add(other.any)
      held.add(other.held)
      majority.add(other.majority)
      interval.add(other.interval)
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
        + "intervals over questions. **One sample**, **pass@8** and **maj@8** "
        + "are means over questions; **held** is pass@8 where fewer than four questions carry its "
        + "scatter and the report says that the interval is held wide. **Ceiling** is the share of questions whose most probable "
        + "answer is right: where open questions leave little to assume it has an interval, "
        + "elsewhere **bounds** that are called so and hold at least as often as the level; "
        + "**interval given** is the share of tables with one, **width** the mean width of either, "
        + "and behind it stand the mean estimate and the truth. **Plateau** is the k, "
        + "between whole k, after which less than 1 point is left to gain; no interval is judged where "
        + "voting gains less than that at any k.", "",
      "In bold: coverage outside 93 to 97 % and further from 95 % than twice its Monte Carlo error; "
        + "held intervals and bounds only where they cover too seldom. Both are "
        + "conservative on purpose: held intervals allow for a rare question unlike any seen, bounds hold "
        + "whether wrong answers are uneven or alike. Dashes stand where fewer than 50 tables were asked.",
      "",
      CoverageTable.row([
        "questions from", "questions", "samples", "one sample", "pass@8", "pass@8, held", "maj@8",
        "ceiling: interval", "interval given", "ceiling: bounds", "width; estimate, truth",
        "plateau",
      ]),
      CoverageTable.row(Array(repeating: "---", count: 12)),
    ]
    for truth in VoteTruth.all {
      for (questions, samples) in Self.designs {
        let ks = VoteSchedule.dense.values(upTo: samples)
        let values = truth.values(samples: samples, ks: ks)
        lines.append(
          row(truth, values, questions, samples, cell(truth, values, questions, samples)))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(
    _ truth: VoteTruth, _ values: VoteTruth.Values, _ questions: Int, _ samples: Int, _ cell: Cell
  ) -> String {
    let given = Share(held: cell.interval.asked, asked: cell.interval.asked + cell.bounds.asked)
    let means = [cell.widthSum, cell.ceilingSum].map { rounded($0 / Double(max(cell.tables, 1))) }
    return CoverageTable.row([
      truth.name, "\(questions)", "\(samples)", CoverageTable.tested(cell.single),
      CoverageTable.tested(cell.any), CoverageTable.tested(cell.held, isConservative: true),
      CoverageTable.tested(cell.majority),
      CoverageTable.tested(cell.interval), CoverageTable.percent(given),
      CoverageTable.tested(cell.bounds, isConservative: true),
      "\(means[0]); \(means[1]), \(rounded(values.ceiling))",
      CoverageTable.tested(cell.plateau),
    ])
  }

  private func cell(
    _ truth: VoteTruth, _ values: VoteTruth.Values, _ questions: Int, _ samples: Int
  ) -> Cell {
    var result = tables(truth, values, questions, samples, 0..<runs.first)
    let isDoubtful = [
      result.single, result.any, result.majority, result.interval, result.plateau,
    ]
    .contains { $0.asked >= 50 && !CoverageTable.wanted.contains($0.value ?? 0.95) }
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
      let any = result.passAtK.first { $0.k == 8 }?.interval
      let kind = any?.method == .heldWilson ? \Cell.held : \Cell.any
      cell[keyPath: kind].count(holds(any, values.any))
      cell.majority.count(holds(result.majority.first { $0.k == 8 }?.interval, values.majority))
      if let ceiling = result.boundedCeiling, let ends = ceiling.ends {
        let share = ceiling.isSettled ? \Cell.interval : \Cell.bounds
        cell[keyPath: share].count(ends.covers(values.ceiling))
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
