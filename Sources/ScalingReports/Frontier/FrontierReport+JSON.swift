internal import ScalingAnalysis
internal import ScalingData

extension FrontierReport {
  /// The report as the document `scaling.frontier/1`.
  public var json: JSONValue {
    .members([
      "schema": .string("scaling.frontier/1"),
      "tool": ToolIdentity.json,
      "input": .array([table.input.json] + [prices?.list.input.json].compactMap(\.self)),
      "roles": roles,
      "settings": .members([
        "level": .number(settings.level), "draws": .integer(settings.draws),
        "seed": .integer(Int(truncatingIfNeeded: settings.seed)),
      ]),
      "records": .array(analysis.records.indices.map(record)),
      "frontier": .array(analysis.frontier.members.map(JSONValue.integer)),
      "monteCarloError": analysis.chances.map { _ in
        .number(0.5 / Double(settings.draws).squareRoot())
      },
      "targets": .array(analysis.targets.indices.map(target)),
      "budgets": .array(settings.budgets.indices.map(budget)),
      "ladders": .array(analysis.ladders.map(\.json)),
      "conflicts": .array(analysis.conflicts.map(\.json)),
      "leftOut": .members([
        "unknownCost": .integer(analysis.leftOut.unknownCost.count),
        "noCost": .array(analysis.leftOut.noCost.map { .integer($0.line) }),
        "repetitions": .integer(analysis.leftOut.repetitions),
      ]),
      "prices": prices?.json,
      "remarks": .array(FrontierRemarks(report: self).all.map(JSONValue.string)),
      "notes": .array(table.notes.map(JSONValue.string)),
    ])
  }

  private var roles: JSONValue {
    let names = { (choices: [ColumnChoice]) in
      JSONValue.array(choices.map { .string($0.column) })
    }
    let roles = table.roles
    return .members([
      "x": roles.cost.map { .string($0.column) }, "y": .string(roles.score.column),
      "name": names(roles.names), "series": names(roles.ladders),
      "identity": names(roles.identity), "items": roles.items.map { .string($0.column) },
      "stderr": roles.standardError.map { .string($0.column) },
    ])
  }

  private func record(_ index: Int) -> JSONValue {
    let record = analysis.records[index]
    let dominator = analysis.frontier.dominators[index]
    return .members([
      "name": .string(record.name), "ladder": record.ladder.map(JSONValue.string),
      "identity": record.identity.isEmpty ? nil : .array(record.identity.map(JSONValue.string)),
      "line": .integer(record.line), "cost": .number(analysis.costs[index]),
      "score": .finite(record.score), "interval": analysis.intervals[index].map(\.json),
      "items": .finite(record.items), "onFrontier": .boolean(dominator == nil),
      "dominatedBy": dominator.map(JSONValue.integer),
      "chance": analysis.chances.map { .number($0[index]) },
    ])
  }

  private func target(_ index: Int) -> JSONValue {
    let target = analysis.targets[index]
    return .members([
      "name": ruleName(index, of: analysis.targets.count, on: .score).map(JSONValue.string),
      "score": .number(target.score), "reached": .boolean(target.record != nil),
      "record": target.record.map(JSONValue.integer),
      "cost": target.record.map { .number(analysis.costs[$0]) }, "chance": .finite(target.chance),
      "interpolatedCost": .finite(target.interpolatedCost),
      "interval": target.interval.map(\.json), "reachedShare": .finite(target.reachedShare),
    ])
  }

  private func budget(_ index: Int) -> JSONValue {
    let best = analysis.withinBudgets[index]
    return .members([
      "name": ruleName(index, of: settings.budgets.count, on: .cost).map(JSONValue.string),
      "cost": .number(settings.budgets[index]), "record": best.map(JSONValue.integer),
      "score": best.map { .number(analysis.records[$0].score) },
    ])
  }
}

extension EffortLadder {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name), "records": .array(records.map(JSONValue.integer)),
      "contested": .array(contested.map(JSONValue.integer)),
      "slopePerTenfold": .finite(slope?.perTenfold),
      "standardError": .finite(slope?.standardError), "interval": slope?.interval.map(\.json),
      "rSquared": .finite(slope?.rSquared), "isShort": .boolean(isShort),
    ])
  }
}

extension RecordConflict {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name), "identity": .array(identity.map(JSONValue.string)),
      "records": .array(records.map(JSONValue.integer)), "costsDiffer": .boolean(costsDiffer),
      "scoresDiffer": .boolean(scoresDiffer),
    ])
  }
}

extension FrontierReport.Prices {
  fileprivate var json: JSONValue {
    .members([
      "used": .array(
        records.used.map { entry in
          .members([
            "model": .string(entry.model), "input": .finite(entry.price.input),
            "output": .finite(entry.price.output), "cached": .finite(entry.price.cached),
            "date": entry.date.isEmpty ? nil : .string(entry.date),
            "source": entry.source.isEmpty ? nil : .string(entry.source),
          ])
        }),
      "missing": .array(records.modelsWithoutPrice.map(JSONValue.string)),
    ])
  }
}
