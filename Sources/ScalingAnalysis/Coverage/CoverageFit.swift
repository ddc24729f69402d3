/// A law of coverage fitted to one group.
public struct CoverageFit: Sendable {
  /// The law, which names its objective.
  public let law: CoverageLaw
  /// The k on which a law of the curve is fitted; all counts are used by the beta-binomial.
  public let grid: [Int]
  /// The coefficients by name, with standard errors and intervals over questions.
  public let coefficients: [Estimate]
  /// The exponent of −log c in k that the law predicts.
  public let exponent: Estimate
  /// Mean and standard deviation of |law − curve| at 100 places at equal ratios of k (Brown et
  /// al. 2024).
  public let meanAbsoluteError: Double
  /// See `meanAbsoluteError`.
  public let absoluteErrorDeviation: Double
  /// The log-likelihood without binomial coefficients; of the beta-binomial only.
  public let logLikelihood: Double?
  /// Coverage by the law where it was asked for.
  public let predictions: [Prediction]
  /// Of a law of the curve: how many questions are unsolved with the last k, on which its end rests.
  public let unsolvedAtEnd: Double?
  /// Questions that were fitted.
  let questions: Int
  /// Bootstrap refits over questions.
  public let replicates: Int
  /// Those that could be fitted; intervals leave the others out.
  public let convergedReplicates: Int

  /// Fewer unsolved questions than these give the last places of log(−log c) no error that refits
  /// could show: some draws have none left, and their k is dropped.
  private static let fewestUnsolved = 5.0

  /// Whether coverage is so near 1 at the last k that a straight line in log(−log c) has no
  /// interval.
  public var isSaturated: Bool { Self.isSaturated(law, unsolvedAtEnd) }

  static func isSaturated(_ law: CoverageLaw, _ unsolved: Double?) -> Bool {
    law == .logLog && (unsolved.map { $0 < fewestUnsolved } ?? false)
  }

  /// Whether the interval of the exponent runs short: by exponentiated-power, with so few questions
  /// and coverage so near 1, it covered 92 % instead of 95 % in simulations.
  public var isIntervalShort: Bool {
    law == .exponentiatedPower && questions < 50
      && (unsolvedAtEnd.map { $0 < Self.fewestUnsolved } ?? false)
  }

  /// A number with what another set of questions would have changed.
  public struct Estimate: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// The value.
    public let estimate: Double
    /// The standard deviation over refits; absent where they say nothing.
    public let standardError: Double?
    /// Student's t with that of refits, on the log scale for coefficients, by logits for shares.
    public let interval: Interval?
  }

  /// Coverage by a law at one k.
  public struct Prediction: Sendable, Equatable {
    /// Samples.
    public let k: Double
    /// Coverage by the law, over questions.
    public let coverage: Estimate
    /// How many tenfolds k lies beyond the samples that all questions have; 0 inside.
    public let tenfoldsBeyond: Double
  }
}
