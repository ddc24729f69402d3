public import ScalingAnalysis

/// The two curves of a contest that matter most: the claimed one and its best rival.
///
/// A claim on a plateau is drawn as a logarithmic rise with one, against the rise that goes on.
public struct ContestCurves: Sendable {
  /// The best of the claimed families.
  public let claimed: ShapeFamily
  /// The rival that fits best.
  public let rival: ShapeFamily
  private let data: CurveData

  /// Finds both by their likelihoods.
  ///
  /// - Throws: `ClaimError` for points that allow no contest.
  public init(_ data: CurveData, _ claim: ShapeClaim) throws(ClaimError) {
    let sides = try Self.sides(claim)
    let bench = try ShapeBench(
      data, try ShapeField(x: data.x, claimed: sides.claimed, rivals: sides.rivals))
    let likelihoods = bench.likelihoods(data.y)
    claimed = bench.strongest(sides.claimed, likelihoods)
    rival = bench.strongest(sides.rivals, likelihoods)
    self.data = data
  }

  /// The fitted curve of a family at some x.
  public func values(_ family: ShapeFamily, at x: [Double]) -> [Double] {
    FamilyPrediction(family, data, at: x).curve
  }

  private static func sides(
    _ claim: ShapeClaim
  ) throws(ClaimError) -> (claimed: [ShapeFamily], rivals: [ShapeFamily]) {
    switch claim.shape {
    case .plateau: ([.hinge], [.logarithmic])
    case .noPlateau: ([.logarithmic], [.hinge])
    default: (claim.shape.claimed, try claim.contestants())
    }
  }
}
