public import ScalingData

extension CurveData {
  /// The observations of a series of a table.
  ///
  /// - Parameters:
  ///   - series: the series.
  ///   - isAccuracy: whether its y are fractions of right answers.
  ///   - weights: what its weights mean, when they are used; known errors are its standard errors.
  public init(_ series: Series, isAccuracy: Bool, weights: Weights.Kind? = nil) {
    self.init(
      x: series.observations.map(\.x), y: series.observations.map(\.y),
      items: series.observations.map(\.items), isAccuracy: isAccuracy,
      lines: series.observations.map(\.line), weights: series.weights(weights),
      questions: series.questions)
  }
}

extension Series {
  /// The weights of a meaning; one that is missing is not a number.
  public func weights(_ kind: Weights.Kind?) -> Weights {
    kind.map { kind in
      Weights(
        kind, observations.map { (kind == .errors ? $0.standardError : $0.weight) ?? .nan })
    } ?? .none
  }
}
