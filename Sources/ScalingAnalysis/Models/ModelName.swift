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
}
