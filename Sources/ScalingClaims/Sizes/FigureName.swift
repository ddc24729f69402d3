internal import ScalingAnalysis

/// What a reader calls the figures that claims name as on the command line.
enum FigureName {
  /// A coefficient of a curve.
  static func coefficient(_ name: String) -> String { coefficients[name] ?? name }

  private static let coefficients = [
    "slopePerDoubling": "gain per doubling", "slopePerTenfold": "gain per tenfold",
    "slope": "gain per unit of x", "ceiling": "ceiling's level", "floor": "floor's level",
    "asymptote": "level that the curve tends to", "breakpoint": "x at which the plateau begins",
    "midpoint": "x at the middle of the rise", "steepnessPerDoubling": "steepness per doubling",
  ]

  /// A figure that follows from a curve.
  static func derived(_ quantity: DerivedQuantity, isAccuracy: Bool) -> String {
    switch quantity {
    case .value(let x): "value at x = \(short(x))"
    case .position(let target):
      "x at which the curve reaches \(isAccuracy ? percent(target) : short(target))"
    case .gainPerDoubling(let x): "gain per doubling at x = \(short(x))"
    case .gain(let from, let to): "gain from x = \(short(from)) to \(short(to))"
    case .reciprocal(let name): "reciprocal of the \(coefficient(name))"
    case .doublingTime: "doubling time"
    }
  }

  /// A comparison of two curves.
  static func pair(_ quantity: PairQuantity) -> String {
    let (first, second) = (quantity.first, quantity.second)
    return switch quantity.kind {
    case .slopeRatio: "slope of \(first) over that of \(second)"
    case .difference(let x?): "difference of \(first) and \(second) at x = \(short(x))"
    case .difference(nil): "mean difference of \(first) and \(second)"
    case .crossing: "x at which \(first) and \(second) cross"
    case .ratio(let name): "\(coefficient(name)) of \(first) over that of \(second)"
    }
  }
}
