public import ScalingClaims
public import ScalingData

/// Everything `scaling check` knows: one finding for each claim, or why there is none.
public struct CheckReport: Sendable {
  /// One claim with its answer.
  public struct Entry: Sendable {
    /// The name of the claim.
    public let id: String
    /// The claim, where it could be read.
    public let claim: Claim?
    /// The table that it was judged by, where it needs one.
    public let table: SeriesTable?
    /// The answer, or why there is none.
    public let result: Result<Finding, ClaimError>

    /// An answer to a claim.
    public init(
      id: String, claim: Claim?, table: SeriesTable? = nil, result: Result<Finding, ClaimError>
    ) {
      self.table = table
      self.id = id
      self.claim = claim
      self.result = result
    }

    /// The answer, where there is one.
    public var finding: Finding? { try? result.get() }
  }

  /// The answers in the order of the claims.
  public let entries: [Entry]
  /// How the claims were judged.
  public let settings: CheckSettings

  /// A report from its entries.
  public init(_ entries: [Entry], settings: CheckSettings) {
    self.entries = entries
    self.settings = settings
  }

  /// Whether a claim could not be judged.
  public var hasErrors: Bool { entries.contains { $0.finding == nil } }

  /// How many claims got a verdict.
  public func count(_ verdict: Verdict) -> Int {
    entries.count { $0.finding?.verdict == verdict }
  }
}
