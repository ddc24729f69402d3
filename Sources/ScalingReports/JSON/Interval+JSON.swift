internal import ScalingAnalysis

extension Interval {
  /// The interval; an open end is absent.
  var json: JSONValue {
    .members([
      "level": .number(level), "lower": .finite(lower), "upper": .finite(upper),
      "method": .string(method.rawValue),
    ])
  }
}
