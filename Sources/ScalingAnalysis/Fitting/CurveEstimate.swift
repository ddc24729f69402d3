/// Estimates of a curve from a start that was given, with standard errors and nothing else:
/// what `CurveEstimator` answers.
public struct CurveEstimate: Sendable, Equatable {
  /// Estimated, fixed and derived coefficients, in the order of a `Fit`, without intervals. An
  /// estimate that the data do not identify is not withheld here, as a fit does.
  public let coefficients: [Coefficient]
  /// The sum of (observed − fitted)², weighted as the data are.
  public let residualSumOfSquares: Double
  /// Whether the residuals are orthogonal to the tangent plane, by the check that a fit has to
  /// pass: relative offset below 1e-5 (Bates and Watts 1981). Whether another start would find
  /// a better curve is not asked.
  public let converged: Bool
  /// Steps of the search.
  public let iterations: Int

  /// The coefficient of a name.
  public func coefficient(_ name: String) -> Coefficient? {
    coefficients.first { $0.name == name }
  }

  /// The estimates by name: a start for the next estimate.
  public var values: [String: Double] {
    coefficients.reduce(into: [:]) { values, coefficient in
      values[coefficient.name] = coefficient.estimate
    }
  }
}
