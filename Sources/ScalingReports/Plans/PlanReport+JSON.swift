internal import ScalingClaims
internal import ScalingData

extension PlanReport {
  /// The report as the document `scaling.plan/1`.
  public var json: JSONValue {
    let words = PlanWords(self)
    return .members([
      "schema": .string("scaling.plan/1"),
      "tool": ToolIdentity.json,
      "input": .array(table.inputs.map(\.json)),
      "roles": table.rolesJSON,
      "claim": .members([
        "shape": .string(claim.shape.rawValue),
        "against": .array(plan.rivals.map { .string($0.rawValue) }),
      ]),
      "settings": settings.json,
      "observations": .integer(plan.count),
      "answer": .string(plan.answer.name),
      "statement": .string(words.statement),
      "explanation": .array(
        (words.cases + [words.risk, words.obstacle].compactMap(\.self)).map { .string($0) }),
      "assumptions": .array(words.assumptions.map(JSONValue.string)),
      "verdict": plan.answer.verdict.map { .string($0.rawValue) },
      "recommended": plan.answer.recommended.map(\.json),
      "best": plan.answer.best.map(\.json),
      "truths": .array(
        plan.truths.map {
          .members(["family": .string($0.family.rawValue), "weight": .number($0.weight)])
        }),
      "candidates": .array(plan.candidates.map(\.json)),
      "notes": .array(table.notes.map(JSONValue.string)),
    ])
  }
}

extension PlanSettings {
  fileprivate var json: JSONValue {
    .members([
      "level": .number(check.level), "simulations": .integer(check.simulations),
      "seed": .integer(Int(truncatingIfNeeded: check.seed)), "power": .number(power),
      "budget": .finite(budget), "costPerMillion": .number(price.perUnit * 1e6),
      "costPerRun": .number(price.perRun), "repeats": .integer(mostRepeats),
      "replicates": .integer(replicates),
    ])
  }
}

extension ShapePlan.Answer {
  fileprivate var name: String {
    switch self {
    case .decided: "decided"
    case .measure: "measure"
    case .none: "none"
    }
  }

  fileprivate var verdict: Verdict? {
    if case .decided(let verdict) = self { verdict } else { nil }
  }

  fileprivate var recommended: ShapePlan.Candidate? {
    if case .measure(let candidate) = self { candidate } else { nil }
  }

  fileprivate var best: ShapePlan.Candidate? {
    if case .none(let best) = self { best } else { nil }
  }
}

extension ShapePlan.Candidate {
  fileprivate var json: JSONValue {
    .members([
      "place": .string(points.place.rawValue), "x": .array(points.x.map(JSONValue.number)),
      "repeats": .integer(points.repeats), "questions": .finite(points.items),
      "points": .integer(points.count), "cost": .number(cost), "right": .number(chance.right),
      "wrong": .number(chance.wrong), "largestWrong": chance.worst.map(\.wrongJSON),
      "monteCarloError": .number(chance.error),
      "cases": .array(chance.cases.map(\.json)),
    ])
  }
}

extension PlanChance.Case {
  fileprivate var wrongJSON: JSONValue {
    .members([
      "truth": .string(truth.family.rawValue), "chance": .number(wrong),
      "monteCarloError": .number(wrongError),
    ])
  }

  fileprivate var json: JSONValue {
    .members([
      "truth": .string(truth.family.rawValue), "weight": .number(truth.weight),
      "right": .number(right), "wrong": .number(wrong), "replicates": .integer(replicates),
    ])
  }
}
