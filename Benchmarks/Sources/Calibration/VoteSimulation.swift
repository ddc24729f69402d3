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
    var single = CautiousShare()
    var anyOfTwo = CautiousShare()
    var any = CautiousShare()
    var majority = CautiousShare()
    var ceiling = CautiousShare()
    var plateau = CautiousShare()
    var tables = 0
    var ceilingSum = 0.0
    var widthSum = 0.0

    var isDoubtful: Bool {
      [single, anyOfTwo, any, majority, ceiling, plateau].contains { $0.isDoubtful }
    }

    mutating func add(_ other: Cell) {
      single.add(other.single)
      anyOfTwo.add(other.anyOfTwo)
      any.add(other.any)
      majority.add(other.majority)
      ceiling.add(other.ceiling)
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
        + "are means over questions. **Ceiling** is the share of questions whose most probable "
        + "answer is right; **width** is the mean width of its interval or bounds, and behind it "
        + "stand the mean estimate and the truth. **Plateau** is the k, "
        + "between whole k, after which less than 1 point is left to gain; no interval is judged where "
        + "voting gains less than that at any k.", "",
      "In brackets: in how many of a hundred tables the report says that it covers more than the level, "
        + "on purpose. Intervals are **held** wide where too few questions are lost, or won, to tell of "
        + "a rare one unlike any seen; **bounds** stand for the ceiling where open questions leave much to "
        + "assume, and hold whether wrong answers are uneven or alike.", "",
      "In bold: coverage further from 95 % than twice its Monte Carlo error and below 93 %, or above "
        + "97 % by more tables than say so (each of these might have missed otherwise). Dashes stand "
        + "where fewer than 50 tables were asked.",
      "",
      CoverageTable.row([
        "questions from", "questions", "samples", "one sample", "pass@2", "pass@8", "maj@8",
        "ceiling", "width; estimate, truth", "plateau",
      ]),
      CoverageTable.row(Array(repeating: "---", count: 10)),
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
    return CoverageTable.row([
      truth.name, "\(questions)", "\(samples)", cell.single.text, cell.anyOfTwo.text,
      cell.any.text, cell.majority.text, cell.ceiling.text,
      "\(means[0]); \(means[1]), \(rounded(values.ceiling))", cell.plateau.text,
    ])
  }

  private func cell(
    _ truth: VoteTruth, _ values: VoteTruth.Values, _ questions: Int, _ samples: Int
  ) -> Cell {
    var result = tables(truth, values, questions, samples, 0..<runs.first)
    if result.isDoubtful {
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
      let pass = { (k: Int) in result.passAtK.first { $0.k == k }?.interval }
      cell.single.count(result.gap.single.interval(level: 0.95), values.single)
      cell.anyOfTwo.count(pass(2), values.anyOfTwo)
      cell.any.count(pass(8), values.any)
      cell.majority.count(result.majority.first { $0.k == 8 }?.interval, values.majority)
      if let ceiling = result.boundedCeiling, let ends = ceiling.ends {
        cell.ceiling.count(ends, values.ceiling, isCautious: !ceiling.isSettled)
        cell.ceilingSum = ceiling.estimate
        cell.widthSum = (ends.upper ?? 1) - (ends.lower ?? 0)
      }
      // Where voting gains less at any k, the plateau begins with the first, which none misses.
      if let plateau = result.plateau, values.plateau > 1 {
        cell.plateau.count(plateau.interval, values.plateau)
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
