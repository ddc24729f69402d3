/// What one sample costs, as a mean over questions.
public struct VoteCost: Sendable, Equatable {
  /// The unit.
  public enum Unit: String, Sendable, Codable { case tokens, dollars }

  /// Tokens written, or dollars.
  public let unit: Unit
  /// The mean per sample.
  public let perSample: Double
  /// Its standard error over questions.
  public let standardError: Double?
  /// The standard deviation between questions of what their samples cost in the long run: the
  /// variance of their observed means less what the scatter of samples adds to it, mean of
  /// within²/m with m samples of a question, and not below 0 (Searle, Casella and McCulloch 1992,
  /// Variance Components, chapter 3). Where no question has two samples the two cannot be told
  /// apart, and it is the standard deviation of the samples.
  public let betweenQuestions: Double?
  /// The standard deviation between samples of one question.
  public let withinQuestions: Double?

  /// What the samples of one question cost.
  struct Question {
    /// The mean.
    let mean: Double
    /// The variance between samples; `nil` with one sample.
    let variance: Double?
    /// The samples.
    let count: Int
  }

  /// The cost from the samples of each question.
  init?(_ unit: Unit, _ questions: [Question]) {
    guard !questions.isEmpty else { return nil }
    self.unit = unit
    let count = Double(questions.count)
    let mean = questions.reduce(0) { $0 + $1.mean } / count
    perSample = mean
    let variances = questions.compactMap(\.variance)
    let within = variances.isEmpty ? nil : variances.reduce(0, +) / Double(variances.count)
    withinQuestions = within?.squareRoot()
    guard questions.count > 1 else {
      betweenQuestions = nil
      standardError = nil
      return
    }
    let square = questions.reduce(0) { $0 + ($1.mean - mean) * ($1.mean - mean) } / (count - 1)
    let observed = Self.scatter(square, of: mean)
    standardError = (observed / count).squareRoot()
    let added = questions.reduce(0) { $0 + ($1.variance ?? within ?? 0) / Double($1.count) } / count
    betweenQuestions = max(observed - added, 0).squareRoot()
  }

  /// A variance without what rounding leaves of one that is 0.
  static func scatter(_ variance: Double, of mean: Double) -> Double {
    variance > 1e-13 * mean * mean ? variance : 0
  }

  /// The mean of k samples of a question, and its standard deviation over questions and samples:
  /// √(k²·between² + k·within²).
  public func total(_ k: Int) -> (mean: Double, spread: Double?) {
    let number = Double(k)
    let spread = betweenQuestions.map { between in
      let within = withinQuestions ?? 0
      return (number * number * between * between + number * within * within).squareRoot()
    }
    return (number * perSample, spread)
  }
}
