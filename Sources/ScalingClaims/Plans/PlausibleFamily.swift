internal import ScalingAnalysis

/// A family that may be the truth, as far as the points so far tell.
public struct PlausibleFamily: Sendable, Equatable {
  /// The family.
  public let family: ShapeFamily
  /// Whether it is the claim.
  public let isClaimed: Bool
  /// Its Akaike weight among the families that are kept.
  public let weight: Double

  /// A family with less weight than this is not simulated.
  private static let leastWeight = 0.01

  /// The families of a contest by their Akaike weights (Burnham and Anderson 2002, §2.9), AICc
  /// with the scale as a coefficient; the unlikely ones are left out.
  static func all(
    _ data: CurveData, claimed: [ShapeFamily], rivals: [ShapeFamily]
  ) throws(ClaimError) -> [PlausibleFamily] {
    let families = claimed + rivals
    let field = try ShapeField(x: data.x, claimed: claimed, rivals: rivals)
    let likelihoods = try ShapeBench(data, field).likelihoods(data.y)
    let criteria = zip(families, likelihoods).map { criterion($0, $1, data.count) }
    guard let least = criteria.min(), least.isFinite else {
      throw ClaimError("\(data.count) points are too few to plan from; measure at least 6 first")
    }
    let raw = criteria.map { exponential((least - $0) / 2) }
    let sum = raw.reduce(0, +)
    let kept = zip(families, raw).filter { $0.1 / sum >= leastWeight }
    let total = kept.reduce(0) { $0 + $1.1 }
    return kept.map {
      PlausibleFamily(
        family: $0.0, isClaimed: claimed.contains($0.0), weight: $0.1 / total)
    }
  }

  private static func criterion(_ family: ShapeFamily, _ likelihood: Double, _ count: Int) -> Double
  {
    let coefficients = Double(family.coefficientCount + 1)
    let freedom = Double(count) - coefficients - 1
    guard freedom > 0 else { return .infinity }
    return -2 * likelihood + 2 * coefficients * Double(count) / freedom
  }
}
