public import ScalingData

extension Inspection {
  /// The inspection as the document `scaling.inspect/1`.
  public var json: JSONValue {
    .members([
      "schema": .string("scaling.inspect/1"),
      "tool": ToolIdentity.json,
      "input": .array([input.json]),
      "delimiter": .string(delimiter),
      "columns": .array(columns.map(\.json)),
      "roles": .members([
        "x": roles.x.map { .string($0.column) },
        "y": roles.y.map { .string($0.column) },
        "series": .array(roles.series.map { .string($0.column) }),
        "items": roles.items.map { .string($0.column) } ?? .finite(roles.itemCount),
        "stderr": roles.standardError.map { .string($0.column) },
        "yUnit": y.map { .string($0.unit.rawValue) },
        "xQuantity": x.map { .string($0.quantity.rawValue) },
      ]),
      "series": .array(series.map(\.json)),
      "seriesListIsCapped": isSeriesListCapped ? .boolean(true) : nil,
      "findings": .array(
        findings.map {
          .object(["code": .string($0.code.rawValue), "message": .string($0.message)])
        }),
      "notes": .array(notes.map(JSONValue.string)),
    ])
  }
}

extension ColumnSummary {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name), "type": .string(type.rawValue), "count": .integer(count),
      "missing": .integer(missing), "minimum": .finite(minimum), "maximum": .finite(maximum),
      "mean": .finite(mean), "decades": .finite(decades), "distinct": distinct.json,
      "examples": examples.isEmpty ? nil : .array(examples.map(JSONValue.string)),
    ])
  }
}

extension DistinctCount {
  fileprivate var json: JSONValue {
    isExact ? .integer(value) : .object(["moreThan": .integer(value)])
  }
}

extension InspectedSeries {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name), "rows": .integer(rows), "count": .integer(count),
      "mean": .finite(mean), "xMinimum": .finite(xMinimum), "xMaximum": .finite(xMaximum),
      "distinctX": distinctX.json,
    ])
  }
}
