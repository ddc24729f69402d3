/// Frontiers of simulated true scores: how often each record is on one, and what targets cost.
///
/// The scores of a draw are independent of each other. Records that answered the same questions
/// have scores that rise and fall together, so that their differences are known better than this.
struct FrontierSimulation {
  /// How often each record is on the frontier.
  private(set) var onFrontier: [Int]
  /// For each target how often the record that is asked about reaches it.
  private(set) var reached: [Int]
  /// For each target the cost of the cheapest record that reaches it, draw by draw; infinite
  /// where none does.
  private(set) var costs: [[Double]]

  private static let blockSize = 50

  /// - Parameter candidates: for each target the record that is asked about.
  init(
    costs: [Double], scores: [Double], spreads: [ScoreSpread], candidates: [Int?],
    settings: FrontierSettings
  ) {
    let order = Frontier.order(costs)
    let walk = Walk(
      costs: costs, scores: scores, spreads: spreads, order: order,
      runs: Frontier.runs(order, costs), targets: settings.targets, candidates: candidates,
      seed: settings.seed)
    let blocks = (settings.draws + Self.blockSize - 1) / Self.blockSize
    let draws = settings.draws
    let parts = parallelMap(blocks, threads: settings.threads) { block in
      walk.count(block * Self.blockSize..<min(draws, (block + 1) * Self.blockSize))
    }
    onFrontier = scores.map { _ in 0 }
    reached = settings.targets.map { _ in 0 }
    self.costs = settings.targets.map { _ in [] }
    for part in parts {
      for index in onFrontier.indices { onFrontier[index] += part.onFrontier[index] }
      for index in reached.indices {
        reached[index] += part.reached[index]
        self.costs[index] += part.costs[index]
      }
    }
  }

  private struct Counts: Sendable {
    var onFrontier: [Int]
    var reached: [Int]
    var costs: [[Double]]
  }

  /// One pass over the records in order of cost per draw.
  private struct Walk: Sendable {
    let costs: [Double]
    let scores: [Double]
    let spreads: [ScoreSpread]
    let order: [Int]
    let runs: [Range<Int>]
    let targets: [Double]
    let candidates: [Int?]
    let seed: UInt64

    func count(_ draws: Range<Int>) -> Counts {
      var counts = Counts(
        onFrontier: scores.map { _ in 0 }, reached: targets.map { _ in 0 },
        costs: targets.map { _ in [] })
      var values = scores
      for draw in draws {
        var random = RandomSource(seed: seed, stream: UInt64(draw))
        for index in values.indices {
          values[index] = spreads[index].draw(around: scores[index], &random)
        }
        add(values, to: &counts)
      }
      return counts
    }

    private func add(_ values: [Double], to counts: inout Counts) {
      var best = -Double.infinity
      for run in runs {
        var top = -Double.infinity
        for place in run { top = max(top, values[order[place]]) }
        guard top > best else { continue }
        best = top
        for place in run where values[order[place]] == top { counts.onFrontier[order[place]] += 1 }
      }
      for (index, target) in targets.enumerated() {
        let first = order.first { values[$0] >= target }
        counts.costs[index].append(first.map { costs[$0] } ?? .infinity)
        if let candidate = candidates[index], values[candidate] >= target {
          counts.reached[index] += 1
        }
      }
    }
  }
}
