/// Places along x at which a curve is looked at to find where it reaches a target: dense where
/// the data are, ever wider apart beyond them.
struct DerivedGrid {
  /// In rising order.
  let x: [Double]

  private static let inside = 160
  /// Distances beyond the data, as shares of their range: from a thousandth to 1e18 times.
  private static let growth = 1.15
  private static let nearest = 1e-3
  private static let farthest = 1e18
  /// Doublings below the data, where x must be positive, four steps to each.
  private static let doublingsBelow = 60

  init(_ fit: Fit) {
    let (low, high) = (fit.data.smallestX, fit.data.largestX)
    let isPositive = low > 0 && (fit.model.needsPositiveX || !Self.reachesBelowZero(fit.name))
    let range = high - low
    var distances: [Double] = []
    var distance = Self.nearest
    while distance < Self.farthest {
      distances.append(distance * range)
      distance *= Self.growth
    }
    let below =
      isPositive
      ? Self.below(low, distances)
      : distances.reversed().map { low - $0 }
    let middle = (0...Self.inside).map { index -> Double in
      let share = Double(index) / Double(Self.inside)
      if index == Self.inside { return high }
      return isPositive ? low * raise(high / low, to: share) : low + share * range
    }
    x = below + middle + distances.map { high + $0 }
  }

  /// Places between zero and the data: as near to the data as above them, then by doublings.
  private static func below(_ low: Double, _ distances: [Double]) -> [Double] {
    let near = distances.filter { $0 < low / 4 }.map { low - $0 }
    let edge = near.last ?? low
    let far = (1...(4 * doublingsBelow)).map { edge * exponentialBase2(-Double($0) / 4) }
    return (near + far).reversed()
  }

  /// Families whose x may be anything.
  private static func reachesBelowZero(_ name: ModelName) -> Bool {
    [.constant, .linear].contains(name)
  }

  /// The middle of two places: of their logarithms where they are far apart.
  static func middle(_ a: Double, _ b: Double) -> Double {
    guard a * b > 0, max(a / b, b / a) > 2 else { return a + (b - a) / 2 }
    return (a < 0 ? -1 : 1) * a.magnitude.squareRoot() * b.magnitude.squareRoot()
  }
}
