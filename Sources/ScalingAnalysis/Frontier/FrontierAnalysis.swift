public import ScalingData

/// Score against cost: the frontier, how sure each place on it is, what targets cost, ladders of
/// effort, and records that contradict each other.
public struct FrontierAnalysis: Sendable, Equatable {
  /// The records that compete: those with a cost above 0, repetitions left out.
  public let records: [ScoredRecord]
  /// Their costs.
  public let costs: [Double]
  /// What is known about the true score of each.
  public let spreads: [ScoreSpread]
  /// The interval of each score; absent where it is taken as exact.
  public let intervals: [Interval?]
  /// The frontier; its indices are places among `records`.
  public let frontier: Frontier
  /// The chance that each record is on the frontier of the true scores; absent where all scores
  /// are exact.
  public let chances: [Double]?
  /// What each target costs.
  public let targets: [FrontierTarget]
  /// For each budget the best record within it; absent where all are dearer.
  public let withinBudgets: [Int?]
  /// The models at several efforts.
  public let ladders: [EffortLadder]
  /// The records that contradict each other, all of which compete.
  public let conflicts: [RecordConflict]
  /// The records that were left out.
  public let leftOut: LeftOut

  /// Records that do not compete.
  public struct LeftOut: Sendable, Equatable {
    /// Those whose cost is unknown.
    public let unknownCost: [ScoredRecord]
    /// Those whose cost is not above 0.
    public let noCost: [ScoredRecord]
    /// Those that repeat an earlier one.
    public let repetitions: Int
  }

  /// Analyses records; the result is the same for any number of threads.
  ///
  /// - Throws: `FrontierError` where no record has a cost above 0.
  public init(
    _ all: [ScoredRecord], isAccuracy: Bool, settings: FrontierSettings = FrontierSettings()
  ) throws(FrontierError) {
    let priced = all.filter { ($0.cost ?? 0) > 0 }
    guard !priced.isEmpty else { throw FrontierError.noCost(all.count) }
    let agreement = RecordAgreement(priced)
    leftOut = LeftOut(
      unknownCost: all.filter { $0.cost == nil }, noCost: all.filter { ($0.cost ?? 1) <= 0 },
      repetitions: agreement.repetitionCount)
    let records = agreement.distinct.map { priced[$0] }
    let costs = records.compactMap(\.cost)
    let scores = records.map(\.score)
    let spreads = records.map { ScoreSpread($0, isAccuracy: isAccuracy) }
    let frontier = Frontier(costs: costs, scores: scores)
    self.records = records
    self.costs = costs
    self.spreads = spreads
    self.frontier = frontier
    intervals = zip(spreads, scores).map { $0.interval(around: $1, level: settings.level) }
    conflicts = agreement.conflicts
    ladders = EffortLadder.all(
      records, costs: costs, conflicts: agreement.conflicts, level: settings.level)
    withinBudgets = settings.budgets.map { budget in
      frontier.members.last { costs[$0] <= budget }
    }
    let candidates = settings.targets.map {
      FrontierTarget.cheapest($0, on: frontier, scores: scores)
    }
    let simulation =
      spreads.allSatisfy { $0 == .none }
      ? nil
      : FrontierSimulation(
        costs: costs, scores: scores, spreads: spreads, candidates: candidates,
        settings: settings)
    let draws = Double(settings.draws)
    chances = simulation.map { $0.onFrontier.map { Double($0) / draws } }
    targets = settings.targets.indices.map { index in
      let score = settings.targets[index]
      return FrontierTarget(
        score: score, record: candidates[index],
        chance: candidates[index].flatMap { _ in
          simulation.map { Double($0.reached[index]) / draws }
        },
        interpolatedCost: FrontierTarget.interpolatedCost(
          score, on: frontier, costs: costs, scores: scores),
        interval: simulation.flatMap {
          FrontierTarget.interval($0.costs[index], level: settings.level)
        },
        reachedShare: simulation.map {
          Double($0.costs[index].count(where: \.isFinite)) / draws
        })
    }
  }
}
