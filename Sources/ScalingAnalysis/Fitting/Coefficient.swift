/// A coefficient of a fitted curve, or a quantity derived from the coefficients.
public struct Coefficient: Sendable, Equatable {
  /// What a coefficient is to its model.
  public enum Role: String, Sendable, Codable {
    /// Estimated from the data.
    case estimated
    /// Fixed by the user or by default.
    case fixed
    /// Follows from the others.
    case derived
  }

  /// Its name.
  public let name: String
  /// What it is to its model.
  public let role: Role
  /// The fitted value; absent when the data do not identify it.
  public let estimate: Double?
  /// The standard error from the curvature at the optimum; absent when it cannot be estimated.
  public let standardError: Double?
  /// The interval; absent for fixed values and when it cannot be estimated.
  public let interval: Interval?
}
