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
    }
  }

  /// Whether the curve has a free constant beside its slope.
  var hasConstant: Bool { self != .proportional && self != .powerLaw }

  /// Estimated coefficients.
  var coefficientCount: Int {
    switch self {
    case .proportional: 1
    case .linear, .logarithmic, .powerLaw: 2
    case .saturatingPower, .saturatingExponential, .hinge, .root, .accelerating: 3
    }
  }

  /// The curves g of every shape that is searched for points at logarithms of x relative to the
  /// smallest x, each at some places.
  func shapes(_ log2x: [Double], at places: [Double]) -> [[Double]] {
    let range = log2x.max() ?? 0
    switch self {
    case .linear, .proportional: return [places.map { power($0, 1) }]
    case .logarithmic: return [places]
    case .powerLaw: return Self.steps(-4...4, 160).map { e in places.map { power($0, e) } }
    case .saturatingPower:
      // From a curve that is logarithmic to the eye to one that is flat after a doubling.
      return Self.steps(logarithm(0.01 / range)...logarithm(40 / range), 64).map { step in
        places.map { power($0, -exponential(step)) }
      }
    case .saturatingExponential:
      return Self.steps(-3...(range + 2), 64).map { place in
        places.map { exponential(-power($0 - place, 1)) }
      }
    case .hinge:
      let second = Set(log2x).sorted().dropFirst().first ?? 0
      return Self.steps(second...range, 96).map { bend in places.map { min($0, bend) } }
    case .root: return Self.steps(0.02...0.98, 48).map { e in places.map { power($0, e) } }
    case .accelerating: return Self.steps(1.05...6, 48).map { e in places.map { power($0, e) } }
    }
  }

  private func power(_ log2x: Double, _ exponent: Double) -> Double {
    exponential(log2x * exponent * naturalLogarithmOf2)
  }

  private static func steps(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    (0...count).map {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(count)
    }
  }
}
