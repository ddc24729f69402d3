import Foundation
import ScalingAnalysis
import ScalingData

/// How often the intervals of `scaling votes` hold the truth.
struct VoteSimulation {
  let runs: Int
  let seed: UInt64

  private static let designs = [(100, 16), (100, 40), (500, 40)]

  /// Shares of intervals that hold the truth.
  private struct Cell: Sendable {
    var single = Share()
    var any = Share()
    var majority = Share()
    var ceiling = Share()
    /// The same where the ceiling is said to be settled.
    var settledCeiling = Share()
    var plateau = Share()
    var ceilingSum = 0.0
  }

  var markdown: String {
    var lines = [
      "# Do the intervals of votes hold what they promise?", "",
      "Written by `make calibration` (seed \(seed)): \(runs) simulated tables per row, 95 % "
        + "intervals over questions drawn anew each time. **One sample**, **pass@8** and **maj@8** "
        + "are means over questions, **ceiling** the share of questions whose most probable answer "
        + "is right, over tables where it is called settled (in brackets over all tables, its mean "
        + "estimate and the truth), **settled** the share of such tables, **plateau** the first k after "
        + "which less than 1 point is left to gain. The Monte Carlo error is 1.5 points.", "",
      "| questions from | questions | samples | one sample | pass@8 | maj@8 | ceiling | settled | plateau |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for truth in VoteTruth.all {
      for (questions, samples) in Self.designs {
        let ks = VoteSchedule.dense.values(upTo: samples)
        let values = truth.values(samples: samples, ks: ks)
        let cell = cell(truth, values, questions, samples)
        let brackets =
          " (\(CoverageTable.percent(cell.ceiling)); \(rounded(cell.ceilingSum / Double(runs))), \(rounded(values.ceiling)))"
        let settled = CoverageTable.percent(
          Share(held: cell.settledCeiling.asked, asked: runs))
        lines.append(
          "| \(truth.name) | \(questions) | \(samples) | \(percent(cell.single)) | "
            + "\(percent(cell.any)) | \(percent(cell.majority)) | \(CoverageTable.judged(cell.settledCeiling))\(brackets) | "
            + "\(settled) | \(percent(cell.plateau)) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cell(
    _ truth: VoteTruth, _ values: VoteTruth.Values, _ questions: Int, _ samples: Int
  ) -> Cell {
    let seed = seed
    let results = parallelMap(runs, threads: 2) { run -> Cell in
      var random = RandomSource(
        seed: seed &+ UInt64(1000 * questions + samples), stream: UInt64(run))
      var cell = Cell()
      let group = truth.group(questions: questions, samples: samples, &random)
      guard let result = try? VoteAnalysis(group, VoteSettings()) else { return cell }
      let holds = { (interval: Interval?, value: Double) in interval?.covers(value) ?? false }
      cell.single.count(holds(result.gap.single.interval(level: 0.95), values.single))
      cell.any.count(holds(result.passAtK.first { $0.k == 8 }?.interval, values.any))
      cell.majority.count(holds(result.majority.first { $0.k == 8 }?.interval, values.majority))
      cell.ceiling.count(holds(result.ceiling?.mean.interval(level: 0.95), values.ceiling))
      if result.isCeilingSettled {
        cell.settledCeiling.count(
          holds(result.ceiling?.mean.interval(level: 0.95), values.ceiling))
      }
      cell.ceilingSum = result.ceiling?.mean.estimate ?? 0
      if let plateau = result.plateau {
        let first = plateau.earliest ?? 1
        let last = plateau.overQuestions ?? samples
        cell.plateau.count(values.plateau >= first && values.plateau <= last)
      }
      return cell
    }
    return results.reduce(into: Cell()) { sum, cell in
      sum.single.add(cell.single)
      sum.any.add(cell.any)
      sum.majority.add(cell.majority)
      sum.ceiling.add(cell.ceiling)
      sum.settledCeiling.add(cell.settledCeiling)
      sum.plateau.add(cell.plateau)
      sum.ceilingSum += cell.ceilingSum
    }
  }

  private func percent(_ share: Share) -> String {
    guard let value = share.value else { return "–" }
    let tenths = Int((value * 1000).rounded())
    let text = "\(tenths / 10).\(tenths % 10)"
    return (0.93...0.97).contains(value) ? text : "**\(text)**"
  }

  private func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    return "0." + String(String(1000 + thousandths).dropFirst())
  }
}
