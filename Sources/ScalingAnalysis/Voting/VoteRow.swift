/// One point of a curve over questions.
public struct VoteRow: Sendable, Equatable {
  /// How a value was computed.
  public enum Method: String, Sendable, Codable {
    /// From counts, over all draws.
    case exact
    /// From random orders of the samples.
    case permutation
  }

  /// Samples per vote.
  public let k: Int
  /// The mean over the questions that have k samples.
  public let mean: QuestionMean
  /// Its interval over questions.
  public internal(set) var interval: Interval?
  /// An upper bound of the standard error over samples, the questions held fixed: Hoeffding
  /// (1948, Ann. Math. Stat. 19, 293), Var ≤ k/n · π(1 − π) per question; absent where the samples at hand show no scatter.
  public let samplingError: Double?
  /// The standard error that the number of random orders leaves.
  public let simulationError: Double?
  /// How it was computed.
  public let method: Method

  /// A point from the values of questions; `nil` without any.
  init?(
    _ k: Int, _ values: [Double], level: Double, samplingVariances: [Double] = [],
    simulationErrors: [Double] = [], method: Method = .exact
  ) {
    guard let mean = QuestionMean(values) else { return nil }
    self.k = k
    self.mean = mean
    self.method = method
    interval = mean.interval(level: level)
    let count = Double(values.count)
    let variance = samplingVariances.reduce(0, +)
    samplingError = variance > 0 ? variance.squareRoot() / count : nil
    simulationError =
      method == .exact
      ? nil : simulationErrors.reduce(0) { $0 + $1 * $1 }.squareRoot() / count
  }
}
