/// A family of curves that takes part in a contest of shapes: y = a + c·g(x; θ), or without the
/// constant a.
public enum ShapeFamily: String, Sendable, Equatable, CaseIterable {
  /// y = a + c·x.
  case linear
  /// y = c·x.
  case proportional
  /// y = a + c·log x.
  case logarithmic
  /// y = c·x^θ.
  case powerLaw = "power-law"
  /// y = a + c·x^(−θ), θ > 0.
  case saturatingPower = "saturating-power"
  /// y = a + c·exp(−x/θ).
  case saturatingExponential = "saturating-exponential"
  /// y = a + c·log min(x, θ).
  case hinge
  /// y = a + c·x^θ, 0 < θ < 1.
  case root
  /// y = a + c·x^θ, θ > 1.
  case accelerating
  /// y = c/(1 + (x/m)^(−θ)), θ > 0.
  case logistic
  /// y = a + c/(1 + (x/m)^(−θ)) that accelerates over a tenth of its rise or more.
  case sigmoid
  /// The same where it slows down from the start, but for less than a tenth of its rise.
  case slowing

  /// What a reader calls it.
  public var noun: String {
    switch self {
    case .linear: "a straight line in x"
    case .proportional: "proportionality"
    case .logarithmic: "a logarithmic curve"
    case .powerLaw: "a power law"
    case .saturatingPower: "a power-law approach to a ceiling"
    case .saturatingExponential: "an exponential approach to a ceiling"
    case .hinge: "a logarithmic rise to a plateau"
    case .root: "a root of x"
    case .accelerating: "a curve that accelerates"
    case .logistic: "a logistic curve in log x"
    case .sigmoid: "a curve that accelerates first and levels off later"
    case .slowing: "a logistic curve past its steepest part"
    }
  }

  /// Whether the curve has a free constant beside its slope.
  var hasConstant: Bool {
    switch self {
    case .proportional, .powerLaw, .logistic: false
    case .linear, .logarithmic, .saturatingPower, .saturatingExponential, .hinge, .root,
      .accelerating, .sigmoid, .slowing:
      true
    }
  }

  /// Whether curves of a rival can come as near to this family as one likes in a way that its
  /// shape alone shows. Those too near to matter then count as this family, because no data would
  /// tell them apart.
  func canBeAsNear(as rival: ShapeFamily) -> Bool {
    switch self {
    case .linear, .logarithmic: true
    case .powerLaw, .accelerating: rival == .logistic
    case .proportional, .saturatingPower, .saturatingExponential, .hinge, .root, .logistic,
      .sigmoid, .slowing:
      false
    }
  }

  /// Estimated coefficients.
  var coefficientCount: Int {
    switch self {
    case .proportional: 1
    case .linear, .logarithmic, .powerLaw: 2
    case .saturatingPower, .saturatingExponential, .hinge, .root, .accelerating, .logistic: 3
    case .sigmoid, .slowing: 4
    }
  }
}
