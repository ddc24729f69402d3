internal import ScalingAnalysis

/// Simulates what a claim's verdict would be after further points: the points so far are kept, the
/// new ones drawn from each plausible family, and all of them judged by the contest.
struct PlanSimulation: Sendable {
  let data: CurveData
  let claimed: [ShapeFamily]
  let rivals: [ShapeFamily]
  let truths: [PlausibleFamily]
  let check: CheckSettings

  /// How much is simulated.
  struct Effort {
    /// Results over all truths together.
    var replicates: Int
    /// Series per family in each contest.
    var simulations: Int
    /// Keeps the random numbers of one use apart from those of another.
    var stream: UInt64
    /// The least share of the results that each truth gets, so that wrong verdicts under one of
    /// little weight are seen as well.
    var leastShare: Double
  }

  /// What one contest said.
  private struct Result: Sendable {
    var verdict: Verdict
    /// The rival that fits best of those that stay possible.
    var blocker: ShapeFamily?
  }

  func chance(_ points: PlannedPoints, _ effort: Effort) -> PlanChance {
    let jobs = truths.indices.flatMap { truth in
      (0..<replicates(truths[truth], effort)).map { (truth: truth, replicate: $0) }
    }
    let predictions = truths.map { prediction($0, points) }
    let field = try? ShapeField(
      x: data.x + points.positions, claimed: claimed, rivals: rivals)
    let results = parallelMap(jobs.count, threads: check.threads) { job -> Result? in
      guard let field else { return nil }
      var random = RandomSource(
        seed: check.seed &+ effort.stream,
        stream: UInt64(jobs[job].truth) << 32 + UInt64(jobs[job].replicate))
      return result(points, field, predictions[jobs[job].truth], effort, &random)
    }
    return PlanChance(
      cases: truths.indices.map { truth in
        let own = zip(jobs, results).filter { $0.0.truth == truth }.map(\.1)
        return summary(truths[truth], own)
      })
  }

  private func prediction(
    _ truth: PlausibleFamily, _ points: PlannedPoints
  ) -> FamilyPrediction {
    let near = truth.isClaimed ? nil : claimed.first { $0.canBeAsNear(as: truth.family) }
    return FamilyPrediction(
      truth.family, data, at: points.positions, items: points.questions, apartFrom: near)
  }

  /// In proportion to the weight of a truth, but no less than its least share.
  private func replicates(_ truth: PlausibleFamily, _ effort: Effort) -> Int {
    let share = max(truth.weight, effort.leastShare)
    return max(Int((share * Double(effort.replicates)).rounded(.up)), 1)
  }

  private func result(
    _ points: PlannedPoints, _ field: ShapeField, _ prediction: FamilyPrediction,
    _ effort: Effort, _ random: inout RandomSource
  ) -> Result? {
    let drawn = prediction.draw(&random)
    let y = data.isAccuracy ? drawn.map { min(max($0, 0), 1) } : drawn
    let all = CurveData(
      x: data.x + points.positions, y: data.y + y,
      items: data.items + y.map { _ in points.questions }, isAccuracy: data.isAccuracy)
    let settings = CheckSettings(
      level: check.level, simulations: effort.simulations, seed: random.next(), threads: 1)
    guard let trial = try? ShapeTrial(all, field, settings: settings) else { return nil }
    return Result(verdict: trial.outcome.verdict, blocker: trial.remaining)
  }

  private func summary(_ truth: PlausibleFamily, _ results: [Result?]) -> PlanChance.Case {
    let goal: Verdict = truth.isClaimed ? .supported : .contradicted
    let contrary: Verdict = truth.isClaimed ? .contradicted : .supported
    let count = Double(results.count)
    let undecided = results.compactMap(\.self).filter { $0.verdict == .inconclusive }
    let blockers = rivals.map { rival in undecided.count { $0.blocker == rival } }
    let most = blockers.max().flatMap { $0 > 0 ? blockers.firstIndex(of: $0) : nil }
    return PlanChance.Case(
      truth: truth, replicates: results.count,
      right: Double(results.count { $0?.verdict == goal }) / count,
      wrong: Double(results.count { $0?.verdict == contrary }) / count,
      blocker: truth.isClaimed ? most.map { rivals[$0] } : nil)
  }
}

extension CurveData {
  /// The median number of questions behind a point; absent unless all are known.
  var usualItems: Double? {
    let known = items.compactMap(\.self).sorted()
    return isAccuracy && known.count == count && count > 0 ? known[known.count / 2] : nil
  }
}
