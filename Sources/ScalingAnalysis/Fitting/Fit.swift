internal import LeastSquares

/// A curve fitted to a series: estimates, intervals, statistics and what weakens them.
public struct Fit: Sendable {
  /// The family.
  public let model: any CurveModel
  /// The observations it was fitted to.
  public let data: CurveData
  /// Estimated, fixed and derived coefficients with their uncertainty.
  public internal(set) var coefficients: [Coefficient]
  /// How well it describes the observations.
  public internal(set) var statistics: FitStatistics
  /// How the search ended, and whether a check confirms it.
  public let termination: Termination
  /// What weakens it.
  public internal(set) var diagnostics: [Diagnostic]
  /// The confidence level of intervals and bands.
  public let level: Double

  /// The noise that it was fitted for.
  public var noise: Noise { rows.noise }

  /// Whether the variance of the noise is known and not estimated: for binomial counts without
  /// over-dispersion and for known standard errors.
  public var hasKnownVariance: Bool { misfit.scale.degreesOfFreedom == nil }

  /// The observations with their noise, at the scale of the fit.
  let rows: RowNoise
  /// What the curve leaves of the objective, in a unit that rivals share.
  var misfit: Misfit
  /// Linear coefficients and shape parameters on the scale they are searched on.
  let linear: [Double]
  let shape: [Double]
  /// Curves that the data do not reject; absent without degrees of freedom.
  var region: LikelihoodRegion?
  /// The interval of the curve where there is no region.
  var tangent: TangentBand?
  /// Refits without each question, where the single questions are known; absent otherwise.
  var jackknife: QuestionJackknife?

  /// The fitted value of each observation.
  public let fitted: [Double]

  /// The family's name.
  public var name: ModelName { model.name }

  /// The coefficient of a name.
  public func coefficient(_ name: String) -> Coefficient? {
    coefficients.first { $0.name == name }
  }

  /// Whether the fit has a weakness of that code.
  public func has(_ code: Diagnostic.Code) -> Bool {
    diagnostics.contains { $0.code == code }
  }

  /// Observed minus fitted, in the order of the observations.
  public var residuals: [Double] { zip(data.y, fitted).map { $0 - $1 } }

  /// Whether the curve depends on x alone, so that it has a value at any x.
  public var isCurveOfX: Bool { model.columnNames.allSatisfy(data.isX) }

  /// The curve at the given x; not a number where it is not defined, or depends on more than x.
  public func values(at x: [Double]) -> [Double] {
    problem(at: x)?.values(linear: linear, shape: shape)
      ?? Array(repeating: .nan, count: x.count)
  }

  /// The pointwise confidence band of the curve, or `nil` when it cannot be estimated.
  ///
  /// At each x it is the profile-likelihood interval of the curve's value there, for observations
  /// that are independent given the curve; from refits without each question where the single
  /// questions are known.
  public func confidenceBand(at x: [Double]) -> Band? {
    problem(at: x).flatMap { confidenceBand($0, at: x) }
  }

  /// Where its bands come from.
  public var bandMethod: Interval.Method {
    jackknife != nil ? .questionJackknife : region == nil ? .tangent : .profile
  }

  /// The quantile that the half width of a band is in.
  private var quantile: Double? {
    jackknife?.quantile ?? region?.quantile ?? tangent?.quantile
  }

  /// The confidence band at the rows of a problem.
  func confidenceBand(_ problem: CurveProblem, at x: [Double]) -> Band? {
    if let jackknife { return jackknife.band(problem, of: self, at: x) }
    guard let region else { return tangentBand(problem, at: x) }
    let (lower, upper) = region.envelope(problem)
    return Band(
      level: level, x: x, fitted: problem.values(linear: linear, shape: shape), lower: lower,
      upper: upper)
  }

  /// The pointwise band for one new observation at each x: the confidence band widened by the
  /// spread of an observation, in squares, on either side. The new observation has the weight 1,
  /// or, where weights or items are given, those of a typical point. Under robust noise the
  /// band is for points like the middle ones: outliers lie outside it.
  public func predictionBand(at x: [Double]) -> Band? {
    problem(at: x).flatMap { predictionBand($0, at: x, observed: nil) }
  }

  /// The prediction band at the rows of a problem, for the items and errors of `observed` where
  /// they are known.
  func predictionBand(_ problem: CurveProblem, at x: [Double], observed: CurveData?) -> Band? {
    guard let quantile = quantile, var band = confidenceBand(problem, at: x),
      let spread = ObservationSpread(self)
    else { return nil }
    let widened = band.x.indices.map { index in
      let fitted = band.fitted[index]
      let noise = quantile * spread.value(at: fitted, row: index, of: observed)
      let below = fitted - band.lower[index]
      let above = band.upper[index] - fitted
      let lower = fitted - (below * below + noise * noise).squareRoot()
      let upper = fitted + (above * above + noise * noise).squareRoot()
      // A share of right answers lies inside 0...1.
      return self.noise.isBinomial ? (max(lower, 0), min(upper, 1)) : (lower, upper)
    }
    band = Band(
      level: level, x: x, fitted: band.fitted, lower: widened.map(\.0), upper: widened.map(\.1))
    return band
  }

  private func tangentBand(_ problem: CurveProblem, at x: [Double]) -> Band? {
    guard let tangent else { return nil }
    let fitted = problem.values(linear: linear, shape: shape)
    let half = tangent.halfWidths(problem, linear: linear, shape: shape)
    return Band(
      level: level, x: x, fitted: fitted, lower: zip(fitted, half).map { $0 - $1 },
      upper: zip(fitted, half).map { $0 + $1 })
  }

  /// The observations as weighted least squares sees them at this curve.
  var working: WorkingRows {
    WorkingRows(rows, fitted: fitted, coefficientCount: model.freeCount)
  }

  /// The search for curves near this one, on the rows that its intervals come from.
  func reduced() -> VariableProjection { working.reduced(CurveProblem(model, data)) }

  /// Degrees of freedom of Student's t behind its intervals; as good as infinitely many where the
  /// noise is known.
  var intervalFreedom: Double {
    jackknife.map { Double($0.questionCount - 1) } ?? misfit.scale.degreesOfFreedom ?? 1e6
  }

  /// The curve at other observations, which have every predictor.
  func problem(for other: CurveData) -> CurveProblem {
    CurveProblem(
      model, x: other.x, log2x: other.log2x, origin: data.smallestX,
      columns: model.columnNames.map {
        other.column($0) ?? Array(repeating: .nan, count: other.count)
      })
  }

  /// The curve at other x, or `nil` when it depends on more than x.
  func problem(at x: [Double]) -> CurveProblem? {
    guard isCurveOfX else { return nil }
    return CurveProblem(
      model, x: x, log2x: x.map { $0 > 0 ? logarithmBase2($0) : .nan }, origin: data.smallestX,
      columns: model.columnNames.map { _ in x })
  }
}

extension CurveModel {
  /// Fits the family to observations; no starting value is asked for.
  ///
  /// The shape is scanned over its whole box, the best minima of the scan are followed to their
  /// ends, the best of them is polished by GSL's trust region on all coefficients, and the
  /// result is checked without asking any solver. Costs about a millisecond. With noise that is
  /// not Gaussian the same search runs on its objective, with rows weighed anew at every curve.
  ///
  /// - Parameters:
  ///   - data: the observations.
  ///   - level: the confidence level of intervals and bands.
  ///   - noise: how the observations scatter.
  /// - Throws: `FitError` when the observations cannot carry the family or the noise.
  public func fit(
    to data: CurveData, level: Double = 0.95, noise: Noise = .gaussian
  ) throws(FitError) -> Fit {
    let fitter = CurveFitter(model: self, data: data, level: level, noise: noise)
    let fit = try fitter.fit()
    guard data.questions != nil else { return fit }
    return try QuestionJackknife.described(fit)
  }
}
