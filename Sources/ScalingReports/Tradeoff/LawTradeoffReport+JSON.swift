internal import ScalingAnalysis
internal import ScalingData

extension LawTradeoffReport {
  /// The report as the document `scaling.tradeoff/1`.
  public var json: JSONValue {
    .members([
      "schema": .string("scaling.tradeoff/1"),
      "tool": ToolIdentity.json,
      "kind": .string("law"),
      "input": origin.input.map { .array([$0.json]) },
      "law": .members([
        "name": .string(origin.name),
        "source": origin.source.map(JSONValue.string),
        "form": .string(tradeoff.law.form.rawValue),
        "formula": .string(tradeoff.law.form.formula),
        "coefficients": LawReport.coefficients(tradeoff.law),
        "runs": origin.runs.map(JSONValue.integer),
      ]),
      "optimalShare": .finite(tradeoff.optimalShare),
      "mostInferenceSaved": TradeoffEstimate(
        tradeoff.mostInferenceSaved, interval: refits?.interval { $0.mostInferenceSaved }
      ).json,
      "growthPerYear": .number(settings.growth.factorPerYear),
      "loss": .finite(loss),
      "prices": settings.prices.map {
        .members(["training": .finite($0.training), "inference": .finite($0.inference)])
      },
      "tradeoff": .array(rows.map { $0.json(growth: settings.growth) }),
      "lifetime": lifetimes.isEmpty ? nil : .array(lifetimes.map { $0.json(settings.prices) }),
      "remarks": .array(remarks.map(JSONValue.string)),
      "notes": .array(notes.map(JSONValue.string)),
    ])
  }

  /// One row per point of the curve, then per demand, as CSV (RFC 4180), in orders of magnitude.
  public var csv: String {
    let heading =
      "asked,value,inference_saved,inference_saved_lower,inference_saved_upper,training_paid,"
      + "training_paid_lower,training_paid_upper,next_order_costs,years,cheaper_from_tokens,"
      + "parameters_n,tokens_d,training_flop,inference_flop,dollars,is_possible"
    let trades = rows.map { row in
      let (saved, paid) = (row.inferenceSaved, row.trainingPaid)
      let start = row.start.code
      let years = paid.value.map { $0 * settings.growth.yearsPerOrder }
      return line(
        start.name,
        [
          start.value, saved.value, saved.interval?.lower, saved.interval?.upper, paid.value,
          paid.interval?.lower, paid.interval?.upper, paid.value == nil ? nil : row.rate.value,
          years, row.breakEven?.value, nil, nil, nil, nil, nil,
        ], isPossible: row.isPossible)
    }
    let costs = lifetimes.map { life in
      let best = life.best
      return line(
        "demand",
        [
          best.demand, best.point.inferenceSaved, nil, nil, best.point.trainingPaid, nil, nil,
          tradeoff.rate(share: best.point.share), nil, nil, best.model.parameters,
          best.model.tokens, best.training, best.inference,
          settings.prices?.total(training: best.training, inference: best.inference),
        ], isPossible: true)
    }
    return ([heading] + trades + costs).joined(separator: "\n") + "\n"
  }

  private func line(_ name: String, _ cells: [Double?], isPossible: Bool) -> String {
    ([name] + cells.map(CSVText.number) + [String(isPossible)]).joined(separator: ",")
  }
}

extension LawTradeoffReport.Row {
  fileprivate func json(growth: ComputeGrowth) -> JSONValue {
    let start = start.code
    return .members([
      "asked": .string(start.name), "value": .finite(start.value),
      "inferenceSaved": inferenceSaved.json,
      "isPossible": .boolean(isPossible),
      "trainingPaid": trainingPaid.json,
      "nextOrderCosts": isPossible ? rate.json : nil,
      "years": isPossible ? trainingPaid.scaled(by: growth.yearsPerOrder).json : nil,
      "breakEvenTokens": breakEven.flatMap { $0.value == nil ? nil : $0.json },
    ])
  }
}

extension LawTradeoffReport.Lifetime {
  fileprivate func json(_ prices: ComputePrices?) -> JSONValue {
    .members([
      "demand": .finite(best.demand),
      "parameters": parameters.json, "tokens": tokens.json,
      "inferenceSaved": .finite(best.point.inferenceSaved),
      "trainingPaid": .finite(best.point.trainingPaid),
      "training": .finite(best.training), "inference": .finite(best.inference),
      "total": .finite(best.total),
      "computeOptimal": .members([
        "parameters": .finite(computeOptimal.model.parameters),
        "tokens": .finite(computeOptimal.model.tokens),
        "total": .finite(computeOptimal.total),
        "dollars": .finite(Self.dollars(computeOptimal, prices)),
      ]),
      "dollars": .finite(Self.dollars(best, prices)),
    ])
  }

  private static func dollars(_ split: LifetimeCost.Split, _ prices: ComputePrices?) -> Double? {
    prices?.total(training: split.training, inference: split.inference)
  }
}
