/// How far a new observation scatters around a fitted curve.
struct ObservationSpread {
  private let fit: Fit
  /// The standard deviation of an observation of weight 1, or the factor of the binomial one.
  private let unit: Double
  /// Items or known error of a typical point.
  private let typical: Double

  /// `nil` where no spread can be estimated.
  init?(_ fit: Fit) {
    self.fit = fit
    let count = Double(fit.data.count)
    switch (fit.noise, fit.data.weights) {
    case (.binomial(let overdispersed), _):
      guard !overdispersed || fit.misfit.scale.isDefined else { return nil }
      unit = overdispersed ? fit.misfit.scale.variance.squareRoot() : 1
      // The harmonic mean has the mean variance.
      typical = count / fit.data.items.reduce(0) { $0 + 1 / ($1 ?? 1) }
    case (.gaussian, .knownErrors(let errors)):
      unit = 1
      typical = (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
    default:
      guard let spread = fit.statistics.residualStandardError else { return nil }
      unit = spread
      typical = 1
    }
  }

  /// The standard deviation of an observation where the curve has a value; for a row of other
  /// observations, with what is known of it.
  func value(at fitted: Double, row: Int, of observed: CurveData?) -> Double {
    switch (fit.noise, observed?.weights) {
    case (.binomial, _):
      let items = observed?.items[row] ?? typical
      // Half a question is added to either side, so that no spread is zero.
      let share = (min(max(fitted, 0), 1) * items + 0.5) / (items + 1)
      return unit * (share * (1 - share) / items).squareRoot()
    case (.gaussian, .knownErrors(let errors)?): return errors[row]
    case (.gaussian, .relative(let weights)?): return unit / weights[row].squareRoot()
    default: return unit * typical
    }
  }
}
