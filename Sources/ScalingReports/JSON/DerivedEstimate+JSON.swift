internal import ScalingAnalysis

extension DerivedEstimate {
  /// The figure; an open end of its interval is absent.
  var json: JSONValue {
    .members([
      "quantity": .string(quantity.description),
      "estimate": .finite(estimate),
      "interval": interval.map(\.json),
      "bootstrapInterval": bootstrapInterval.map(\.json),
      "extrapolated": .boolean(isExtrapolated),
      "reached": reach.map { _ in .boolean(estimate != nil) },
      "reach": reach.map { .string($0.rawValue) },
    ])
  }
}
