/// What is known of the precision of each observation. The same numbers mean different
/// uncertainties, so the meaning comes with them.
public enum Weights: Sendable, Equatable {
  /// All observations are equally precise; their variance is estimated.
  case none
  /// The variance of an observation is a common one, which is estimated, over its weight.
  case relative([Double])
  /// The standard error of each observation is known; nothing is estimated, and the scatter
  /// around the curve tests the errors.
  case knownErrors([Double])
  /// Each row stands for so many observations of the same x and y.
  case counts([Double])

  /// What weights can mean.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Of relative precision.
    case relative
    /// Known standard errors.
    case errors
    /// Observations that a row stands for.
    case counts
  }

  /// Weights of a meaning, one for each observation.
  public init(_ kind: Kind, _ values: [Double]) {
    self =
      switch kind {
      case .relative: .relative(values)
      case .errors: .knownErrors(values)
      case .counts: .counts(values)
      }
  }

  /// What they mean, or `nil` without weights.
  public var kind: Kind? {
    switch self {
    case .none: nil
    case .relative: .relative
    case .knownErrors: .errors
    case .counts: .counts
    }
  }

  /// The values, one for each observation; empty without weights.
  public var values: [Double] {
    switch self {
    case .none: []
    case .relative(let values), .knownErrors(let values), .counts(let values): values
    }
  }

  /// What each residual is multiplied by, or `nil` when by one.
  var roots: [Double]? {
    switch self {
    case .none: nil
    case .relative(let values), .counts(let values): values.map { $0.squareRoot() }
    case .knownErrors(let values): values.map { 1 / $0 }
    }
  }

  /// The weights of some of the observations.
  func rows(_ rows: [Int]) -> Weights {
    kind.map { kind in
      let values = values
      return Weights(kind, rows.map { values[$0] })
    } ?? .none
  }
}
