internal import LeastSquares

/// The mean of a difference of two shares over the same questions.
public struct PairedMean: Sendable, Equatable {
  /// The mean difference.
  public let estimate: Double
  /// Its standard error over questions.
  public let standardError: Double
  /// Pairs.
  public let questions: Int
  /// The standard error by the scatter of the values alone.
  private let scatter: Double
  /// The third standardised moment of the values as far as it is trusted; 0 where it plays no part.
  private let skewness: Double

  /// The mean of differences in −1...1; `nil` of fewer than two.
  ///
  /// Most questions often do not differ at all, and then the scatter of a few says too little.
  /// As Agresti and Min (2005, Stat. Med. 24, 729) do for paired proportions, the variance is
  /// that of the values with two questions more, which differ by half a point each way.
  public init?(_ values: [Double]) {
    guard values.count > 1 else { return nil }
    let count = Double(values.count)
    let sum = values.reduce(0, +)
    let squares = values.reduce(0) { $0 + $1 * $1 }
    estimate = sum / count
    questions = values.count
    let mean = sum / (count + 2)
    let variance = (squares + 1) / (count + 2) - mean * mean
    standardError = (max(variance, 0) / count).squareRoot()
    scatter = standardError
    skewness = 0
  }

  /// The mean of what is left to gain along a curve, of which most questions have a small part.
  ///
  /// Two questions more would drown it. Where more than about four questions carry it,
  /// (Σ|d|)²/Σd² of them (Kish 1965), their scatter speaks for itself; with fewer the error moves
  /// to that of `init(_:)`. A few questions with much to gain are easily missed, so the upper end
  /// moves half of the way to Hall's where that is further out: without it plateaus of equally
  /// hard questions covered 92 %, with all of the way up to 98 %.
  init?(gains: [Double]) {
    guard let held = PairedMean(gains) else { return nil }
    let count = Double(gains.count)
    let mean = held.estimate
    let (sum, squares) = gains.reduce((0.0, 0.0)) { ($0.0 + abs($1), $0.1 + $1 * $1) }
    // What rounding alone leaves is no gain.
    let carriers = squares > 1e-20 * count ? sum * sum / squares : 0
    let trust = QuestionMean.trust(carriers: carriers)
    let spread = max(squares - count * mean * mean, 0)
    let variance = held.standardError * held.standardError
    scatter = (spread / (count - 1) / count).squareRoot()
    estimate = mean
    standardError = (trust * scatter * scatter + (1 - trust) * variance).squareRoot()
    questions = held.questions
    let cubes = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) }
    let deviation = (spread / count).squareRoot()
    skewness = spread > 1e-15 ? trust * cubes / count / (deviation * deviation * deviation) : 0
  }

  /// A mean whose standard error comes from elsewhere.
  init(estimate: Double, standardError: Double, questions: Int) {
    self.estimate = estimate
    self.standardError = standardError
    self.questions = questions
    scatter = standardError
    skewness = 0
  }

  /// The interval of the difference.
  public func interval(level: Double) -> Interval {
    let t = studentT(level)
    return Interval(
      level: level, lower: max(-1, estimate - t * standardError),
      upper: min(1, estimate + farthest(t) * standardError), method: .student)
  }

  /// The upper end by the scatter of these questions alone, however few carry it.
  func scatteredUpper(level: Double) -> Double { estimate + farthest(studentT(level)) * scatter }

  private func studentT(_ level: Double) -> Double {
    Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: Double(questions - 1))
  }

  /// How many errors the upper end is away.
  private func farthest(_ t: Double) -> Double {
    let skewed = -SkewedMean(skewness: skewness, count: questions).quantile(-t)
    return t + max(0, skewed - t) / 2
  }
}
