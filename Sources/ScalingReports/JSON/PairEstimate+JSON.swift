internal import ScalingAnalysis

extension PairEstimate {
  /// The comparison; `interval` is the set where it is one piece, and an open end is absent.
  var json: JSONValue {
    .members([
      "comparison": .string(quantity.description),
      "series": .array([.string(quantity.first), .string(quantity.second)]),
      "models": .array([.string(firstModel.rawValue), .string(secondModel.rawValue)]),
      "estimate": .finite(estimate),
      "interval": set?.interval.map(\.json),
      "set": set.map { .array($0.pieces.map(\.json)) },
      "bounded": set.map { .boolean($0.isBounded) },
      "range": range.map { .array([.number($0.lowerBound), .number($0.upperBound)]) },
      "crossings": crossingCount.map(JSONValue.integer),
      "firstIsAbove": firstIsAbove.map(JSONValue.boolean),
      "extrapolated": .boolean(isExtrapolated),
    ])
  }
}
