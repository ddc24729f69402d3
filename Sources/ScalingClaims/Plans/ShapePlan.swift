public import ScalingAnalysis

/// Which further points would decide a claim on a shape, and at what cost.
///
/// The chance of a decision is the assurance of the design (O'Hagan, Stevens and Campbell 2005): the
/// share of right verdicts over what the points so far leave open, families by their Akaike weights
/// and coefficients by their uncertainty. A plan must also keep the level of wrong verdicts under
/// each of these families, however little weight it has.
public struct ShapePlan: Sendable, Equatable {
  /// Points that could be added.
  public struct Candidate: Sendable, Equatable {
    /// The points.
    public let points: PlannedPoints
    /// What they cost.
    public let cost: Double
    /// How often they decide.
    public internal(set) var chance: PlanChance
  }

  /// What is to be done.
  public enum Answer: Sendable, Equatable {
    /// Nothing: the points so far decide.
    case decided(Verdict)
    /// These points, the cheapest that reach the power.
    case measure(Candidate)
    /// No plan within the budget reaches it; the best one, where any was affordable.
    case none(best: Candidate?)
  }

  /// The answer.
  public let answer: Answer
  /// The families that may be true, by weight.
  public let truths: [PlausibleFamily]
  /// The rivals that the claim is held against.
  public let rivals: [ShapeFamily]
  /// What was looked at, in order of cost; the chances are rougher than that of the answer.
  public let candidates: [Candidate]
  /// Observations so far.
  public let count: Int

  /// Looks for a plan.
  ///
  /// The single questions of new points are not known, so that only their number counts here.
  ///
  /// - Parameters:
  ///   - data: the points so far.
  ///   - claim: what is to be decided.
  ///   - settings: the chance that is wanted, prices, and what simulations take.
  ///   - progress: told the finished share of the search.
  /// - Throws: `ClaimError` when the claim has no contest, or the points do not allow one.
  public init(
    _ data: CurveData, _ claim: ShapeClaim, settings: PlanSettings,
    progress: (Double) -> Void = { _ in }
  ) throws(ClaimError) {
    let data = CurveData(x: data.x, y: data.y, items: data.items, isAccuracy: data.isAccuracy)
    let rivals = try claim.contestants()
    let claimed = claim.shape.claimed
    let contest = try ShapeContest(
      data, claimed: claimed, rivals: rivals, settings: settings.check)
    truths = try PlausibleFamily.all(data, claimed: claimed, rivals: rivals)
      .sorted { $0.weight > $1.weight }
    self.rivals = rivals
    count = data.count
    let verdict = contest.outcome(level: settings.check.level).verdict
    guard verdict == .inconclusive else {
      (answer, candidates) = (.decided(verdict), [])
      return
    }
    let places = PlanPlaces.all(data.x, named: settings.places)
    let search = PlanSearch(
      simulation: PlanSimulation(
        data: data, claimed: claimed, rivals: rivals, truths: truths, check: settings.check),
      settings: settings)
    candidates = search.candidates(
      try Self.withItems(places, data, settings), progress: progress)
    let (reaching, best) = search.confirmed(candidates)
    answer = reaching.map { .measure($0) } ?? .none(best: best)
  }

  private static func withItems(
    _ points: [PlannedPoints], _ data: CurveData, _ settings: PlanSettings
  ) throws(ClaimError) -> [PlannedPoints] {
    let usual = data.usualItems
    guard settings.items.isEmpty || usual != nil else {
      throw ClaimError(
        "the number of questions matters only where it is known for every point; name its column, "
          + "or leave it out")
    }
    let choices: [Double?] = settings.items.isEmpty ? [usual] : settings.items
    return points.flatMap { place in
      choices.map { PlannedPoints(place.place, place.x, items: $0) }
    }
  }
}
