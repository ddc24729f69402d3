/// The form of a training law.
public enum LawForm: String, Sendable, Codable, CaseIterable {
  /// L = E + A/N^alpha + B/D^beta (Hoffmann et al. 2022, Approach 3).
  case hoffmann
  /// L = E + A/N^alpha + B/D^alpha: one exponent for both (Gadre et al. 2024).
  case tied
  /// L = ((Nc/N)^(alphaN/alphaD) + Dc/D)^alphaD (Kaplan et al. 2020, eq. 1.5).
  case kaplan
  /// Hoffmann's law in the effective parameters and tokens of Muennighoff et al. 2023: repeated
  /// tokens and excess parameters lose their value exponentially, at the rates r_D and r_N.
  case repeats
  /// y = E + A/x^alpha: a power of one variable with a floor.
  case power
  /// y = a + b·x^(−c0)·(1 + (x/d1)^(1/f1))^(−c1·f1) (Caballero et al. 2023, eq. 1, one break).
  case brokenPower = "broken-power"

  /// What a law takes.
  public enum Input: String, Sendable, Codable {
    case parameters = "N"
    case tokens = "D"
    case uniqueTokens = "U"
    case x
  }

  /// The inputs in the order in which a law takes them.
  public var inputs: [Input] {
    switch self {
    case .hoffmann, .tied, .kaplan: [.parameters, .tokens]
    case .repeats: [.parameters, .tokens, .uniqueTokens]
    case .power, .brokenPower: [.x]
    }
  }

  /// The names of the coefficients.
  public var coefficientNames: [String] {
    switch self {
    case .hoffmann: ["A", "B", "E", "alpha", "beta"]
    case .tied: ["A", "B", "E", "alpha"]
    case .kaplan: ["Nc", "Dc", "alphaN", "alphaD"]
    case .repeats: ["A", "B", "E", "alpha", "beta", "r_D", "r_N"]
    case .power: ["A", "E", "alpha"]
    case .brokenPower: ["a", "b", "c0", "c1", "d1", "f1"]
    }
  }

  /// Coefficients that are never below zero.
  var positiveNames: Set<String> {
    switch self {
    case .kaplan: ["Nc", "Dc"]
    case .brokenPower: ["a", "b", "d1", "f1"]
    default: ["A", "B", "E", "r_D", "r_N"]
    }
  }

  /// The values between which runs can tell a coefficient; none when it has no limits. Beyond them
  /// repeats, or excess parameters, keep all of their value or none, whatever the rate.
  func tellable(_ name: String) -> ClosedRange<Double>? {
    name == "r_D" || name == "r_N" ? 1e-3...1e4 : nil
  }

  /// The formula as it is printed.
  public var formula: String {
    switch self {
    case .hoffmann: "L = E + A/N^alpha + B/D^beta"
    case .tied: "L = E + A/N^alpha + B/D^alpha"
    case .kaplan: "L = ((Nc/N)^(alphaN/alphaD) + Dc/D)^alphaD"
    case .repeats:
      "L = E + A/(N' + N' r_N (1 - exp(-R_N/r_N)))^alpha + B/(U + U r_D (1 - exp(-R_D/r_D)))^beta"
    case .power: "y = E + A/x^alpha"
    case .brokenPower: "y = a + b x^(-c0) (1 + (x/d1)^(1/f1))^(-c1 f1)"
    }
  }

  /// Whether a law says how to divide training compute between N and D.
  public var hasComputeOptimum: Bool {
    switch self {
    case .hoffmann, .tied, .kaplan: true
    case .repeats, .power, .brokenPower: false
    }
  }

  /// What is minimised unless the user says otherwise.
  public var standardObjective: LawObjective {
    self == .brokenPower ? .logOnePlus : .huberLog(delta: LawObjective.standardDelta)
  }
}
