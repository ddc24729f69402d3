internal import ScalingAnalysis
internal import ScalingClaims
internal import ScalingData

/// A plan in words.
struct PlanWords {
  let report: PlanReport
  private let words: QuantityWords
  private var plan: ShapePlan { report.plan }

  init(_ report: PlanReport) {
    self.report = report
    words = QuantityWords(report.table)
  }

  /// The answer as a short title.
  var title: String {
    switch plan.answer {
    case .decided(let verdict): "The points so far decide: \(verdict.rawValue)"
    case .measure(let candidate):
      "\(measurement(candidate.points).sentenceStart) would decide in "
        + "\(percent(candidate.chance.right)) of cases"
    case .none: "No \(kind) decides this"
    }
  }

  /// The answer in one sentence.
  var statement: String {
    switch plan.answer {
    case .decided(let verdict):
      return
        "The \(plan.count) points so far decide: that \(claim) is \(verdict.rawValue). Nothing "
        + "needs to be measured."
    case .measure(let candidate):
      return "Measure \(measurement(candidate.points)), at a cost of \(cost(candidate.cost)): the "
        + "verdict on whether \(claim) is then decided, and right, with \(chance(candidate.chance)), and wrong in "
        + "at most \(percent(candidate.chance.worst?.wrong ?? 0)) of cases whichever family is true."
    case .none(let best):
      let limit = report.settings.budget.map { " within a budget of \(cost($0))" } ?? ""
      guard let best else {
        return "No \(kind) decides whether \(claim): no plan costs so little\(limit)."
      }
      return
        "No \(kind) decides whether \(claim): no plan that was looked at\(limit) reaches a chance of "
        + "\(percent(report.settings.power)) with wrong verdicts in at most "
        + "\(percent(report.settings.check.level)) of cases whichever family is true. The best, "
        + "\(measurement(best.points)) at a cost of \(cost(best.cost)), has \(chance(best.chance))."
    }
  }

  /// What there is none of.
  private var kind: String {
    report.settings.budget == nil ? "design that was looked at" : "affordable design"
  }

  /// The candidate that the answer is about.
  var candidate: ShapePlan.Candidate? {
    switch plan.answer {
    case .decided: nil
    case .measure(let candidate): candidate
    case .none(let best): best
    }
  }

  /// What happens under each truth, the likeliest first.
  var cases: [String] {
    (candidate?.chance.cases ?? []).map { part in
      let goal = part.truth.isClaimed ? "supported" : "contradicted"
      let contrary = part.truth.isClaimed ? "contradicted" : "supported"
      return "If \(part.truth.family.noun) is true (weight \(percent(part.truth.weight))): \(goal) "
        + "in \(percent(part.right)), wrongly \(contrary) in \(percent(part.wrong)) of "
        + "\(part.replicates) simulations."
    }
  }

  /// The family that is judged wrongly most often, whatever its weight.
  var risk: String? {
    guard let worst = candidate?.chance.worst else { return nil }
    let level = report.settings.check.level
    let limit = worst.wrong > level ? ", more than the \(percent(level)) that are allowed" : ""
    return "The largest chance of a wrong verdict is \(percent(worst.wrong)) (Monte Carlo error "
      + "\(points(worst.wrongError))), if \(worst.truth.family.noun) is true\(limit)."
  }

  /// Which rival leaves the claim open, where no design helps.
  var obstacle: String? {
    guard case .none = plan.answer,
      let part = candidate?.chance.cases.first(where: { $0.truth.isClaimed }),
      part.right < report.settings.power, let blocker = part.blocker
    else { return nil }
    return
      "If \(part.truth.family.noun) is true, what most often stays possible is \(blocker.noun): "
      + "some of its curves may come too near. Name the rivals that matter with --against."
  }

  /// What is taken for granted.
  var assumptions: [String] {
    guard candidate != nil else { return [] }
    let level = percent(report.settings.check.level)
    var result = [
      "a plan decides only where wrong verdicts stay within \(level) whichever of these families is "
        + "true",
      "one of the families of the contest is true; their weights are those of AICc on the "
        + "\(plan.count) points so far",
      "new points scatter about the curve as the points so far do"
        + (usesItems
          ? ", as right answers out of their questions; repeats of an x are put together into one point"
          : ""),
      "cost is \(costRule)",
    ]
    if words.isAccuracy {
      result.append("an accuracy that a curve puts outside 0 to 100 % is cut off there")
    }
    return result
  }

  /// The points of a plan: how many, where, how often.
  func measurement(_ points: PlannedPoints) -> String {
    let places =
      points.place == .again
      ? "the same \(points.x.count) x again" : points.x.map(position).joined(separator: ", ")
    let noun = points.place == .again || words.quantity == .dollars ? "" : " " + words.xNoun
    let times = points.repeats > 1 ? ", \(points.repeats) times each" : ""
    let items = points.items.map { ", with \(NumberText.fixed($0, 0)) questions" } ?? ""
    return places + noun + times + items
  }

  /// An x; small whole numbers without decimals.
  func position(_ x: Double) -> String {
    words.quantity == .other || words.quantity == .dollars || x >= 1000 || x != x.rounded()
      ? words.position(x) : NumberText.fixed(x, 0)
  }

  /// An x in the few letters that a figure has room for.
  func shortPosition(_ x: Double) -> String {
    switch words.quantity {
    case .tokens, .samples, .flop, .parameters, .other: x < 1000 ? position(x) : LawWords.short(x)
    case .dollars, .date: position(x)
    }
  }

  /// A cost to three digits.
  func cost(_ value: Double) -> String { NumberText.significant(value, 3) }

  /// How the cost follows from the points.
  var costRule: String {
    let price = report.settings.price
    let questions = usesItems ? " and question" : ""
    let unit =
      price.perUnit == 1
      ? "x" + (usesItems ? " times questions" : "")
      : "\(NumberText.significant(price.perUnit * 1e6, 4)) per million of x\(questions)"
    let run = "\(NumberText.significant(price.perRun, 4)) per run"
    switch (price.perUnit > 0, price.perRun > 0) {
    case (true, true): return "\(unit), and \(run)"
    case (true, false): return "\(unit), summed over runs"
    case (false, true): return run
    case (false, false): return "nothing"
    }
  }

  private var usesItems: Bool { plan.candidates.contains { $0.points.items != nil } }

  private var claim: String {
    let against =
      report.claim.rivals.isEmpty
      ? "" : ", against " + report.claim.rivals.map(\.noun).joined(separator: " and ")
    return "the curve \(report.claim.shape.words)\(against)"
  }

  private func chance(_ chance: PlanChance) -> String {
    "a chance of \(percent(chance.right)) (Monte Carlo error \(points(chance.error)))"
  }

  private func points(_ share: Double) -> String {
    NumberText.fixed(100 * share, 1) + " points"
  }

  /// A share in whole percent, with one decimal below ten.
  func percent(_ share: Double) -> String {
    NumberText.percent(share, decimals: share > 0 && share < 0.1 ? 1 : 0)
  }
}
