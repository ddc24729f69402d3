internal import ScalingAnalysis

/// Puts the outcome of a contest of shapes into words.
struct ShapeWords {
  let claim: ShapeClaim
  let data: CurveData
  let contest: ShapeContest
  let level: Double

  var finding: Finding {
    Finding(
      outcome.verdict, statement, evidence: evidence, against: against + closeness,
      assumptions: assumptions,
      wouldDecide: wouldDecide)
  }

  private var outcome: ShapeContest.Outcome { contest.outcome(level: level) }
  private var threshold: Double { ShapeContest.threshold(level) }
  private var range: String { "\(short(data.x.min() ?? 0)) to \(short(data.x.max() ?? 0))" }

  private var statement: String {
    let points = "these \(contest.count) points"
    switch outcome {
    case .supported:
      return "The curve \(claim.shape.words): \(points) support it against "
        + list(contest.rivals.map(\.family)) + "."
    case .contradicted:
      let better = contest.rivals.first { $0.pValue > threshold } ?? contest.best
      return "The data contradict that the curve \(claim.shape.words): \(better.family.noun) "
        + "describes \(points) better, by more than chance explains."
    case .undecided:
      return "\(capitalised(points)) cannot tell whether the curve \(claim.shape.words): they do "
        + "not rule out " + list(contest.rivals.filter { $0.pValue > threshold }.map(\.family))
        + "."
    case .noneFits:
      return "No candidate fits \(points): neither that the curve \(claim.shape.words), nor any "
        + "rival, would give such data."
    }
  }

  private var evidence: [Evidence] {
    let claimed = contest.claimed.noun
    var result = [
      Evidence("points", Double(contest.count)),
      simulated(
        "if \(claimed) were true, its best rival would fit better by as much or more",
        contest.claimPValue),
    ]
    for rival in contest.rivals { result += evidence(rival, claimed) }
    return result
  }

  private func evidence(_ rival: ShapeContest.Rival, _ claimed: String) -> [Evidence] {
    let noun = rival.family.noun
    let place = { (column: String) in Evidence.Place(row: noun, column: column) }
    return [
      Evidence(
        "fit of \(claimed) above that of \(noun)", rival.difference, unit: "log-likelihood units",
        place: place("claim ahead, in ln likelihood")),
      simulated(
        "if \(noun) were true, the claim would look as good beside it", rival.pValue,
        place: place("if true: claim looks as good")),
      simulated(
        "if \(noun) were true, the claim would be contradicted", rival.power,
        place: place("if true: claim contradicted")),
    ]
  }

  private func simulated(
    _ name: String, _ share: Double, place: Evidence.Place? = nil
  ) -> Evidence {
    Evidence(
      name, 100 * share, unit: "% of simulations", error: 100 * contest.error(of: share),
      place: place)
  }

  /// What is added where the simulations are too few to be sure of the outcome.
  private var closeness: String {
    contest.closeShare(level: level).map {
      " The share of \(percent($0)) lies within two errors of the simulation of the limit of "
        + "\(percent(threshold)): another seed may say otherwise; raise --simulations."
    } ?? ""
  }

  private var against: String {
    switch outcome {
    case .supported:
      let closest = contest.rivals.max { $0.pValue < $1.pValue } ?? contest.best
      return "\(capitalised(closest.family.noun)) comes closest: it would make the claim look this "
        + "good in \(percent(closest.pValue)) of simulations; only the named rivals were tried."
    case .contradicted:
      return "The claimed shape would do as badly in \(percent(contest.claimPValue)) of "
        + "simulations, which is not never; with outliers it may be more."
    case .undecided:
      let difference = contest.best.difference
      return difference > 0
        ? "\(capitalised(contest.claimed.noun)) fits better than every rival, by "
          + "\(short(difference)) log-likelihood units."
        : "\(capitalised(contest.best.family.noun)) fits better, by \(short(-difference)) "
          + "log-likelihood units."
    case .noneFits:
      return "The scatter may be larger, or less normal, than assumed."
    }
  }

  private var wouldDecide: String {
    switch outcome {
    case .supported, .contradicted:
      return "Further points outside \(range) could overturn this."
    case .undecided:
      let open = contest.rivals.filter { $0.pValue > threshold }
      let worst = open.min { $0.power < $1.power } ?? contest.best
      let questions = data.isAccuracy ? ", or more questions for each" : ""
      return "Points outside \(range)\(questions): if \(worst.family.noun) were "
        + "true as fitted, a design like this one would contradict the claim in "
        + "\(percent(worst.power)) of cases."
    case .noneFits: return "Points at more x, to find the shape that does fit."
    }
  }

  private var assumptions: [String] {
    var result = [
      contest.noise.words(spread: contest.spread),
      "a family is rejected where it gives such data in at most " + percent(threshold)
        + " of \(contest.simulations) simulations, so that a wrong verdict has a chance of at most "
        + percent(level),
    ]
    if contest.hasMargin {
      result.append(
        "a curve that departs from \(contest.claimed.noun) by less than "
          + percent(ShapeFitter.margin) + " of its own spread over the points counts as one")
    }
    if data.sharedQuestionCount { result.append(ShapeCheck.shared) }
    return result
  }

  private func list(_ families: [ShapeFamily]) -> String {
    let nouns = families.map(\.noun)
    guard nouns.count > 1 else { return nouns.first ?? "" }
    return nouns.dropLast().joined(separator: ", ") + " and " + (nouns.last ?? "")
  }
}
