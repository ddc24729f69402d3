internal import ScalingAnalysis

/// Judges a claim on how two curves compare, by `FitPair`.
struct ComparisonCheck {
  let claim: ComparisonClaim
  /// The names there are.
  let names: [String]
  /// The fitted curve of a name.
  let curve: (String) throws(ClaimError) -> JudgedCurve

  func finding() throws(ClaimError) -> Finding {
    let quantity: PairQuantity
    do throws(FitError) {
      quantity = try PairRequest(claim.quantity).quantity(among: names)
    } catch {
      throw ClaimError(error.description)
    }
    return try judge(quantity, try curve(quantity.first), try curve(quantity.second)).finding()
  }

  private func judge(
    _ quantity: PairQuantity, _ first: JudgedCurve, _ second: JudgedCurve
  ) throws(ClaimError) -> FigureJudge {
    let estimate: PairEstimate?
    do throws(FitError) {
      estimate = try FitPair(first.fit, second.fit).estimate(quantity)
    } catch {
      throw ClaimError(error.description)
    }
    guard let estimate else { throw ClaimError(missing(quantity, first)) }
    var isDifference = false
    if case .difference = quantity.kind { isDifference = first.fit.data.isAccuracy }
    if isDifference {
      try AccuracyLimits.require(
        plain: claim.relation.value, "points", isInPercent: claim.isInPercent)
    }
    return FigureJudge(
      name: FigureName.pair(quantity), estimate: estimate.estimate,
      pieces: estimate.set?.pieces, unit: isDifference ? "points" : "",
      scale: isDifference ? 100 : 1, relation: claim.relation, curves: [first, second],
      assumptions: assumptions(quantity, first, second), isExtrapolated: estimate.isExtrapolated,
      openBecause: openBecause(quantity), range: estimate.range)
  }

  /// A ratio is unbounded where its denominator may be zero (Fieller 1954).
  private func openBecause(_ quantity: PairQuantity) -> String? {
    let name: String
    switch quantity.kind {
    case .slopeRatio: name = "slope"
    case .ratio(let coefficient): name = FigureName.coefficient(coefficient)
    case .difference, .crossing: return nil
    }
    return "the \(name) of \(quantity.second) cannot be told from zero"
  }

  private func missing(_ quantity: PairQuantity, _ curve: JudgedCurve) -> String {
    guard case .ratio(let name) = quantity.kind else {
      return "\(claim.model.rawValue) has no one slope; use linear, log-linear, hinge or power-law"
    }
    let names = curve.fit.coefficients.map(\.name).joined(separator: ", ")
    return "\(claim.model.rawValue) has no coefficient \(name); it has \(names)"
  }

  private func assumptions(
    _ quantity: PairQuantity, _ first: JudgedCurve, _ second: JudgedCurve
  ) -> [String] {
    let (one, other) = (first.noiseWords, second.noiseWords)
    let noise =
      one == other ? [one] : ["\(quantity.first): \(one)", "\(quantity.second): \(other)"]
    let shared =
      [first, second].contains { $0.fit.data.sharedQuestionCount } ? [ShapeCheck.shared] : []
    return [first.familyWords] + noise + shared
      + ["the two series scatter independently of each other"]
  }
}
