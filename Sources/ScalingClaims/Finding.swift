/// The answer to one claim, with everything that it rests on.
public struct Finding: Sendable, Equatable {
  /// The answer.
  public var verdict: Verdict
  /// One plain sentence that can be quoted.
  public var statement: String
  /// The figures behind it.
  public var evidence: [Evidence]
  /// The strongest point against the verdict.
  public var against: String
  /// What is taken for granted.
  public var assumptions: [String]
  /// What would decide, or overturn, the verdict.
  public var wouldDecide: String

  /// An answer from its parts.
  public init(
    _ verdict: Verdict, _ statement: String, evidence: [Evidence] = [], against: String,
    assumptions: [String] = [], wouldDecide: String
  ) {
    self.verdict = verdict
    self.statement = statement
    self.evidence = evidence
    self.against = against
    self.assumptions = assumptions
    self.wouldDecide = wouldDecide
  }
}
