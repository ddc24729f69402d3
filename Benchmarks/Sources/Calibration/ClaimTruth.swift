import Foundation
import ScalingAnalysis
import ScalingClaims

/// A true curve that claims are held against.
struct ClaimTruth: Sendable {
  /// What the curve is.
  enum Kind: Sendable, Equatable {
    /// A family as in the other tables.
    case family(ModelName)
    /// A power-law approach to a ceiling so far away that the curve is almost logarithmic.
    case farCeiling
    /// The square of x.
    case accelerating
  }

  let kind: Kind

  static let all =
    [
      ModelName.constant, .linear, .logLinear, .powerLaw, .saturatingPower, .saturatingExponential,
      .logistic, .hinge,
    ].map { ClaimTruth(kind: .family($0)) }
    + [ClaimTruth(kind: .farCeiling), ClaimTruth(kind: .accelerating)]

  var label: String {
    switch kind {
    case .family(let name): name.rawValue
    case .farCeiling: "far ceiling"
    case .accelerating: "x squared"
    }
  }

  func value(at x: Double, _ design: Design) -> Double {
    let share = log(x / Design.smallestX) / log(design.largestX / Design.smallestX)
    switch kind {
    case .family(let name): return Truth(family: name).value(at: x, design)
    case .farCeiling: return 0.2 + 0.5 * (1 - exp(-0.3 * share)) / (1 - exp(-0.3))
    case .accelerating: return 0.2 + 0.5 * pow(x / design.largestX, 2)
    }
  }

  func data(_ design: Design, _ random: inout RandomSource) -> CurveData {
    let y = design.x.map { design.observe(value(at: $0, design), &random) }
    guard case .questions(let items) = design.noise else {
      return CurveData(x: design.x, y: y, isAccuracy: false)
    }
    return CurveData(
      x: design.x, y: y, items: Array(repeating: Double(items), count: design.points),
      isAccuracy: true)
  }
}

extension ClaimTruth {
  /// How a claim stands to the truth.
  enum Standing: Sendable {
    /// The claim is true: "contradicted" is wrong.
    case holds
    /// It is false, but by less than the margin: neither verdict is wrong.
    case near
    /// It is false: "supported" is wrong.
    case fails
    /// A flat curve belongs to every family and shows none: both verdicts are wrong.
    case isFlat

    var makesSupportWrong: Bool { self == .fails || self == .isFlat }
    var makesContradictionWrong: Bool { self == .holds || self == .isFlat }
  }

  func standing(_ shape: ShapeClaim.Shape, _ design: Design) -> Standing {
    if kind == .family(.constant) { return .isFlat }
    if let exact = Self.exact[shape] {
      if kind == .family(exact) { return .holds }
      return departure(from: exact, design) < 0.1 ? .near : .fails
    }
    switch shape {
    case .saturating:
      return isOne(of: [.saturatingPower, .saturatingExponential, .logistic, .hinge])
        || kind == .farCeiling ? .holds : .fails
    case .accelerating:
      return kind == .accelerating ? .holds : kind == .family(.logistic) ? .near : .fails
    default:
      if kind == .family(.logistic) {
        let share = acceleratingShare(design)
        return share == 0 ? .holds : share < 0.1 ? .near : .fails
      }
      return isOne(of: [.linear]) || kind == .accelerating ? .fails : .holds
    }
  }

  private static let exact: [ShapeClaim.Shape: ModelName] = [
    .linear: .linear, .logarithmic: .logLinear, .powerLaw: .powerLaw,
  ]

  private func isOne(of names: [ModelName]) -> Bool { names.contains { kind == .family($0) } }

  /// The share of the rise where neighbours bend up.
  private func acceleratingShare(_ design: Design) -> Double {
    let y = design.grid(400).map { value(at: $0, design) }
    let slopes = zip(design.grid(400), y).map { ($0, $1) }
    let gains = zip(slopes, slopes.dropFirst()).map { ($1.1 - $0.1) / ($1.0 - $0.0) }
    let turn = gains.indices.dropLast().first { gains[$0 + 1] <= gains[$0] } ?? gains.count
    return turn == 0 ? 0 : (y[turn] - y[0]) / (y[399] - y[0])
  }

  /// What the nearest curve of a family leaves of the true one, as a share of its spread.
  private func departure(from family: ModelName, _ design: Design) -> Double {
    let y = design.x.map { value(at: $0, design) }
    switch family {
    case .linear: return Self.residual(design.x, y)
    case .logLinear: return Self.residual(design.x.map(log2), y)
    default:
      return stride(from: -4.0, through: 4, by: 0.01).reduce(.infinity) { least, exponent in
        let curve = design.x.map { pow($0 / Design.smallestX, exponent) }
        let factor = Self.product(curve, y) / Self.product(curve, curve)
        let rest = zip(curve, y).map { $1 - factor * $0 }
        return min(
          least, (Self.product(rest, rest) / Self.product(centred(y), centred(y))).squareRoot())
      }
    }
  }

  private func centred(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.map { $0 - mean }
  }

  private static func residual(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let (a, b) = (x.map { $0 - meanX }, y.map { $0 - meanY })
    let correlation = product(a, b) / (product(a, a) * product(b, b)).squareRoot()
    return max(1 - correlation * correlation, 0).squareRoot()
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
