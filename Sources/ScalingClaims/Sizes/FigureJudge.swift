internal import ScalingAnalysis

/// Puts the values of a figure that agree with the data against a claim: supported only when all of
/// them agree with it, contradicted only when none does (equivalence by confidence intervals;
/// Schuirmann 1987).
struct FigureJudge {
  /// What the figure is called.
  var name: String
  /// The figure; absent when it is not identified.
  var estimate: Double?
  /// All values that the data do not reject; absent when the data do not tell.
  var pieces: [Interval]?
  /// Its unit, after `scale`.
  var unit: String
  /// What the figure is multiplied by for a reader.
  var scale = 1.0
  var relation: Relation
  /// What is taken for granted, the curves first.
  var curves: [JudgedCurve]
  var assumptions: [String] = []
  /// Whether it is an accuracy, which lies from 0 to 100 %.
  var isAccuracyLevel = false
  /// Whether the figure lies outside the points.
  var isExtrapolated = false
  /// Why the values may have no end.
  var openBecause: String?
  /// The x that were looked at, where a figure outside them would not have been seen.
  var range: ClosedRange<Double>?

  func finding() -> Finding {
    let evidence = [
      Evidence(
        name, estimate.map { $0 * scale }, unit: unit,
        pieces: (pieces ?? []).map { $0.scaled(scale) }),
      Evidence("claimed", relation.value * scale, unit: unit),
    ]
    guard let pieces else {
      let value = estimate.map { "is \(text($0)) here but " } ?? ""
      return Finding(
        .inconclusive, "The \(name) \(value)has no interval: \(whyNone).",
        evidence: evidence, against: "None: nothing was decided.", assumptions: assumptions,
        wouldDecide: "More points than the curve has coefficients.")
    }
    let verdict = verdict(pieces)
    if verdict != .inconclusive, let finding = ruledOut(verdict, evidence) { return finding }
    return Finding(
      verdict, statement(verdict, pieces), evidence: evidence, against: against(pieces),
      assumptions: assumptions, wouldDecide: wouldDecide(verdict, pieces))
  }

  /// A figure outside the points follows from the family alone, and decides nothing. One that is
  /// nowhere in the range that was looked at contradicts a claim on that range only.
  private func verdict(_ pieces: [Interval]) -> Verdict {
    if isExtrapolated { return .inconclusive }
    let accepted = relation.accepted
    if let range, accepted.lowerBound < range.lowerBound || accepted.upperBound > range.upperBound,
      relation.verdict(pieces) == .contradicted
    {
      return .inconclusive
    }
    return relation.verdict(pieces)
  }

  /// What is said where the data rule out the family that the figure belongs to.
  private func ruledOut(_ verdict: Verdict, _ evidence: [Evidence]) -> Finding? {
    for curve in curves {
      guard let better = curve.better else { continue }
      let reason =
        name.hasPrefix("gain per")
        ? "a \(name) is not one number there" : "the \(name) cannot be read off \(curve.name) there"
      return Finding(
        .inconclusive,
        capitalised(
          "\(reason): \(better.family) describes the points \(decimal(better.difference, 1)) AICc "
            + "units better."),
        evidence: evidence,
        against: "Taken for granted all the same, \(curve.name) would have the claim "
          + "\(verdict.rawValue).",
        assumptions: assumptions,
        wouldDecide: "A claim on a figure of the family \(better.family), or points from a part of "
          + "the curve that \(curve.name) describes.")
    }
    return nil
  }

  private var whyNone: String {
    curves.allSatisfy(\.showsScatter)
      ? "these points do not determine it"
      : "the points are as many as the curve has coefficients, and show no scatter"
  }

  private func statement(_ verdict: Verdict, _ pieces: [Interval]) -> String {
    let claimed = relation.words(text, width: width)
    let found =
      pieces.isEmpty
      ? "no \(name) agrees with the points"
      : "the \(name) is \(estimate.map(text) ?? "not identified") (\(values(pieces)))"
    switch verdict {
    case .supported: return capitalised("\(found), which supports \(claimed).")
    case .contradicted: return capitalised("\(found), which contradicts \(claimed).")
    case .inconclusive:
      if isExtrapolated {
        return capitalised(
          "\(found), but the figure lies outside the points: the family of the curve decides it, "
            + "not the data.")
      }
      if let range, relation.verdict(pieces) == .contradicted {
        return capitalised(
          "\(found) between \(short(range.lowerBound)) and \(short(range.upperBound)), but "
            + "\(claimed) allows x outside.")
      }
      guard let openBecause, !pieces.allSatisfy(\.isClosed) else {
        return capitalised("\(found), which allows \(claimed) and other values.")
      }
      return capitalised(
        "\(found): the points do not bound it, because \(openBecause), and leave \(claimed) open.")
    }
  }

  /// A difference of two such figures: that of percentages is in points.
  private func width(_ value: Double) -> String {
    unit == "%" ? number(value) + " points" : text(value)
  }

  private func against(_ pieces: [Interval]) -> String {
    guard isExtrapolated else {
      return "The interval holds for this family of curves; another could give another figure."
    }
    return switch relation.verdict(pieces) {
    case .supported: "A curve of this family would support the claim there."
    case .contradicted: "A curve of this family would contradict the claim there."
    case .inconclusive: "None: a curve of this family would not decide it there either."
    }
  }

  private func wouldDecide(_ verdict: Verdict, _ pieces: [Interval]) -> String {
    switch verdict {
    case .supported, .contradicted:
      return "Points that move the interval (\(values(pieces))) could overturn this."
    case .inconclusive where isExtrapolated:
      return "Points that reach as far as the figure is asked for."
    case .inconclusive:
      let questions =
        curves.contains { $0.fit.data.isAccuracy } ? " or more questions for each" : ""
      return "More points\(questions), until the interval lies wholly inside or outside "
        + "\(relation.words(text, width: width))."
    }
  }

  private func values(_ pieces: [Interval]) -> String {
    guard let first = pieces.first else { return "no value" }
    let kind = pieces.count == 1 ? " % interval " : " % set: "
    return decimal(100 * first.level, 1) + kind + pieces.map(ends).joined(separator: ", or ")
  }

  private func ends(_ interval: Interval) -> String {
    switch (interval.lower, interval.upper) {
    case (let lower?, let upper?): "\(number(lower)) to \(text(upper))"
    case (let lower?, nil): "above \(text(lower)), open"
    case (nil, let upper?): "below \(text(upper)), open"
    case (nil, nil): "open on both sides"
    }
  }

  private func number(_ value: Double) -> String { short(value * scale) }

  private func text(_ value: Double) -> String {
    unit.isEmpty ? number(value) : number(value) + " " + unit
  }
}
