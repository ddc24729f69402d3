internal import ScalingAnalysis

/// Where further points could be measured.
struct PlanPlaces {
  /// The points to choose from, each measured once with the questions of the points so far.
  let points: [PlannedPoints]
  /// The x that were left out, since an accuracy cannot be there what some plausible family says.
  let leftOut: [Double]

  /// Doublings beyond the last x, each alone and those up to it together; the two widest gaps, each
  /// alone and together; the same x again. Named places instead: each alone, and all together.
  init(_ data: CurveData, truths: [PlausibleFamily], named: [Double]) {
    let measured = Array(Set(data.x)).sorted()
    let candidates =
      named.isEmpty ? Self.found(measured) : Self.combined(.named, Array(Set(named)).sorted())
    let single = Array(Set(candidates.flatMap(\.x))).sorted()
    let impossible = Set(data.isAccuracy ? Self.impossible(single, data, truths) : [])
    points = candidates.filter { impossible.isDisjoint(with: $0.x) }
    leftOut = single.filter(impossible.contains)
  }

  /// So many doublings beyond the last x are looked at.
  private static let doublings = 4

  private static func found(_ measured: [Double]) -> [PlannedPoints] {
    let last = measured.last ?? 1
    let beyond = (1...doublings).map { last * Double(1 << $0) }
    let ladders = (2...doublings).map { PlannedPoints(.beyond, Array(beyond.prefix($0))) }
    return beyond.map { PlannedPoints(.beyond, [$0]) } + ladders
      + combined(.within, gaps(measured)) + [PlannedPoints(.again, measured)]
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

  private static func impossible(
    _ x: [Double], _ data: CurveData, _ truths: [PlausibleFamily]
  ) -> [Double] {
    let curves = truths.map { FamilyPrediction($0.family, data, at: x).curve }
    return x.indices.filter { place in
      curves.contains { !(0...1).contains($0[place]) }
    }.map { x[$0] }
  }
}
