/// A weakness of a fitted law: its data, not its input, are the reason.
public struct LawDiagnostic: Sendable, Equatable, Codable {
  /// A stable code.
  public enum Code: String, Sendable, Codable, CaseIterable {
    /// The independent check of the optimum failed.
    case notConverged = "not-converged"
    /// A term has no part in any fitted value: its factor is zero and its exponent unknown.
    case termVanishes = "term-vanishes"
    /// The coefficients can hardly be told apart.
    case nearSingular = "near-singular"
    /// An exponent is not above zero: more of it would not lower the loss.
    case exponentSign = "exponent-sign"
    /// A coefficient ran far away from the data, where its value has no meaning.
    case atBound = "at-bound"
    /// All runs have about the same training compute.
    case oneBudget = "one-budget"
    /// The law passes through every run.
    case exactFit = "exact-fit"
    /// Some refits did not reach an optimum.
    case refitsLost = "refits-lost"
    /// A budget lies far beyond the runs.
    case extrapolation
    /// The search finds a lower value than the start that was asked for.
    case betterElsewhere = "better-elsewhere"
    /// A separate optimum is nearly as good.
    case anotherOptimum = "another-optimum"
    /// Some end of a coefficient's interval is open.
    case openInterval = "open-interval"
    /// A profile without a minimum inside was left out.
    case edgeMinimum = "edge-minimum"
    /// Several runs of one size and budget have different losses.
    case repeatedRuns = "repeated-runs"
    /// A profile of fewer than three model sizes was left out.
    case tooFewSizes = "too-few-sizes"
  }

  /// The stable code.
  public let code: Code
  /// What it means for this law.
  public let message: String

  /// A weakness in words.
  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }
}
