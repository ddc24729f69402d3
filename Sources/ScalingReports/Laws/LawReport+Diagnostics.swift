internal import ScalingAnalysis

extension LawReport {
  /// How much worse another optimum may be for the runs to hardly choose between them.
  private static let rivalShare = 0.01

  /// Whether a minimum is nearly as good as the fit.
  static func isRival(_ minimum: LawMinimum, of fit: LawFit) -> Bool {
    minimum.value <= (1 + rivalShare) * fit.value
  }

  /// The coefficients that were estimated, at another law of the form.
  static func place(_ law: TrainingLaw, in fit: LawFit) -> String {
    zip(law.form.coefficientNames, law.coefficients)
      .filter { fit.isEstimated($0.0) && !isBase($0.0, of: fit) }
      .map { "\($0.0) \(LawText.number($0.1, 4))" }.joined(separator: ", ")
  }

  /// Separate optima that the runs hardly tell from the fit.
  static func anotherOptimum(_ fit: LawFit) -> [LawDiagnostic] {
    fit.otherMinima.filter { isRival($0, of: fit) }.map { other in
      let above = 100 * (other.value / fit.value - 1)
      return LawDiagnostic(
        code: .anotherOptimum,
        message: "a separate optimum is only \(NumberText.significant(above, 2)) % above this one: "
          + "\(LawText.digits(other.value, 8)) at \(place(other.law, in: fit)); the runs hardly "
          + "choose between them")
    }
  }

  /// Refits that were left out.
  static func lost(_ bootstrap: LawBootstrapResult?) -> [LawDiagnostic] {
    guard let bootstrap else { return [] }
    let lost = bootstrap.settings.replicateCount - bootstrap.convergedCount
    guard lost > 0 else { return [] }
    return [
      LawDiagnostic(
        code: .refitsLost,
        message: "\(lost) of \(bootstrap.settings.replicateCount) refits reached no optimum; the "
          + "standard errors and intervals leave them out")
    ]
  }

  /// Coefficients whose refits ran away on either side.
  static func openIntervals(_ bootstrap: LawBootstrapResult?) -> [LawDiagnostic] {
    guard let bootstrap else { return [] }
    return bootstrap.fit.settings.form.coefficientNames.compactMap { name in
      guard bootstrap.fit.isEstimated(name), !isBase(name, of: bootstrap.fit),
        let interval = bootstrap.interval(ofCoefficient: name), !interval.isClosed
      else { return nil }
      let share = 100 * bootstrap.runawayShare(ofCoefficient: name)
      let ends =
        interval.lower == nil && interval.upper == nil
        ? "is open at both ends" : interval.upper == nil ? "has no upper end" : "has no lower end"
      return LawDiagnostic(
        code: .openInterval,
        message: "the interval of \(name) \(ends): it ran away in "
          + "\(NumberText.fixed(share, 0)) % of the refits, so the runs do not limit it")
    }
  }

  /// Budgets far beyond the runs.
  static func extrapolations(
    _ budgets: [Double], _ data: LawData, _ fit: LawFit
  ) -> [LawDiagnostic] {
    guard fit.law.form.hasComputeOptimum else { return [] }
    let largest = zip(data.columns[0], data.columns[1]).map { 6 * $0 * $1 }.max() ?? 0
    guard let far = budgets.max(), far > 10 * largest else { return [] }
    return [
      LawDiagnostic(
        code: .extrapolation,
        message: "the budget of \(NumberText.significant(far)) FLOP is "
          + "\(NumberText.significant(far / largest, 2)) times the largest run; the intervals "
          + "hold only if the law holds there")
    ]
  }
}
