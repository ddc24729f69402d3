internal import ScalingAnalysis

/// Judges a claim on how two curves compare, by `FitPair`.
struct ComparisonCheck {
  let claim: ComparisonClaim
  let curves: [ComparisonClaim.Curve]
  let settings: CheckSettings

  func finding() throws(ClaimError) -> Finding {
    let quantity: PairQuantity
    do throws(FitError) {
      quantity = try PairRequest(claim.quantity).quantity(among: curves.map(\.name))
    } catch {
      throw ClaimError(error.description)
    }
    let first = try fit(quantity.first)
    let second = try fit(quantity.second)
    return try judge(quantity, first, second).finding()
  }

  private func judge(
    _ quantity: PairQuantity, _ first: Fit, _ second: Fit
  ) throws(ClaimError) -> FigureJudge {
    let estimate: PairEstimate?
    do throws(FitError) {
      estimate = try FitPair(first, second).estimate(quantity)
    } catch {
      throw ClaimError(error.description)
    }
    guard let estimate else {
      throw ClaimError(
        "\(claim.model.rawValue) has no one slope; use linear, log-linear, hinge or power-law")
    }
    var isDifference = false
    if case .difference = quantity.kind { isDifference = first.data.isAccuracy }
    return FigureJudge(
      name: quantity.words, estimate: estimate.estimate, interval: estimate.set?.interval,
      unit: isDifference ? "points" : "", scale: isDifference ? 100 : 1, relation: claim.relation,
      assumptions: claim.model.assumptions(first.data) + [
        "the two series scatter independently of each other"
      ], isExtrapolated: estimate.isExtrapolated)
  }

  private func fit(_ name: String) throws(ClaimError) -> Fit {
    guard let curve = curves.first(where: { $0.name == name }) else {
      throw ClaimError("there is no series \"\(name)\"")
    }
    do throws(ClaimError) {
      return try claim.model.fit(curve.data, settings)
    } catch {
      throw ClaimError("series \"\(name)\": \(error.description)")
    }
  }
}

extension PairQuantity {
  /// The comparison as the subject of a sentence.
  fileprivate var words: String {
    switch kind {
    case .slopeRatio: "slope of \(first) over that of \(second)"
    case .difference(let x?): "difference of \(first) and \(second) at \(short(x))"
    case .difference(nil): "mean difference of \(first) and \(second)"
    case .crossing: "x at which \(first) and \(second) cross"
    case .ratio(let name): "\(name) of \(first) over that of \(second)"
    }
  }
}
