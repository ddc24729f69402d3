internal import ScalingAnalysis

/// The families of a contest and their curves at some x: what is known before any y.
struct ShapeField: Sendable {
  let claimed: [ShapeFamily]
  let rivals: [ShapeFamily]
  private let log2x: [Double]
  private let grids: [(family: ShapeFamily, grid: ShapeGrid)]
  private let pilots: [ShapeFitter]

  /// - Throws: `ClaimError` for x at or below zero, or too few different x.
  init(x: [Double], claimed: [ShapeFamily], rivals: [ShapeFamily]) throws(ClaimError) {
    guard let smallest = x.min(), smallest > 0 else {
      throw ClaimError(
        "the shape of a curve is judged on ratios of x, so x must be above zero; leave out the "
          + "other rows with where")
    }
    let log2x = x.map { logarithm($0 / smallest) / naturalLogarithmOf2 }
    guard Set(log2x).count >= 4 else {
      throw ClaimError("the points have fewer than four different x; add measurements at others")
    }
    self.log2x = log2x
    self.claimed = claimed
    self.rivals = rivals
    let even = ShapeDesign(log2x: log2x)
    pilots = Self.pilotFamilies.map { ShapeFitter($0, even) }
    let measures = claimed.map { ShapeFitter($0, even) }
    grids =
      claimed.map { ($0, $0.grid(log2x)) }
      + rivals.map { rival in
        let grid = rival.grid(log2x)
        let near = measures.first { $0.family.canBeAsNear(as: rival) }
        return (rival, near?.leavingOut(grid, of: rival) ?? grid)
      }
  }

  /// The claimed families, then the rivals.
  var families: [ShapeFamily] { claimed + rivals }

  /// Families that come near to any curve that rises or falls; the best of them tells how precise
  /// shares are.
  private static let pilotFamilies: [ShapeFamily] = [.linear, .powerLaw, .saturatingPower, .hinge]

  /// The best of some simple curves, all observations being equally precise.
  func pilot(_ y: [Double]) -> [Double] {
    let bests = pilots.map { $0.best(y) }
    let first = bests.indices.min {
      bests[$0].residualSumOfSquares < bests[$1].residualSumOfSquares
    }
    return first.map { pilots[$0].fitted(y, shape: bests[$0].shape) } ?? y
  }

  /// Every family, ready to be fitted to observations that are so precise.
  func fitters(weights: [Double]) -> [ShapeFitter] {
    let design = ShapeDesign(log2x: log2x, weights: weights)
    return grids.map { ShapeFitter($0.family, $0.grid, design) }
  }
}
