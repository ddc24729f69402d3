internal import ScalingAnalysis

/// Asks the same questions of a law and of its refits.
struct LawTradeoffQuestions {
  let settings: LawTradeoffReport.Settings
  let refits: LawTradeoffRefits?

  typealias Row = LawTradeoffReport.Row

  /// The costs of the target under a law; `nil` without a target.
  func cost(_ tradeoff: LawTradeoff) throws(FitError) -> LifetimeCost? {
    guard let loss = settings.target?.loss(under: tradeoff.law) else { return nil }
    return try LifetimeCost(tradeoff, loss: loss, inferencePrice: settings.prices?.ratio ?? 1)
  }

  func row(_ start: LawTradeoffReport.Start, _ tradeoff: LawTradeoff, hasCost: Bool) -> Row {
    let estimate = { (figure: @escaping (LawTradeoff, LawTradeoff.Point) -> Double?) in
      self.estimate(tradeoff) { law in Self.point(start, law).flatMap { figure(law, $0) } }
    }
    var saved = estimate { $1.inferenceSaved }
    var paid = estimate { $1.trainingPaid }
    var rate = estimate { $0.rate(share: $1.share) }
    switch start {
    case .rate(let value): rate = TradeoffEstimate(value)
    case .saving(let value): saved = TradeoffEstimate(value)
    case .paying(let value): paid = TradeoffEstimate(value)
    }
    return Row(
      start: start, inferenceSaved: saved, trainingPaid: paid, rate: rate,
      breakEven: hasCost
        ? estimate { law, point in (try? self.cost(law))?.breakEven(point) } : nil)
  }

  func lifetime(_ cost: LifetimeCost, demand: Double) -> LawTradeoffReport.Lifetime? {
    guard let best = cost.best(demand: demand), let optimal = cost.computeOptimal(demand: demand)
    else { return nil }
    let model = { (law: LawTradeoff) in (try? self.cost(law))?.best(demand: demand)?.model }
    return LawTradeoffReport.Lifetime(
      best: best, parameters: estimate(cost.tradeoff) { model($0)?.parameters },
      tokens: estimate(cost.tradeoff) { model($0)?.tokens }, computeOptimal: optimal)
  }

  private func estimate(
    _ tradeoff: LawTradeoff, _ figure: (LawTradeoff) -> Double?
  ) -> TradeoffEstimate {
    TradeoffEstimate(
      figure(tradeoff).flatMap { $0.isFinite ? $0 : nil }, interval: refits?.interval(of: figure))
  }

  private static func point(
    _ start: LawTradeoffReport.Start, _ tradeoff: LawTradeoff
  ) -> LawTradeoff.Point? {
    switch start {
    case .rate(let rate): tradeoff.point(rate: rate)
    case .saving(let orders): tradeoff.point(savingInference: orders)
    case .paying(let orders): tradeoff.point(payingTraining: orders)
    }
  }
}
