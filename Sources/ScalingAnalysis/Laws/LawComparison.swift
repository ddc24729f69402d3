internal import LeastSquares

/// A published law beside a fitted one, on the same runs.
public struct LawComparison: Sendable, Equatable {
  /// What the other law is called.
  public let name: String
  /// The other law.
  public let law: TrainingLaw
  /// The objective of the other law; the fit's own is smaller or equal.
  public let value: Double
  /// The Huber log-likelihood of the other law.
  public let logLikelihood: Double
  /// That of the fit.
  public let fittedLogLikelihood: Double
  /// Twice the difference of the log-likelihoods, and the chance of as much when the other law is
  /// the truth.
  public let likelihoodRatio: LawDistance
  /// The distance in the metric of the bootstrap covariance, when there is a bootstrap.
  public let distance: LawDistance?

  /// Compares `law` with a fit of the same form.
  ///
  /// - Throws: `FitError` when the laws take different inputs.
  public init(
    _ law: TrainingLaw, named name: String, with fit: LawFit, bootstrap: LawBootstrapResult?
  ) throws(FitError) {
    guard law.form.inputs == fit.law.form.inputs else {
      throw FitError(
        code: .outOfRange,
        description: "\(name) is a law in \(Self.list(law)), the fitted one in "
          + "\(Self.list(fit.law)); they cannot be compared.")
    }
    self.name = name
    self.law = law
    value = fit.settings.objective.value(of: law, on: fit.data)
    logLikelihood = HuberLikelihood.logLikelihood(of: law, on: fit.data)
    fittedLogLikelihood = HuberLikelihood.logLikelihood(of: fit.law, on: fit.data)
    let ratio = 2 * (fittedLogLikelihood - logLikelihood)
    let count = fit.settings.form.coefficientNames.count { fit.isEstimated($0) }
    likelihoodRatio = LawDistance(
      statistic: ratio, degreesOfFreedom: count,
      pValue: count > 0 && ratio > 0
        ? Distribution.chiSquaredUpperTail(ratio, degreesOfFreedom: Double(count)) : 1)
    distance = bootstrap?.distance(to: law)
  }

  private static func list(_ law: TrainingLaw) -> String {
    law.form.inputs.map(\.rawValue).joined(separator: " and ")
  }
}
