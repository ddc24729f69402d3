/// What the evidence says about a claim.
public enum Verdict: String, Sendable, Equatable, Codable {
  /// The data rule out what the claim excludes.
  case supported
  /// The data rule out the claim.
  case contradicted
  /// The data allow both.
  case inconclusive
}
