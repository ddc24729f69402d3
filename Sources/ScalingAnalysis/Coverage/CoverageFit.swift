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

  /// Intervals of coefficients of fewer questions than these run short by some laws.
  private static let fewQuestions = 50

  /// What the intervals of coefficients covered in simulations like this one, where that is less
  /// than was asked for: by exponentiated-power with few questions and coverage near 1, and by the
  /// beta-binomial with few questions.
  public var shortCoverage: Double? {
    guard questions < Self.fewQuestions, coefficients.contains(where: \.hasEnd) else {
      return nil
    }
    switch law {
    case .exponentiatedPower:
      return unsolvedAtEnd.map { $0 < Self.fewestUnsolved } ?? false ? 0.92 : nil
    case .logLog: return nil
    case .betaBinomial: return 0.91
    }
  }

  /// A number with what another set of questions would have changed.
  public struct Estimate: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// The value.
    public let estimate: Double
    /// The standard deviation over refits; absent where they say nothing.
    public let standardError: Double?
    /// Student's t with that of refits, on the log scale for coefficients, by logits for shares;
    /// an end is absent where it would lie outside the range that is searched.
    public internal(set) var interval: Interval?

    /// Whether its interval has an end at all.
    fileprivate var hasEnd: Bool { interval?.lower != nil || interval?.upper != nil }

    /// Whether an end of its interval is left open.
    public var isOpen: Bool {
      interval.map { $0.lower == nil || $0.upper == nil } ?? false
    }

    /// The same without the ends of its interval that lie outside a range.
    func opened(_ range: ClosedRange<Double>?) -> Estimate {
      guard let range, let interval else { return self }
      var result = self
      if let lower = interval.lower, lower < range.lowerBound { result.interval?.lower = nil }
      if let upper = interval.upper, upper > range.upperBound { result.interval?.upper = nil }
      return result
    }
  }

  /// Coverage by a law at one k.
  public struct Prediction: Sendable, Equatable {
    /// Samples.
    public let k: Double
    /// Coverage by the law, with the interval of one whose law is known.
    public let coverage: Estimate
    /// Its interval. Beyond the samples that all questions have, where some question was never
    /// solved, it begins where coverage itself does with these samples: more of them cannot solve
    /// less, and only the law says that they solve more. In simulations with 5 % of hopeless
    /// questions the law's own interval held the truth in less than half of the benchmarks.
    public let interval: Interval?
    /// How many tenfolds k lies beyond the samples that all questions have; 0 inside.
    public let tenfoldsBeyond: Double
  }
}
