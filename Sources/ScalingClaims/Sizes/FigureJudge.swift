internal import ScalingAnalysis

/// Puts the interval of an estimated figure against a claim: supported only when the whole
/// interval agrees, contradicted only when none of it does (equivalence by confidence intervals;
/// Schuirmann 1987).
struct FigureJudge {
  /// What the figure is called.
  var name: String
  /// The figure; absent when it is not identified.
  var estimate: Double?
  /// Its interval; absent when the data give none.
  var interval: Interval?
  /// Its unit, after `scale`.
  var unit: String
  /// What the figure is multiplied by for a reader.
  var scale = 1.0
  var relation: Relation
  var assumptions: [String]
  /// Whether the figure lies outside the points.
  var isExtrapolated = false

  func finding() -> Finding {
    let evidence = [
      Evidence(
        name, estimate.map { $0 * scale }, unit: unit, interval: interval?.scaled(scale)),
      Evidence("claimed", relation.value * scale, unit: unit),
    ]
    guard let interval else {
      let value = estimate.map { "is \(text($0)) here but " } ?? ""
      return Finding(
        .inconclusive,
        "The \(name) \(value)has no interval: the points do not show how sure it is.",
        evidence: evidence, against: "None: nothing was decided.", assumptions: assumptions,
        wouldDecide: "More points than the curve has coefficients.")
    }
    let verdict = relation.verdict(interval)
    return Finding(
      verdict, statement(verdict, interval), evidence: evidence, against: against(interval),
      assumptions: assumptions, wouldDecide: wouldDecide(verdict, interval))
  }

  private func statement(_ verdict: Verdict, _ interval: Interval) -> String {
    let found = "the \(name) is \(estimate.map(text) ?? "not identified") (\(range(interval)))"
    let claimed = relation.words(text, width: width)
    switch verdict {
    case .supported: return capitalised("\(found), which supports \(claimed).")
    case .contradicted: return capitalised("\(found), which contradicts \(claimed).")
    case .inconclusive: return capitalised("\(found), which allows \(claimed) and other values.")
    }
  }

  /// A difference of two such figures: that of percentages is in points.
  private func width(_ value: Double) -> String {
    unit == "%" ? number(value) + " points" : text(value)
  }

  private func against(_ interval: Interval) -> String {
    isExtrapolated
      ? "The figure lies outside the points: the family of the curve decides it, not the data."
      : "The interval holds for this family of curves; another could give another figure."
  }

  private func wouldDecide(_ verdict: Verdict, _ interval: Interval) -> String {
    switch verdict {
    case .supported, .contradicted:
      return "Points that move the interval (\(range(interval))) could overturn this."
    case .inconclusive:
      return
        "An interval that lies wholly inside or outside \(relation.words(text, width: width)): more points "
        + "or more questions for each."
    }
  }

  private func range(_ interval: Interval) -> String {
    let level = decimal(100 * interval.level, 1) + " % interval "
    switch (interval.lower, interval.upper) {
    case (let lower?, let upper?): return level + "\(number(lower)) to \(text(upper))"
    case (let lower?, nil): return level + "above \(text(lower)), open"
    case (nil, let upper?): return level + "below \(text(upper)), open"
    case (nil, nil): return level + "open on both sides"
    }
  }

  private func number(_ value: Double) -> String { short(value * scale) }

  private func text(_ value: Double) -> String {
    unit.isEmpty ? number(value) : number(value) + " " + unit
  }
}
