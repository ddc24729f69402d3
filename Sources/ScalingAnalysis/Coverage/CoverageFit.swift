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
  /// Bootstrap refits over questions.
  public let replicates: Int
  /// Those that could be fitted; intervals leave the others out.
  public let convergedReplicates: Int

  /// A number with what another set of questions would have changed.
  public struct Estimate: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// The value.
    public let estimate: Double
    /// The standard deviation over refits.
    public let standardError: Double?
    /// Percentiles over refits.
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
