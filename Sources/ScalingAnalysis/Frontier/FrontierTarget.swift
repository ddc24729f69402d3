/// What it costs to reach a score.
public struct FrontierTarget: Sendable, Equatable {
  /// The score.
  public let score: Double
  /// The cheapest record that has it, by its place among the records; absent where none has.
  public let record: Int?
  /// The chance that the true score of that record reaches it; absent where scores are exact.
  public let chance: Double?
  /// The cost at which a line between the two neighbours on the frontier has the score, straight
  /// in the score and the logarithm of the cost; absent where one of the two is missing or the
  /// dearer has just this score. Nothing was measured there.
  public let interpolatedCost: Double?
  /// The range of the cost of the cheapest record whose true score reaches it; the upper end is
  /// open where too many draws have no such record. Absent where scores are exact.
  public let interval: Interval?
  /// The share of draws in which any record reaches it; absent where scores are exact.
  public let reachedShare: Double?

  /// The cheapest of a frontier that has a score.
  static func cheapest(_ score: Double, on frontier: Frontier, scores: [Double]) -> Int? {
    frontier.members.first { scores[$0] >= score }
  }

  /// The cost between the last member below the score and the first that has it.
  static func interpolatedCost(
    _ score: Double, on frontier: Frontier, costs: [Double], scores: [Double]
  ) -> Double? {
    guard let place = frontier.members.firstIndex(where: { scores[$0] >= score }), place > 0
    else { return nil }
    let (below, above) = (frontier.members[place - 1], frontier.members[place])
    guard scores[above] > score else { return nil }
    let share = (score - scores[below]) / (scores[above] - scores[below])
    let low = logarithm(costs[below])
    return exponential(low + share * (logarithm(costs[above]) - low))
  }

  /// The central range of simulated costs; infinite ones leave the upper end open.
  static func interval(_ costs: [Double], level: Double) -> Interval? {
    guard !costs.isEmpty else { return nil }
    let sorted = costs.sorted()
    let tail = (1 - level) / 2
    let end = { (share: Double) -> Double? in
      let value = sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
      return value.isFinite ? value : nil
    }
    guard let lower = end(tail) else { return nil }
    return Interval(level: level, lower: lower, upper: end(1 - tail), method: .simulation)
  }
}
