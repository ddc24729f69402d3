/// The curve families by the names users type.
public enum ModelName: String, Sendable, Codable, CaseIterable {
  case constant
  case linear
  case logLinear = "log-linear"
  case powerLaw = "power-law"
  case saturatingPower = "saturating-power"
  case saturatingExponential = "saturating-exponential"
  case logistic
  case hinge
  case brokenPower = "broken-power"
  /// A curve that the user wrote; no family.
  case formula

  /// The families; a formula is none of them.
  public static let allCases: [ModelName] = standardSet + [.brokenPower]

  /// The families that are ranked unless others are named: those of at most four coefficients,
  /// which a dozen points can carry.
  public static let standardSet: [ModelName] = [
    .constant, .linear, .logLinear, .powerLaw, .saturatingPower, .saturatingExponential,
    .logistic, .hinge,
  ]
}
