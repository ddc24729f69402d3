internal import ScalingAnalysis
internal import ScalingData

extension SurfaceReport {
  /// The report as the document `scaling.tradeoff/1`.
  public var json: JSONValue {
    .members([
      "schema": .string("scaling.tradeoff/1"),
      "tool": ToolIdentity.json,
      "kind": .string("surface"),
      "input": .array([input.json]),
      "roles": .members([
        "training": .string(roles.training), "inference": .string(roles.inference),
        "y": .string(accuracy.column), "items": roles.items.map(JSONValue.string),
        "cluster": .string(roles.cluster), "within": roles.within.map(JSONValue.string),
      ]),
      "growthPerYear": .number(settings.growth.factorPerYear),
      "prices": settings.prices.map {
        .members(["training": .finite($0.training), "inference": .finite($0.inference)])
      },
      "series": .array(groups.map(json)),
      "notes": .array(notes.map(JSONValue.string)),
    ])
  }

  private func json(_ group: Group) -> JSONValue {
    let analysis = group.analysis
    return .members([
      "name": .string(group.name),
      "observations": .integer(analysis.data.count),
      "clusters": .integer(analysis.data.clusterCount),
      "preferred": .string(analysis.preferred.form.rawValue),
      "surfaces": .array([analysis.additive, analysis.interaction].compactMap { $0?.json }),
      "interactionPValue": .finite(analysis.interactionPValue),
      "curvaturePValue": .finite(analysis.curvaturePValue),
      "logOddsPerTraining": analysis.trainingSlope.json,
      "logOddsPerInference": analysis.inferenceSlope.json,
      "inferencePerTraining": analysis.rate.json,
      "bootstrap": analysis.bootstrapInterval.map {
        .members(["interval": $0.json, "replicates": .integer(analysis.refits.count)])
      },
      "trainingPerInference": analysis.trainingPerInference.json,
      "yearsPerInference": analysis.trainingPerInference.scaled(by: settings.growth.yearsPerOrder)
        .json,
      "worth": worth(analysis),
      "corners": analysis.corners.isEmpty
        ? nil
        : .array(
          analysis.corners.map { corner in
            .members(["place": corner.place.json, "inferencePerTraining": corner.rate.json])
          }),
      "curves": .array(analysis.curves.map(\.json)),
      "needed": .array(analysis.needed.map(\.json)),
      "monotone": analysis.monotone.json,
      "lifetime": group.lifetimes.isEmpty
        ? nil : .array(group.lifetimes.map { $0.json(settings.prices) }),
      "remarks": .array(remarks(group).map(JSONValue.string)),
    ])
  }

  private func worth(_ analysis: SurfaceAnalysis) -> JSONValue {
    .array(
      settings.savings.map { orders in
        .members([
          "inference": .finite(orders),
          "training": analysis.trainingPerInference.scaled(by: orders).json,
          "years": analysis.trainingPerInference.scaled(
            by: orders * settings.growth.yearsPerOrder
          ).json,
        ])
      }
        + settings.payments.map { orders in
          .members([
            "training": TradeoffEstimate(orders).json,
            "inferenceSaved": analysis.rate.scaled(by: orders).json,
          ])
        })
  }

  /// One row per figure of each surface, as CSV (RFC 4180), in orders of magnitude.
  public var csv: String {
    var lines = ["series,quantity,target,estimate,lower,upper,clusters,p_value"]
    for group in groups {
      let analysis = group.analysis
      let clusters = analysis.data.clusterCount
      let add = {
        (name: String, target: Double?, estimate: TradeoffEstimate?, count: Int, p: Double?) in
        lines.append(
          [
            CSVText.quoted(group.name), name, CSVText.number(target),
            CSVText.number(estimate?.value), CSVText.number(estimate?.interval?.lower),
            CSVText.number(estimate?.interval?.upper), String(count), CSVText.number(p),
          ].joined(separator: ","))
      }
      add("inference_per_training", nil, analysis.rate, clusters, nil)
      if let interval = analysis.bootstrapInterval {
        add(
          "inference_per_training_over_refits", nil,
          TradeoffEstimate(analysis.rate.value, interval: interval), clusters, nil)
      }
      add("training_per_inference", nil, analysis.trainingPerInference, clusters, nil)
      add("interaction", nil, nil, clusters, analysis.interactionPValue)
      add("monotone", nil, nil, clusters, analysis.monotone.pValue)
      for needed in analysis.needed {
        add("slope_of_inference_needed", needed.target, needed.slope, needed.crossings.count, nil)
      }
      for lifetime in group.lifetimes {
        guard let even = lifetime.breakEven else { continue }
        add(
          "break_even_queries" + (even.isExtrapolated ? "_extrapolated" : ""),
          lifetime.question.target, even.queries, clusters, nil)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SurfaceFit {
  fileprivate var json: JSONValue {
    let names = ["a", "b", "d", "e"]
    return .members([
      "form": .string(form.rawValue), "formula": .string(form.formula),
      "centre": centre.json,
      "coefficients": .array(
        zip(names, coefficients.indices).map { name, index in
          .members([
            "name": .string(name), "estimate": .finite(coefficients[index]),
            "standardError": .finite(covariance?[index][index].squareRoot()),
          ])
        }),
      "degreesOfFreedom": .integer(degreesOfFreedom),
      "heldOutDeviance": .finite(heldOutDeviance),
    ])
  }
}

extension SurfacePlace {
  fileprivate var json: JSONValue {
    .members(["logTraining": .finite(logTraining), "logInference": .finite(logInference)])
  }
}

extension EqualAccuracyCurve {
  fileprivate var json: JSONValue {
    .members([
      "target": .finite(target), "isReachable": .boolean(isReachable),
      "direction": .string(direction.rawValue),
      "points": .array(
        points.map { point in
          let (given, needed): (JSONValue?, JSONValue?) = (.finite(point.given), point.needed.json)
          let isSteep = direction == .trainingNeeded
          return .members([
            "logTraining": isSteep ? needed : given, "logInference": isSteep ? given : needed,
            "isExtrapolated": .boolean(point.isExtrapolated),
          ])
        }),
    ])
  }
}

extension ComputeNeeded {
  fileprivate var json: JSONValue {
    .members([
      "target": .finite(target), "slope": slope?.json, "intercept": .finite(intercept),
      "rSquared": .finite(rSquared), "crossings": .array(crossings.map(\.json)),
      "never": .integer(neverCount), "before": .integer(beforeCount),
    ])
  }
}

extension MonotoneTest {
  fileprivate var json: JSONValue {
    .members([
      "comparisons": .integer(comparisons), "falls": .integer(fallCount),
      "pValue": .finite(pValue),
      "isContradicted": isContradicted.map(JSONValue.boolean),
      "clearest": .array(
        falls.map { fall in
          .members([
            "group": fall.group.isEmpty ? nil : .string(fall.group), "from": .finite(fall.from),
            "to": .finite(fall.to), "logInference": .finite(fall.logInference),
            "accuracyBefore": .finite(fall.accuracyBefore),
            "accuracyAfter": .finite(fall.accuracyAfter), "statistic": .finite(fall.statistic),
          ])
        }),
    ])
  }
}

extension SurfaceLifetime {
  fileprivate func json(_ prices: ComputePrices?) -> JSONValue {
    .members([
      "target": .finite(question.target), "unitCompute": .finite(question.unitCompute),
      "leastInference": .finite(question.leastInference),
      "surface": .string(form.rawValue),
      "breakEvenQueries": breakEven?.queries.json,
      "isBreakEvenExtrapolated": (breakEven?.isExtrapolated).map(JSONValue.boolean),
      "best": .array(
        best.map { split in
          .members([
            "demand": .finite(split.demand), "training": split.training.json,
            "inferencePerQuery": .finite(split.inferencePerQuery),
            "inference": .finite(split.inference), "total": .finite(split.total),
            "dollars": .finite(
              prices?.total(training: split.training.value ?? 0, inference: split.inference)),
            "isLeastInference": .boolean(split.isLeastInference),
            "isExtrapolated": .boolean(split.isExtrapolated),
          ])
        }),
    ])
  }
}
