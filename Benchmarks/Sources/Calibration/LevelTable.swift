import ScalingAnalysis

/// How often intervals cover the truth at levels from 50 to 99 %, as a table to plot: what a figure of
/// calibration shows.
struct LevelTable {
  let runs: Int
  let seed: UInt64

  /// A coefficient of one family.
  private struct Quantity {
    let name: String
    let family: ModelName
    let coefficient: String
  }

  private static let quantities = [
    Quantity(
      name: "slope of a log-linear curve", family: .logLinear, coefficient: "slopePerDoubling"),
    Quantity(name: "exponent of a power law", family: .powerLaw, coefficient: "exponent"),
    Quantity(
      name: "asymptote of a saturating power", family: .saturatingPower, coefficient: "asymptote"),
    Quantity(name: "breakpoint of a hinge", family: .hinge, coefficient: "breakpoint"),
  ]

  private static let levels = (10...19).map { Double($0) / 20 } + [0.99]
  private static let design = Design(points: 15, decades: 3.5, noise: .gaussian(0.02))

  /// One row per quantity and level: promised and found in percent, found less promised in points,
  /// and around `fit`, which is zero, what chance leaves of an exact promise in 95 % of such
  /// simulations.
  var csv: String {
    let places = Self.quantities.flatMap { quantity in Self.levels.map { (quantity, $0) } }
    let shares = parallelMap(places.count, threads: 2) { place in
      coverage(of: places[place].0, level: places[place].1)
    }
    let rows = zip(places, shares).map { place, share in
      let level = place.1
      let error = 1.96 * (level * (1 - level) / Double(runs)).squareRoot()
      let found = share.value ?? .nan
      let numbers = [level, found, found - level, 0, -error, error]
      return "\(place.0.name)," + numbers.map(percent).joined(separator: ",") + ",\(share.asked)"
    }
    return (["quantity,promised_percent,found_percent,excess_points,fit,lo,hi,simulations"] + rows)
      .joined(separator: "\n") + "\n"
  }

  private func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100)" }

  /// The same series at every level; an open end covers.
  private func coverage(of quantity: Quantity, level: Double) -> Share {
    let truth = Truth(family: quantity.family)
    let value = truth.coefficients(Self.design)[quantity.coefficient] ?? .nan
    var share = Share()
    for run in 0..<runs {
      var random = RandomSource(seed: seed, stream: UInt64(run))
      let data = Self.design.series(truth, &random)
      guard
        let fit = try? FamilySelection().model(quantity.family, for: data).fit(
          to: data, level: level),
        let interval = fit.coefficient(quantity.coefficient)?.interval
      else { continue }
      share.count(interval.covers(value))
    }
    return share
  }
}
