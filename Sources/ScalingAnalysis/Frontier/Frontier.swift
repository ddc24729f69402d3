/// The records that no other one beats on cost and score together (Pareto's frontier).
///
/// A record is dominated when another costs the same or less and scores the same or more, and is
/// better in one of the two. So along the frontier each record scores strictly more than all that
/// cost the same or less. Of records of one cost only the best counts, of records of one score
/// only the cheapest; records that agree in both share their place.
public struct Frontier: Sendable, Equatable {
  /// The records on the frontier, cheapest first; those that share a place in their order.
  public let members: [Int]
  /// For each record the cheapest of the frontier that dominates it; absent on the frontier.
  public let dominators: [Int?]

  /// The frontier of points, all of them finite.
  public init(costs: [Double], scores: [Double]) {
    let order = Self.order(costs)
    var members: [Int] = []
    var best = -Double.infinity
    for run in Self.runs(order, costs) {
      let top = order[run].map { scores[$0] }.max() ?? -.infinity
      guard top > best else { continue }
      best = top
      members += order[run].filter { scores[$0] == top }
    }
    self.members = members
    let chosen = Set(members)
    dominators = costs.indices.map { index in
      chosen.contains(index)
        ? nil : members.first { costs[$0] <= costs[index] && scores[$0] >= scores[index] }
    }
  }

  /// Points by rising cost, equal ones in their order.
  static func order(_ costs: [Double]) -> [Int] {
    costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
  }

  /// The ranges of an order that have one cost.
  static func runs(_ order: [Int], _ costs: [Double]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for place in order.indices.dropFirst() where costs[order[place]] != costs[order[place - 1]] {
      runs.append(start..<place)
      start = place
    }
    if start < order.count { runs.append(start..<order.count) }
    return runs
  }
}
