internal import ScalingAnalysis

/// Judges a claim on the shape of a curve.
struct ShapeCheck {
  let claim: ShapeClaim
  let data: CurveData
  let settings: CheckSettings

  /// Fewer points than these are never evidence of a shape.
  private static let fewestPoints = 5

  func finding() throws(ClaimError) -> Finding {
    guard data.count >= Self.fewestPoints else { return tooFew }
    if claim.shape.claimed.isEmpty {
      return try PlateauCheck(claim: claim, data: data, settings: settings).finding()
    }
    let contest = try ShapeContest(
      data, claimed: claim.shape.claimed, rivals: try claim.contestants(), settings: settings)
    let outcome = contest.outcome(level: settings.level)
    return Finding(
      outcome.verdict, statement(contest, outcome), evidence: evidence(contest),
      against: against(contest, outcome), assumptions: assumptions,
      wouldDecide: wouldDecide(contest, outcome))
  }

  private var tooFew: Finding {
    let points = data.count == 1 ? "One point is" : "\(data.count) points are"
    return Finding(
      .inconclusive,
      "\(points) no evidence of a shape: curves of every kind go through them, whatever R² is.",
      evidence: [Evidence("points", Double(data.count))],
      against: "None: nothing was decided.",
      wouldDecide: "At least \(Self.fewestPoints) points at different x.")
  }

  private func statement(_ contest: ShapeContest, _ outcome: ShapeContest.Outcome) -> String {
    let curve = "That the curve \(claim.shape.words)"
    let level = ShapeContest.threshold(settings.level)
    switch outcome {
    case .supported:
      return "\(curve) is supported by these \(contest.count) points against "
        + list(contest.rivals.map(\.family)) + "."
    case .contradicted:
      let better = contest.rivals.first { $0.pValue > level } ?? contest.best
      return "\(curve) is contradicted by these \(contest.count) points: "
        + "\(better.family.noun) describes them, and the claimed shape would "
        + "do as badly in only \(percent(contest.claimPValue)) of such series."
    case .undecided:
      return "These \(contest.count) points cannot tell whether the curve \(claim.shape.words): "
        + "they do not rule out "
        + list(contest.rivals.filter { $0.pValue > level }.map(\.family)) + "."
    case .noneFits:
      return "No candidate fits these \(contest.count) points: neither that the curve "
        + "\(claim.shape.words), nor any rival, would give such data."
    }
  }

  private func evidence(_ contest: ShapeContest) -> [Evidence] {
    var result = [
      Evidence("points", Double(contest.count)),
      Evidence("p-value of the claim against its best rival", contest.claimPValue),
    ]
    for rival in contest.rivals {
      let name = rival.family.rawValue
      result.append(
        Evidence("log-likelihood of the claim above \(name)", rival.difference, unit: "nats"))
      result.append(Evidence("p-value of \(name)", rival.pValue))
      result.append(
        Evidence("chance to contradict the claim if \(name) is true", rival.power))
    }
    return result
  }

  private func against(_ contest: ShapeContest, _ outcome: ShapeContest.Outcome) -> String {
    switch outcome {
    case .supported:
      let closest = contest.rivals.max { $0.pValue < $1.pValue } ?? contest.best
      return "The closest rival is \(closest.family.noun), with p = \(short(closest.pValue)); "
        + "only the named rivals were tried."
    case .contradicted:
      return "The claimed shape has p = \(short(contest.claimPValue)), not zero; with points that "
        + "scatter unequally or share their questions it may be larger."
    case .undecided:
      let difference = contest.best.difference
      return difference > 0
        ? "The claimed shape fits better than every rival, by \(short(difference)) nats."
        : "\(capitalised(contest.best.family.noun)) fits better, by \(short(-difference)) nats."
    case .noneFits:
      return "The scatter may be larger, or less normal, than the residuals show."
    }
  }

  private func wouldDecide(_ contest: ShapeContest, _ outcome: ShapeContest.Outcome) -> String {
    let range = "\(short(data.x.min() ?? 0)) to \(short(data.x.max() ?? 0))"
    switch outcome {
    case .supported, .contradicted:
      return "Further points outside \(range) could overturn this."
    case .undecided:
      let open = contest.rivals.filter { $0.pValue > ShapeContest.threshold(settings.level) }
      let worst = open.min { $0.power < $1.power } ?? contest.best
      return "Points outside \(range), or more questions for each: if \(worst.family.noun) were "
        + "true as fitted, a design like this one would contradict the claim in "
        + "\(percent(worst.power)) of cases."
    case .noneFits: return "Points at more x, to find the shape that does fit."
    }
  }

  private var assumptions: [String] {
    var result = [
      "points scatter independently and normally about the curve with one variance",
      "a family is rejected where it gives such data in at most "
        + percent(ShapeContest.threshold(settings.level))
        + " of \(settings.simulations) simulations, so that a wrong verdict has a chance of at most "
        + percent(settings.level),
    ]
    if data.sharedQuestionCount { result.append(Self.shared) }
    return result
  }

  static let shared =
    "every point rests on as many questions: if they are the same ones, the verdict holds for these "
    + "questions only"

  private func list(_ families: [ShapeFamily]) -> String {
    let nouns = families.map(\.noun)
    guard nouns.count > 1 else { return nouns.first ?? "" }
    return nouns.dropLast().joined(separator: ", ") + " and " + (nouns.last ?? "")
  }
}

extension CurveData {
  /// Whether every point has the same known number of questions.
  var sharedQuestionCount: Bool {
    guard isAccuracy, let first = items.first, first != nil else { return false }
    return items.allSatisfy { $0 == first }
  }
}

extension ShapeContest.Outcome {
  /// The verdict that an outcome leads to.
  public var verdict: Verdict {
    switch self {
    case .supported: .supported
    case .contradicted: .contradicted
    case .undecided, .noneFits: .inconclusive
    }
  }
}
