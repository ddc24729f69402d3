/// Looks for the cheapest plan that reaches a power: a quick look at every place with more and more
/// repeats, then a thorough one at the plans that seem to reach it, the cheapest first.
struct PlanSearch {
  let simulation: PlanSimulation
  let settings: PlanSettings

  private static let quick = PlanSimulation.Effort(replicates: 40, simulations: 199, stream: 1)
  private static let second = PlanSimulation.Effort(replicates: 160, simulations: 199, stream: 2)
  /// So many plans are looked at thoroughly.
  private static let mostConfirmed = 3

  /// Everything that was looked at, in order of cost.
  func candidates(
    _ places: [PlannedPoints], progress: (Double) -> Void
  ) -> [ShapePlan.Candidate] {
    var result: [ShapePlan.Candidate] = []
    var limit = settings.budget ?? .infinity
    let ordered = places.sorted { settings.price.cost($0) < settings.price.cost($1) }
    for (index, points) in ordered.enumerated() {
      let found = climb(points, limit: limit)
      result += found
      if let last = found.last, last.chance.right >= settings.power {
        limit = min(limit, last.cost)
      }
      progress(Double(index + 1) / Double(ordered.count))
    }
    return result.sorted { $0.cost < $1.cost }
  }

  /// One place with more and more repeats, until the power is reached or the cost too high.
  private func climb(_ points: PlannedPoints, limit: Double) -> [ShapePlan.Candidate] {
    var result: [ShapePlan.Candidate] = []
    for repeats in [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64] where repeats <= settings.mostRepeats
    {
      var points = points
      points.repeats = repeats
      let cost = settings.price.cost(points)
      guard cost <= limit else { break }
      let chance = look(points)
      result.append(ShapePlan.Candidate(points: points, cost: cost, chance: chance))
      if chance.right >= settings.power { break }
    }
    return result
  }

  /// A second look where the first leaves open whether the power is reached.
  private func look(_ points: PlannedPoints) -> PlanChance {
    let chance = simulation.chance(points, Self.quick)
    let isOpen = abs(chance.right - settings.power) < 2 * chance.error
    return isOpen ? simulation.chance(points, Self.second) : chance
  }

  /// The cheapest candidate that reaches the power in a thorough look; otherwise nothing, and the
  /// best one looked at in the same way.
  func confirmed(
    _ candidates: [ShapePlan.Candidate]
  ) -> (reaching: ShapePlan.Candidate?, best: ShapePlan.Candidate?) {
    let close = candidates.filter { $0.chance.right + $0.chance.error >= settings.power }
    let effort = PlanSimulation.Effort(
      replicates: settings.replicates, simulations: min(settings.check.simulations, 399),
      stream: 3)
    var best: ShapePlan.Candidate?
    let tried =
      close.isEmpty ? Array(Self.best(candidates)) : Array(close.prefix(Self.mostConfirmed))
    for candidate in tried {
      var thorough = candidate
      thorough.chance = simulation.chance(candidate.points, effort)
      if thorough.chance.right >= settings.power { return (thorough, thorough) }
      if thorough.chance.right > best?.chance.right ?? -1 { best = thorough }
    }
    return (nil, best)
  }

  private static func best(_ candidates: [ShapePlan.Candidate]) -> [ShapePlan.Candidate] {
    let best = candidates.max { ($0.chance.right, -$0.cost) < ($1.chance.right, -$1.cost) }
    return best.map { [$0] } ?? []
  }
}
