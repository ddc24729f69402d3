internal import ScalingAnalysis
internal import ScalingData

/// How a frontier is put into words.
struct FrontierWords {
  let report: FrontierReport
  private let quantities: QuantityWords

  init(_ report: FrontierReport) {
    self.report = report
    quantities = QuantityWords(report.table.plotted)
  }

  private var analysis: FrontierAnalysis { report.analysis }

  /// A cost in its unit.
  func cost(_ value: Double) -> String { quantities.position(value) }

  /// A score.
  func score(_ value: Double) -> String {
    quantities.isAccuracy
      ? NumberText.percent(value, decimals: 1) : NumberText.significant(value, 4)
  }

  /// A chance, without claiming certainty that a simulation cannot give.
  func chance(_ value: Double) -> String {
    let least = max(1 / Double(report.settings.draws), 0.001)
    if value >= 1 { return "> " + NumberText.percent(1 - least, decimals: 1) }
    if value <= 0 { return "< " + NumberText.percent(least, decimals: 1) }
    return NumberText.percent(value, decimals: 1)
  }

  /// The largest Monte Carlo standard error of a chance, in points.
  var simulationError: String {
    NumberText.fixed(50 / Double(report.settings.draws).squareRoot(), 1)
  }

  var level: String { NumberText.fixed(100 * report.settings.level, 0) + " %" }

  /// What is compared, such as "score against cost_per_task_usd".
  var axes: String { "\(report.table.y.column) against \(report.table.x.column)" }

  /// The finding as a sentence.
  var statement: String {
    let members = analysis.frontier.members
    guard let first = members.first, let last = members.last else { return "" }
    let count = members.count
    let head =
      analysis.records.count == 1
      ? "The only record is on the frontier"
      : "\(count) of \(analysis.records.count) records \(count == 1 ? "is" : "are") on the frontier"
    guard count > 1 else { return head + ": " + place(first) }
    if analysis.costs[first] == analysis.costs[last] {
      return head + ", where they share one place: " + place(first)
    }
    return head + ", from " + place(first) + " to " + place(last)
  }

  /// A record with its numbers.
  func place(_ index: Int) -> String {
    let record = analysis.records[index]
    return "\(record.name) (\(score(record.score)) at \(cost(analysis.costs[index])))"
  }

  /// What a target costs.
  func sentence(_ target: FrontierTarget, name: String?) -> String {
    let goal = (name.map { "\($0), " } ?? "") + score(target.score)
    guard let record = target.record else { return goal + ": " + notReached(target) }
    let here = analysis.records[record]
    var text =
      "\(goal): \(cost(analysis.costs[record])) by \(here.name) (\(score(here.score)))"
    if let chance = target.chance {
      text += ", whose true score reaches it with a chance of \(self.chance(chance))"
    }
    if let between = target.interpolatedCost {
      text += "; on a line between its neighbours on the frontier \(cost(between)), where "
      text += "nothing was measured"
    }
    if let interval = target.interval {
      text += "; \(range(interval)) in \(level) of simulated tables"
    }
    return text
  }

  private func notReached(_ target: FrontierTarget) -> String {
    let best = analysis.frontier.members.last.map { place($0) } ?? "none"
    var text = "not reached by any record; the best is \(best)"
    if let share = target.reachedShare {
      text += "; the true score of some record reaches it with a chance of \(chance(share))"
    }
    return text
  }

  private func range(_ interval: Interval) -> String {
    guard let lower = interval.lower else { return "open" }
    return interval.upper.map { "\(cost(lower)) to \(cost($0))" } ?? "\(cost(lower)) or more"
  }

  /// The best record within a budget.
  func sentence(budget: Double, best: Int?, name: String?) -> String {
    let goal = (name.map { "\($0), " } ?? "") + cost(budget)
    guard let best else { return goal + ": every record costs more" }
    return "\(goal): at best \(place(best))"
  }

  /// A contradiction with the lines it stands on.
  func sentence(_ conflict: RecordConflict) -> String {
    let what =
      conflict.costsDiffer && conflict.scoresDiffer
      ? "cost and score differ" : conflict.costsDiffer ? "costs differ" : "scores differ"
    let cases = conflict.records.prefix(Self.mostCases).map { index in
      "\(score(analysis.records[index].score)) at \(cost(analysis.costs[index])) "
        + "(line \(analysis.records[index].line))"
    }
    let name = ([conflict.name] + conflict.identity.filter { !$0.isEmpty }).joined(separator: ", ")
    let more = conflict.records.count - cases.count
    return "\(name): \(what): \(cases.joined(separator: ", "))"
      + (more > 0 ? " and \(more) more" : "")
  }

  /// The records of a contradiction that are told; the documents for machines have all.
  private static let mostCases = 6

  /// A gain per tenfold of cost.
  func gain(_ value: Double) -> String {
    let size =
      quantities.isAccuracy
      ? NumberText.fixed(abs(100 * value), 1) : NumberText.significant(abs(value), 3)
    return (value < 0 ? "−" : "+") + size
  }

  /// The unit of such a gain.
  var gainUnit: String { quantities.isAccuracy ? "points" : report.table.y.title }

  /// An interval of such gains.
  func gains(_ interval: Interval?) -> String {
    guard let lower = interval?.lower, let upper = interval?.upper else { return "" }
    return "\(gain(lower)) to \(gain(upper))"
  }
}
