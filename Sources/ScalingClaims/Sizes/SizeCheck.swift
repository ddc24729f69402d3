internal import ScalingAnalysis

/// Judges a claim on a figure of one curve.
struct SizeCheck {
  let claim: SizeClaim
  let data: CurveData
  let settings: CheckSettings

  func finding() throws(ClaimError) -> Finding {
    if claim.quantity == "doubling-time" { return try doublingTime() }
    let fit = try claim.model.fit(data, settings)
    var judge = try judge(fit)
    judge.assumptions = claim.model.assumptions(data)
    return judge.finding()
  }

  private func judge(_ fit: Fit) throws(ClaimError) -> FigureJudge {
    if let coefficient = fit.coefficient(claim.quantity) {
      let isLevel = data.isAccuracy && Self.levels.contains(claim.quantity)
      let isGain = data.isAccuracy && claim.quantity.hasPrefix("slope")
      return FigureJudge(
        name: Self.names[claim.quantity] ?? claim.quantity, estimate: coefficient.estimate,
        interval: coefficient.interval, unit: isLevel ? "%" : isGain ? "points" : "",
        scale: isLevel || isGain ? 100 : 1, relation: claim.relation, assumptions: [])
    }
    if claim.quantity.hasPrefix("multiple@") { return try multiple(fit) }
    return judge(try derived(fit))
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

  private func judge(_ figure: DerivedEstimate) -> FigureJudge {
    var (unit, scale) = ("", 1.0)
    if data.isAccuracy {
      switch figure.quantity {
      case .value: (unit, scale) = ("%", 100)
      case .gain, .gainPerDoubling: (unit, scale) = ("points", 100)
      case .position, .reciprocal, .doublingTime: break
      }
    }
    return FigureJudge(
      name: claim.quantity, estimate: figure.estimate, interval: figure.interval, unit: unit,
      scale: scale, relation: claim.relation, assumptions: [],
      isExtrapolated: figure.isExtrapolated)
  }

  /// The x in which y doubles: one over the slope of log2 y in x.
  private func doublingTime() throws(ClaimError) -> Finding {
    guard data.y.allSatisfy({ $0 > 0 }) else {
      throw ClaimError("a doubling time needs y above zero; leave out the other rows with where")
    }
    let logarithms = CurveData(
      x: data.x, y: data.y.map { logarithm($0) / naturalLogarithmOf2 }, isAccuracy: false,
      lines: data.lines)
    let slope = try ModelName.linear.fit(logarithms, settings).coefficient("slope")
    let inverse = { (value: Double?) in value.flatMap { $0 > 0 ? 1 / $0 : nil } }
    return FigureJudge(
      name: "doubling time in units of x (years for dates)", estimate: inverse(slope?.estimate),
      interval: slope?.interval.map {
        Interval(
          level: $0.level, lower: inverse($0.upper), upper: inverse($0.lower), method: $0.method)
      }, unit: "", relation: claim.relation,
      assumptions: [
        "y grows exponentially in x",
        "points scatter independently and normally on a logarithmic axis with one variance",
      ]
    ).finding()
  }

  /// The factor of x that a gain takes: 2 to the gain over the slope per doubling.
  private func multiple(_ fit: Fit) throws(ClaimError) -> FigureJudge {
    guard let gain = Double(claim.quantity.dropFirst("multiple@".count)), gain > 0,
      let slope = fit.coefficient("slopePerDoubling")
    else {
      throw ClaimError(
        "the quantity \"\(claim.quantity)\": write multiple@GAIN with a positive gain in units of "
          + "y, such as multiple@0.1, and a model with a slope per doubling")
    }
    let factor = { (slope: Double?) in
      slope.flatMap { $0 > 0 ? raise(2, to: gain / $0) : nil }
    }
    return FigureJudge(
      name: "factor of x for that gain", estimate: factor(slope.estimate),
      interval: slope.interval.map {
        Interval(
          level: $0.level, lower: factor($0.upper), upper: factor($0.lower), method: $0.method)
      }, unit: "", relation: claim.relation, assumptions: [])
  }

  private static let levels = ["ceiling", "asymptote", "floor", "intercept", "level"]
  private static let names = [
    "slopePerDoubling": "gain per doubling", "slopePerTenfold": "gain per tenfold",
    "slope": "gain per unit of x", "ceiling": "ceiling's level",
    "asymptote": "level that the curve tends to", "breakpoint": "x at which the plateau begins",
  ]
}

extension ModelName {
  /// The family fitted at the confidence level that belongs to the settings.
  func fit(_ data: CurveData, _ settings: CheckSettings) throws(ClaimError) -> Fit {
    do throws(FitError) {
      return try FamilySelection().model(self, for: data).fit(to: data, level: 1 - settings.level)
    } catch {
      throw ClaimError("\(rawValue): \(error.description)")
    }
  }

  /// What a figure of this family takes for granted.
  func assumptions(_ data: CurveData) -> [String] {
    var result = [
      "the curve is of the family \(rawValue)",
      "points scatter independently and normally about it with one variance",
    ]
    if data.sharedQuestionCount { result.append(ShapeCheck.shared) }
    return result
  }
}
