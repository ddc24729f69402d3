internal import LeastSquares

/// The mean of a difference of two shares over the same questions.
public struct PairedMean: Sendable, Equatable {
  /// The mean difference.
  public let estimate: Double
  /// Its standard error over questions.
  public let standardError: Double
  /// Pairs.
  public let questions: Int

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
  }

  /// The mean of what is left to gain along a curve, of which most questions have a small part.
  ///
  /// Two questions more would drown it. Where more than about four questions carry it,
  /// (Σ|d|)²/Σd² of them (Kish 1965), their scatter speaks for itself; with fewer the error moves
  /// to that of `init(_:)`.
  init?(gains: [Double]) {
    guard let held = PairedMean(gains) else { return nil }
    let squares = gains.reduce(0) { $0 + $1 * $1 }
    let sum = gains.reduce(0) { $0 + abs($1) }
    let carriers = squares > 0 ? sum * sum / squares : 0
    let trust = QuestionMean.trust(carriers: carriers)
    let count = Double(gains.count)
    let scatter = max(squares - count * held.estimate * held.estimate, 0) / (count - 1) / count
    let variance = held.standardError * held.standardError
    self.init(
      estimate: held.estimate,
      standardError: (trust * scatter + (1 - trust) * variance).squareRoot(),
      questions: held.questions)
  }

  /// A mean whose standard error comes from elsewhere.
  init(estimate: Double, standardError: Double, questions: Int) {
    self.estimate = estimate
    self.standardError = standardError
    self.questions = questions
  }

  /// The interval of the difference.
  public func interval(level: Double) -> Interval {
    let t = Distribution.studentTQuantile(
      0.5 + level / 2, degreesOfFreedom: Double(questions - 1))
    return Interval(
      level: level, lower: max(-1, estimate - t * standardError),
      upper: min(1, estimate + t * standardError), method: .student)
  }
}
