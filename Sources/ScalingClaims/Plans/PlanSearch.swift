/// Looks for the cheapest plan that reaches a power: quick looks at every place, then a thorough one
/// at the plans that seem to reach it, the cheapest first. A plan under which some family that may
/// be true is judged wrongly more often than the level allows decides nothing.
struct PlanSearch {
  let simulation: PlanSimulation
  let settings: PlanSettings

  /// Simulated results in quick looks; the next is taken only where the last leaves open whether
  /// the power is reached, and none is larger than the thorough look.
  private static let looks = [16, 64, 256]
  /// So many plans are looked at thoroughly.
  private static let mostConfirmed = 6
  /// A contest of more points takes too long to be simulated often.
  private static let mostPoints = 60
  private static let ladder = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64]

  /// Everything that was looked at, in order of cost.
  func candidates(
    _ places: [PlannedPoints], progress: (Double) -> Void
  ) -> [ShapePlan.Candidate] {
    var result: [ShapePlan.Candidate] = []
    var limit = settings.budget ?? .infinity
    let ordered = places.sorted { settings.price.cost($0) < settings.price.cost($1) }
    for (index, points) in ordered.enumerated() {
      let found = search(points, limit: limit)
      result += found
      for candidate in found where reaches(candidate) { limit = min(limit, candidate.cost) }
      progress(Double(index + 1) / Double(ordered.count))
    }
    return result.sorted { $0.cost < $1.cost }
  }

  /// One place: as often as it is affordable, and where that reaches the power, the fewest repeats
  /// that do, by bisection.
  private func search(_ points: PlannedPoints, limit: Double) -> [ShapePlan.Candidate] {
    let choices = Self.ladder.filter { $0 <= settings.mostRepeats }
      .map { repeats in
        var points = points
        points.repeats = repeats
        return points
      }.filter {
        settings.price.cost($0) <= limit && $0.positions.count <= Self.mostPoints
      }
    guard let most = choices.last else { return [] }
    var result = [look(most)]
    guard reaches(result[0]) else { return result }
    var (low, high) = (0, choices.count - 1)
    while low < high {
      let middle = (low + high) / 2
      let candidate = look(choices[middle])
      result.append(candidate)
      if reaches(candidate) { high = middle } else { low = middle + 1 }
    }
    return result
  }

  private func look(_ points: PlannedPoints) -> ShapePlan.Candidate {
    var chance = PlanChance(cases: [])
    let looks = Self.looks.filter { $0 <= settings.replicates }
    for (index, replicates) in looks.enumerated() {
      let effort = PlanSimulation.Effort(
        replicates: replicates, simulations: 199, stream: UInt64(index + 1), leastShare: 0.1)
      chance = simulation.chance(points, effort)
      if abs(chance.right - settings.power) > 2 * chance.error { break }
    }
    return ShapePlan.Candidate(points: points, cost: settings.price.cost(points), chance: chance)
  }

  private func reaches(_ candidate: ShapePlan.Candidate) -> Bool {
    candidate.chance.right >= settings.power
      && !candidate.chance.isClearlyBeyond(settings.check.level)
  }

  /// The cheapest candidate that reaches the power in a thorough look; otherwise nothing, and the
  /// best one looked at in the same way. A quarter of the results goes first, and the rest only
  /// where they leave hope.
  func confirmed(
    _ candidates: [ShapePlan.Candidate]
  ) -> (reaching: ShapePlan.Candidate?, best: ShapePlan.Candidate?) {
    let level = settings.check.level
    let close = candidates.filter { hasHope($0.chance, errors: 1) }
    let tried = close.isEmpty ? [best(candidates)].compactMap(\.self) : close
    var failed: [ShapePlan.Candidate] = []
    var thorough: [ShapePlan.Candidate] = []
    for candidate in tried.prefix(Self.mostConfirmed) {
      var looked = confirming(candidate, share: 0.25)
      if hasHope(looked.chance, errors: 2) {
        looked = confirming(candidate, share: 1)
        if reaches(looked), looked.chance.isWithin(level) { return (looked, looked) }
        thorough.append(looked)
      }
      failed.append(looked)
    }
    return (nil, best(failed).map { thorough.contains($0) ? $0 : confirming($0, share: 1) })
  }

  /// Whether the power may be reached, were the chance so many Monte Carlo errors better.
  private func hasHope(_ chance: PlanChance, errors: Double) -> Bool {
    chance.right + errors * chance.error >= settings.power
      && !chance.isClearlyBeyond(settings.check.level)
  }

  /// A candidate with its chance from a share of the thorough look's results.
  private func confirming(
    _ candidate: ShapePlan.Candidate, share: Double
  ) -> ShapePlan.Candidate {
    var candidate = candidate
    candidate.chance = simulation.chance(
      candidate.points,
      PlanSimulation.Effort(
        replicates: Int(share * Double(settings.replicates)),
        simulations: min(settings.check.simulations, 399), stream: 0, leastShare: 0.25))
    return candidate
  }

  /// The greatest chance among those within the level, or else among all; the cheaper of equals.
  private func best(_ candidates: [ShapePlan.Candidate]) -> ShapePlan.Candidate? {
    let within = candidates.filter { $0.chance.isWithin(settings.check.level) }
    return (within.isEmpty ? candidates : within)
      .max { ($0.chance.right, -$0.cost) < ($1.chance.right, -$1.cost) }
  }
}
