/// How often something held, out of how many times it was asked.
struct Share: Sendable {
  var held = 0
  var asked = 0

  mutating func count(_ holds: Bool) {
    asked += 1
    if holds { held += 1 }
  }

  mutating func add(_ other: Share) {
    held += other.held
    asked += other.asked
  }

  /// Whether it is outside of what was promised, by more than `errors` Monte Carlo errors, where
  /// enough stand behind it; of shares that count several places of a series, `each` make one.
  func isOutside(each: Int = 1, by errors: Double = 0) -> Bool {
    guard let value, asked >= 200 * each else { return false }
    let slack = errors * (value * (1 - value) * Double(each) / Double(asked)).squareRoot()
    let wanted = CoverageTable.wanted
    return value < wanted.lowerBound - slack || value > wanted.upperBound + slack
  }

  var value: Double? { asked > 0 ? Double(held) / Double(asked) : nil }

  /// Of wrong verdicts: whether there are more than the level of a claim allows.
  var isTooOften: Bool { (value ?? 0) > 0.05 }
}

/// What simulations of one truth under one design add up to.
struct Tally: Sendable {
  /// Coverage of profile intervals over all fits; an open end covers.
  var profile: [String: Share] = [:]
  /// Coverage where the fit gives the interval without a warning.
  var unwarned: [String: Share] = [:]
  /// Coverage of estimate ± t · standard error, for comparison, where the fit has no warning.
  var wald: [String: Share] = [:]
  /// Bands, averaged over x inside the data, of fits without a warning.
  var confidenceBand = Share()
  var predictionBand = Share()
  /// The confidence band of all fits.
  var anyConfidenceBand = Share()
  /// Fits with an open interval or an unidentified asymptote.
  var warned = Share()
  var decided = Share()
  var wrong = Share()
  var falseCeiling = Share()

  /// Whether a coverage that is judged lies outside.
  func isDoubtful(judgesNewPoints: Bool) -> Bool {
    let each = Simulation.bandPoints
    return unwarned.values.contains { $0.isOutside() } || confidenceBand.isOutside(each: each)
      || judgesNewPoints && predictionBand.isOutside(each: each)
  }

  mutating func add(_ other: Tally) {
    let join = { (a: inout Share, b: Share) in a.add(b) }
    for (key, value) in other.profile { join(&profile[key, default: Share()], value) }
    for (key, value) in other.unwarned { join(&unwarned[key, default: Share()], value) }
    for (key, value) in other.wald { join(&wald[key, default: Share()], value) }
    confidenceBand.add(other.confidenceBand)
    predictionBand.add(other.predictionBand)
    anyConfidenceBand.add(other.anyConfidenceBand)
    warned.add(other.warned)
    decided.add(other.decided)
    wrong.add(other.wrong)
    falseCeiling.add(other.falseCeiling)
  }
}
