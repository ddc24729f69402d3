import Foundation
import ScalingAnalysis

/// A true curve of one family, placed the same way in every range of x.
struct Truth: Sendable {
  let family: ModelName

  static let all = [
    ModelName.constant, .linear, .logLinear, .powerLaw, .saturatingPower, .saturatingExponential,
    .logistic, .hinge,
  ].map(Truth.init)

  /// The true coefficients, by the names the fit reports them under.
  func coefficients(_ design: Design) -> [String: Double] {
    let doublings = design.decades * log2(10)
    let logRange = design.decades * log(10)
    let start = log2(Design.smallestX)
    switch family {
    case .constant: return ["level": 0.5]
    case .linear: return ["intercept": 0.2, "slope": 0.5 / design.largestX]
    case .logLinear:
      let slope = 0.6 / doublings
      return ["intercept": 0.2 - slope * start, "slopePerDoubling": slope]
    case .powerLaw:
      let exponent = log(5) / logRange
      return ["scale": 0.15 * pow(Design.smallestX, -exponent), "exponent": exponent]
    case .saturatingPower:
      let exponent = 3 / logRange
      return [
        "asymptote": 0.8, "scale": -0.6 * pow(Design.smallestX, exponent), "exponent": exponent,
      ]
    case .saturatingExponential:
      return ["asymptote": 0.8, "scale": -0.6, "constant": design.largestX / 4]
    case .logistic:
      return [
        "ceiling": 0.8, "midpoint": exp2(start + 0.45 * doublings),
        "steepnessPerDoubling": 10 / doublings,
      ]
    case .hinge:
      let slope = 0.5 / (0.6 * doublings)
      return [
        "intercept": 0.2 - slope * start, "slopePerDoubling": slope,
        "breakpoint": exp2(start + 0.6 * doublings), "ceiling": 0.7,
      ]
    case .brokenPower, .formula: preconditionFailure("\(family) is no truth here")
    }
  }

  /// The true curve.
  func value(at x: Double, _ design: Design) -> Double {
    let c = coefficients(design)
    let get = { (name: String) in c[name] ?? 0 }
    switch family {
    case .constant: return get("level")
    case .linear: return get("intercept") + get("slope") * x
    case .logLinear: return get("intercept") + get("slopePerDoubling") * log2(x)
    case .powerLaw: return get("scale") * pow(x, get("exponent"))
    case .saturatingPower: return get("asymptote") + get("scale") * pow(x, -get("exponent"))
    case .saturatingExponential:
      return get("asymptote") + get("scale") * exp(-x / get("constant"))
    case .logistic:
      return get("ceiling") / (1 + exp(-get("steepnessPerDoubling") * log2(x / get("midpoint"))))
    case .hinge:
      return get("intercept") + get("slopePerDoubling") * log2(min(x, get("breakpoint")))
    case .brokenPower, .formula: preconditionFailure("\(family) is no truth here")
    }
  }
}
