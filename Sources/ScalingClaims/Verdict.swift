/// What the evidence says about a claim.
public enum Verdict: String, Sendable, Equatable, Codable {
  /// The data rule out what the claim excludes.
  case supported
  /// The data rule out the claim.
  case contradicted
  /// The data allow both.
  case inconclusive

  /// The verdict on a claim that holds exactly where this one does not.
  var opposite: Verdict {
    switch self {
    case .supported: .contradicted
    case .contradicted: .supported
    case .inconclusive: .inconclusive
    }
  }
}
