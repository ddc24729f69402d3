/// Coverage of one group of questions: the chance that at least one of k samples is right, mean
/// over questions.
public struct CoverageCurve: Sendable {
  /// One k of the curve.
  public struct Row: Sendable, Equatable {
    /// Samples drawn.
    public let k: Int
    /// The mean over questions with its scatter; absent when no question has k samples.
    public let mean: QuestionMean?
    /// Its interval over questions, which uses that coverage rises with k; absent with one question.
    public internal(set) var interval: Interval?
    /// The standard error when every sample counts as a question of its own, which it is not.
    public let naiveStandardError: Double?
  }

  /// The counts of every question.
  public let counts: [SampleCount]
  /// The rows in order of k; beyond the fewest samples of a question its coverage is undefined,
  /// and the row counts fewer questions.
  public let rows: [Row]

  /// The curve at the given k, with intervals at a confidence level.
  public init(_ counts: [SampleCount], at k: [Int], level: Double = 0.95) {
    self.counts = counts
    var rows = k.map { k in
      let values = counts.compactMap {
        PassAtK.any(samples: $0.samples, right: $0.right, k: k)
      }
      let mean = QuestionMean(values)
      let all = counts.reduce(0) { $0 + $1.samples }
      return Row(
        k: k, mean: mean, interval: mean?.interval(level: level),
        naiveStandardError: mean.map {
          ($0.estimate * (1 - $0.estimate) * Double(k) / Double(max(all, 1))).squareRoot()
        })
    }
    let intervals = MonotoneIntervals.rising(
      rows.map { ($0.k, $0.mean?.questions ?? 0, $0.interval) })
    for (place, interval) in intervals.enumerated() { rows[place].interval = interval }
    self.rows = rows
  }

  /// The fewest samples of any question: the largest k at which all questions count.
  public var fewestSamples: Int { counts.map(\.samples).min() ?? 0 }

  /// The rows that count the same questions and so can be compared: those with as many as the
  /// first row.
  public var sharedRows: [Row] {
    let known = rows.filter { $0.mean != nil }
    return known.filter { $0.mean?.questions == known.first?.mean?.questions }
  }

  /// Whether no question differs from another, so that drawing them again changes nothing.
  public var isAlike: Bool { counts.count > 1 && Set(counts).count == 1 }

  /// The most samples of any question.
  public var mostSamples: Int { counts.map(\.samples).max() ?? 0 }

  /// The k of Brown et al. 2024 (Large Language Monkeys, Fig. 5): the whole numbers below 20
  /// places at equal ratios from 1 to `last`.
  public static func publishedGrid(upTo last: Int) -> [Int] {
    guard last > 1 else { return last == 1 ? [1] : [] }
    let end = logarithm(Double(last))
    var result: [Int] = []
    for place in 0..<20 {
      // Exactly at the last place, where the exponential may end below it by rounding.
      let k = place == 19 ? last : Int(exponential(end * Double(place) / 19) + 1e-9)
      if k != result.last { result.append(k) }
    }
    return result
  }
}
