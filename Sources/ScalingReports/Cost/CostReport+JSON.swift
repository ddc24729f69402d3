internal import ScalingAnalysis
internal import ScalingData

extension CostReport {
  /// The report as the document `scaling.cost/1`.
  public var json: JSONValue {
    .members([
      "schema": .string("scaling.cost/1"),
      "tool": ToolIdentity.json,
      "input": .array([table.input.json] + [prices?.input.json].compactMap(\.self)),
      "roles": .object(["asked": .string(table.asked), "used": .string(table.used)]),
      "settings": .object(["level": .number(level)]),
      "groups": .array(groups.map(json)),
      "remarks": .array(remarks.map(JSONValue.string)),
      "notes": .array(table.notes.map(JSONValue.string)),
    ])
  }

  private func json(_ group: Group) -> JSONValue {
    let control = group.control
    return .members([
      "name": .string(group.name), "runs": .integer(control.runs),
      "inside": .members([
        "count": .integer(control.inside), "share": .number(control.share),
        "interval": control.shareInterval.json,
      ]),
      "factor": .members([
        "mean": .finite(control.factor), "interval": control.factorInterval.map(\.json),
        "least": .finite(control.factors.lowerBound),
        "greatest": .finite(control.factors.upperBound),
      ]),
      "exponent": control.exponent.map { exponent in
        .members([
          "estimate": .finite(exponent), "interval": control.exponentInterval.map(\.json),
        ])
      },
      "dollarsPerMillion": .finite(group.price?.output),
      "buys": dollars.isEmpty || group.price?.output == nil
        ? nil
        : .array(
          dollars.map { amount in
            .members([
              "dollars": .number(amount),
              "tokens": .finite(group.price?.outputTokens(for: amount, reading: TokenCounts())),
            ])
          }),
    ])
  }
}
