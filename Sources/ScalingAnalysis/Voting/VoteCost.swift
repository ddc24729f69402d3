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
  /// The standard deviation between questions of their mean.
  public let betweenQuestions: Double?
  /// The standard deviation between samples of one question.
  public let withinQuestions: Double?

  /// The cost from the mean and the variance per question.
  init?(_ unit: Unit, means: [Double], variances: [Double]) {
    guard !means.isEmpty else { return nil }
    self.unit = unit
    let count = Double(means.count)
    let mean = means.reduce(0, +) / count
    perSample = mean
    if means.count > 1 {
      let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      betweenQuestions = variance.squareRoot()
      standardError = (variance / count).squareRoot()
    } else {
      betweenQuestions = nil
      standardError = nil
    }
    withinQuestions =
      variances.isEmpty
      ? nil : (variances.reduce(0, +) / Double(variances.count)).squareRoot()
  }

  /// The mean of k samples of a question, and its spread from question to question and draw to
  /// draw: √(k²·between² + k·within²).
  public func total(_ k: Int) -> (mean: Double, spread: Double?) {
    let number = Double(k)
    let spread = betweenQuestions.map { between in
      let within = withinQuestions ?? 0
      return (number * number * between * between + number * within * within).squareRoot()
    }
    return (number * perSample, spread)
  }
}
