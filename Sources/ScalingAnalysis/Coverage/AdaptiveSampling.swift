internal import LeastSquares

/// Whether questions with fewer right samples have more samples, as when sampling goes on until
/// something is right.
///
/// The estimate of pass@k takes the number of samples as given. Where the outcome chose it, shares
/// of right samples are biased: a question that stops at its first right sample looks easier than
/// it is.
public struct AdaptiveSampling: Sendable, Equatable {
  /// The fewest and the most samples of a question.
  public let fewestSamples: Int, mostSamples: Int
  /// Spearman's rank correlation between the samples of a question and its share of right ones.
  public let correlation: Double
  /// How likely a correlation as far below zero would be without a relation (Student's t with n−2
  /// degrees of freedom; Kendall and Stuart 1973, section 31.19).
  public let pValue: Double

  /// Whether the sampling looks adaptive.
  public var isLikely: Bool { pValue < 0.01 }

  /// `nil` when all questions have the same number of samples.
  public init?(_ counts: [SampleCount]) {
    let samples = counts.map { Double($0.samples) }
    guard let low = counts.map(\.samples).min(), let high = counts.map(\.samples).max(),
      low < high, counts.count > 3
    else { return nil }
    let shares = counts.map { Double($0.right) / Double(max($0.samples, 1)) }
    fewestSamples = low
    mostSamples = high
    let correlation = Self.correlation(Self.midranks(samples), Self.midranks(shares))
    let freedom = Double(counts.count - 2)
    let statistic =
      correlation * (freedom / max(1 - correlation * correlation, 1e-15)).squareRoot()
    let half = Distribution.studentTTwoSided(statistic, degreesOfFreedom: freedom) / 2
    self.correlation = correlation
    pValue = statistic < 0 ? half : 1 - half
  }

  /// Ranks from 1; equal values share the mean of their ranks.
  private static func midranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = Array(repeating: 0.0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for place in first...last { ranks[order[place]] = Double(first + last) / 2 + 1 }
      first = last + 1
    }
    return ranks
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let middle = Double(a.count + 1) / 2
    let product = zip(a, b).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - middle) }
    let squares =
      a.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
      * b.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    return squares > 0 ? product / squares.squareRoot() : 0
  }
}
