internal import LeastSquares

/// The difference of two curves over the same questions, and where it changes sign.
public struct PairedCurves: Sendable, Equatable {
  /// What the differences of one stretch of k say together.
  public enum Verdict: String, Sendable, Codable { case firstBetter, undecided, secondBetter }

  /// The difference at one k.
  public struct Row: Sendable, Equatable {
    /// The k.
    public let k: Int
    /// First less second.
    public let difference: PairedMean
    /// The interval that holds at this k.
    public let interval: Interval
    /// The interval that holds at every k at once.
    public let simultaneous: Interval
    /// What the simultaneous interval says.
    public let verdict: Verdict
  }

  /// Consecutive k with one verdict.
  public struct Stretch: Sendable, Equatable {
    /// The first and the last k.
    public let from: Int, to: Int
    /// What holds between them.
    public let verdict: Verdict
  }

  /// The names of the curves.
  public let first: String, second: String
  /// Questions that both have.
  public let questions: Int
  /// The differences.
  public let rows: [Row]

  /// Differences per k and question.
  ///
  /// The band is simultaneous by the largest of the studentised deviations over all k, over
  /// resamples of questions with replacement: the curves of a resample move together. The
  /// crossings of the true curves lie in the undecided stretches with the given confidence.
  init?(
    first: String, second: String, ks: [Int], differences: [[Double]], settings: VoteSettings
  ) {
    let means = differences.map { PairedMean($0) }
    guard let count = differences.first?.count, count > 1 else { return nil }
    self.first = first
    self.second = second
    questions = count
    let width = Self.criticalValue(differences, settings)
    let limit = max(
      width,
      Distribution.studentTQuantile(
        0.5 + settings.level / 2, degreesOfFreedom: Double(count - 1)))
    rows = zip(ks, means).compactMap { k, mean in
      mean.map { Row(k: k, difference: $0, level: settings.level, width: limit) }
    }
  }

  /// The stretches of k with one verdict, in order.
  public var stretches: [Stretch] {
    var result: [Stretch] = []
    for row in rows {
      if let last = result.last, last.verdict == row.verdict {
        result[result.count - 1] = Stretch(from: last.from, to: row.k, verdict: row.verdict)
      } else {
        result.append(Stretch(from: row.k, to: row.k, verdict: row.verdict))
      }
    }
    return result
  }

  /// The quantile of the largest studentised deviation over k.
  private static func criticalValue(_ differences: [[Double]], _ settings: VoteSettings) -> Double {
    let count = differences[0].count
    let scaled: [[Double]] = differences.compactMap { values in
      let mean = values.reduce(0, +) / Double(count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      guard squares > 1e-18 else { return nil }
      let error = (squares / Double(count - 1) / Double(count)).squareRoot()
      return values.map { ($0 - mean) / error / Double(count) }
    }
    guard !scaled.isEmpty else { return 0 }
    var largest = parallelMap(2000, threads: settings.threads) { replicate in
      var random = RandomSource(seed: settings.seed &+ 0xC0FFEE, stream: UInt64(replicate))
      var weights = Array(repeating: 0.0, count: count)
      for _ in 0..<count { weights[random.index(below: count)] += 1 }
      return scaled.reduce(0.0) { most, values in
        var sum = 0.0
        for index in 0..<count { sum += weights[index] * values[index] }
        return max(most, abs(sum))
      }
    }
    return quantile(&largest, settings.level)
  }
}

extension PairedCurves.Row {
  fileprivate init(k: Int, difference: PairedMean, level: Double, width: Double) {
    self.k = k
    self.difference = difference
    interval = difference.interval(level: level)
    let half = width * difference.standardError
    let lower = difference.estimate - half
    let upper = difference.estimate + half
    simultaneous = Interval(
      level: level, lower: max(-1, lower), upper: min(1, upper), method: .bootstrap)
    verdict = lower > 0 ? .firstBetter : upper < 0 ? .secondBetter : .undecided
  }
}
