internal import ScalingAnalysis

/// Judges a claim on a figure of one curve.
struct SizeCheck {
  let claim: SizeClaim
  let curve: JudgedCurve
  /// The unit of a distance in x, such as "years"; empty when it has no name.
  var xUnit = ""

  func finding() throws(ClaimError) -> Finding {
    var judge = try judge()
    if judge.scale != 1 {
      try AccuracyLimits.require(
        plain: claim.relation.value, judge.unit, isInPercent: claim.isInPercent)
    }
    if judge.isAccuracyLevel { try AccuracyLimits.require(level: claim.relation.value) }
    judge.assumptions = [curve.familyWords, curve.noiseWords]
    if data.sharedQuestionCount { judge.assumptions.append(ShapeCheck.shared) }
    return judge.finding()
  }

  private var data: CurveData { curve.data }

  private func judge() throws(ClaimError) -> FigureJudge {
    if claim.isDoublingTime { return doublingTime() }
    if claim.quantity.hasPrefix("multiple@") { return try multiple() }
    guard let coefficient = curve.fit.coefficient(claim.quantity) else {
      return try judge(try derived(curve.fit))
    }
    let isLevel = data.isAccuracy && Self.levels.contains(claim.quantity)
    let isGain = data.isAccuracy && claim.quantity.hasPrefix("slope")
    return FigureJudge(
      name: FigureName.coefficient(claim.quantity), estimate: coefficient.estimate,
      pieces: coefficient.interval.map { [$0] }, unit: isLevel ? "%" : isGain ? "points" : "",
      scale: isLevel || isGain ? 100 : 1, relation: claim.relation, curves: [curve],
      isAccuracyLevel: isLevel && claim.quantity != "intercept")
  }

  private func derived(_ fit: Fit) throws(ClaimError) -> DerivedEstimate {
    var problem = "the quantity \"\(claim.quantity)\" does not exist for \(claim.model.rawValue)"
    do throws(FitError) {
      if let figure = try fit.derived(DerivedQuantity(claim.quantity)) { return figure }
    } catch {
      problem = error.description
    }
    let names = fit.coefficients.map(\.name).joined(separator: ", ")
    throw ClaimError(
      "\(problem); or name a coefficient of \(claim.model.rawValue): \(names)")
  }

  private func judge(_ figure: DerivedEstimate) throws(ClaimError) -> FigureJudge {
    var (unit, scale) = ("", 1.0)
    if data.isAccuracy {
      switch figure.quantity {
      case .value: (unit, scale) = ("%", 100)
      case .gain, .gainPerDoubling: (unit, scale) = ("points", 100)
      case .position(let target): try AccuracyLimits.require(target: target)
      case .reciprocal, .doublingTime: break
      }
    }
    return FigureJudge(
      name: FigureName.derived(figure.quantity, isAccuracy: data.isAccuracy),
      estimate: figure.estimate, pieces: figure.interval.map { [$0] }, unit: unit,
      scale: scale, relation: claim.relation, curves: [curve], isAccuracyLevel: unit == "%",
      isExtrapolated: figure.isExtrapolated)
  }

  /// The x in which y doubles: one over the slope of log2 y in x.
  private func doublingTime() -> FigureJudge {
    let slope = curve.fit.coefficient("slope")
    let estimate = slope?.estimate.flatMap { $0 > 0 ? 1 / $0 : nil }
    return FigureJudge(
      name: xUnit.isEmpty ? "doubling time in units of x" : "doubling time", estimate: estimate,
      pieces: estimate.flatMap { value in
        slope?.interval.map { [$0.reciprocal(around: value)] }
      }, unit: xUnit, relation: claim.relation, curves: [curve],
      openBecause: "growth cannot be told from none")
  }

  /// The factor of x that a gain takes: 2 to the gain over the slope per doubling.
  private func multiple() throws(ClaimError) -> FigureJudge {
    guard let gain = Double(claim.quantity.dropFirst("multiple@".count)), gain > 0,
      let slope = curve.fit.coefficient("slopePerDoubling")
    else {
      throw ClaimError(
        "the quantity \"\(claim.quantity)\": write multiple@GAIN with a positive gain in units of "
          + "y, such as multiple@0.1, and a model with a slope per doubling")
    }
    let factor = { (slope: Double?) in
      slope.flatMap { $0 > 0 ? raise(2, to: gain / $0) : nil }
    }
    let words = data.isAccuracy ? decimal(100 * gain, 2) + " points" : short(gain)
    return FigureJudge(
      name: "factor of x for a gain of \(words)", estimate: factor(slope.estimate),
      pieces: slope.interval.map {
        [
          Interval(
            level: $0.level, lower: factor($0.upper), upper: factor($0.lower), method: $0.method)
        ]
      }, unit: "", relation: claim.relation, curves: [curve],
      openBecause: "the gain per doubling cannot be told from zero")
  }

  private static let levels = ["ceiling", "asymptote", "floor", "intercept", "level"]
}
