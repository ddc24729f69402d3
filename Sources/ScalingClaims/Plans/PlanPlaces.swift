internal import ScalingAnalysis

/// Where further points could be measured.
enum PlanPlaces {
  /// So many doublings beyond the last x are looked at.
  private static let doublings = 4

  /// Doublings beyond the last x, each alone and those up to it together; the two widest gaps, each
  /// alone and together; the same x again, all of them and the smaller half, which is the cheaper
  /// one where x costs. Named places instead: each alone, and all together.
  static func all(_ x: [Double], named: [Double]) -> [PlannedPoints] {
    let measured = Array(Set(x)).sorted()
    guard named.isEmpty else { return combined(.named, Array(Set(named)).sorted()) }
    let last = measured.last ?? 1
    let beyond = (1...doublings).map { rounded(last * Double(1 << $0)) }
    let ladders = (2...doublings).map { PlannedPoints(.beyond, Array(beyond.prefix($0))) }
    let half = Array(measured.prefix(measured.count / 2))
    return beyond.map { PlannedPoints(.beyond, [$0]) } + ladders
      + combined(.within, gaps(measured))
      + [PlannedPoints(.again, half), PlannedPoints(.again, measured)]
  }

  /// The middles of the two widest gaps, on a logarithmic scale.
  private static func gaps(_ measured: [Double]) -> [Double] {
    zip(measured, measured.dropFirst())
      .sorted { $0.1 / $0.0 > $1.1 / $1.0 }
      .prefix(2)
      .map { rounded(($0.0 * $0.1).squareRoot()) }
      .sorted()
  }

  /// Two significant digits: no one measures at 14,763.2.
  private static func rounded(_ x: Double) -> Double {
    let step = raise(10, to: logarithmBase10(x).rounded(.down) - 1)
    return (x / step).rounded() * step
  }

  private static func combined(
    _ place: PlannedPoints.Place, _ x: [Double]
  ) -> [PlannedPoints] {
    x.map { PlannedPoints(place, [$0]) } + (x.count > 1 ? [PlannedPoints(place, x)] : [])
  }
}
