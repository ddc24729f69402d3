internal import ScalingAnalysis
internal import ScalingData

extension FitReport {
  /// The report as the document `scaling.fit/1`.
  public var json: JSONValue {
    let words = QuantityWords(table)
    return .members([
      "schema": .string("scaling.fit/1"),
      "tool": ToolIdentity.json,
      "input": .array(table.inputs.map(\.json)),
      "roles": table.rolesJSON,
      "settings": settings.json,
      "series": .array(series.map { $0.json(settings, words) }),
      "comparisons": comparisons.isEmpty ? nil : .array(comparisons.map(\.json)),
      "notes": .array(table.notes.map(JSONValue.string)),
    ])
  }
}

extension InputIdentity {
  var json: JSONValue {
    .members([
      "path": .string(path), "sha256": sha256.map(JSONValue.string), "rows": .integer(rows),
    ])
  }
}

extension SeriesTable {
  var rolesJSON: JSONValue {
    .members([
      "x": .string(x.column), "y": .string(y.column),
      "series": .array(roles.series.map { .string($0.column) }),
      "items": roles.items.map { .string($0.column) } ?? .finite(roles.itemCount),
      "stderr": roles.standardError.map { .string($0.column) },
      "weights": roles.weights.map { .string($0.column) },
      "question": roles.question.map { .string($0.column) },
      "yUnit": .string(y.unit.rawValue),
    ])
  }
}

extension FitReport.Settings {
  var json: JSONValue {
    .members([
      "level": .number(level), "noise": .string(noise.description),
      "weights": weights.map { .string($0.rawValue) },
      "band": .string(band.rawValue),
      "bootstrap": bootstrap.map { bootstrap in
        .members([
          "replicates": .integer(bootstrap.replicateCount),
          "resample": .string(bootstrap.resample.rawValue),
          "seed": .integer(Int(truncatingIfNeeded: bootstrap.seed)),
        ])
      },
    ])
  }
}

extension SeriesReport {
  func json(_ settings: FitReport.Settings, _ words: QuantityWords) -> JSONValue {
    let preferred = ranking?.preferred
    return .members([
      "name": .string(name),
      "observations": .integer(data.count),
      "points": .array(data.x.indices.map { pointJSON($0, level: settings.level) }),
      "fits": ranking.map { .array($0.entries.map { json(of: $0, settings, words) }) }
        ?? .array([]),
      "skipped": ranking.flatMap { skipped in
        skipped.skipped.isEmpty ? nil : .array(skipped.skipped.map(json(of:)))
      },
      "error": error.map(json(of:)),
      "diagnostics": ranking.flatMap { ranking in
        ranking.diagnostics.isEmpty ? nil : .array(ranking.diagnostics.map(json(of:)))
      },
      "preferred": preferred.flatMap { entry in
        .members([
          "model": .string(entry.fit.name.rawValue),
          "akaikeWeight": .finite(entry.akaikeWeight),
          "decided": .boolean(ranking?.isDecided ?? false),
        ])
      },
      "holdout": holdout.map(\.json),
      "verdict": ranking.map { .string(RankingSentence($0).text) },
    ])
  }

  private func pointJSON(_ index: Int, level: Double) -> JSONValue {
    .members([
      "x": .finite(data.x[index]), "y": .finite(data.y[index]),
      "items": .finite(data.items[index]),
      "interval": pointInterval(index, level: level).map(\.json),
    ])
  }

  private func json(
    of entry: ModelRanking.Entry, _ settings: FitReport.Settings, _ words: QuantityWords
  ) -> JSONValue {
    let fit = entry.fit
    let bootstrap = bootstraps[fit.name]
    let intervals = bootstrap?.intervals() ?? [:]
    return .members([
      "model": .string(fit.name.rawValue),
      "formula": .string(fit.model.formula),
      "coefficients": .array(
        fit.coefficients.map { json(of: $0, bootstrap: intervals[$0.name], words) }),
      "statistics": json(of: entry),
      "termination": .object([
        "converged": .boolean(fit.termination.converged),
        "reason": .string(fit.termination.reason),
        "iterations": .integer(fit.termination.iterations),
        "starts": .integer(fit.termination.starts),
      ]),
      "diagnostics": .array(fit.diagnostics.map(json(of:))),
      "fitted": .array(fit.fitted.compactMap { JSONValue.finite($0) }),
      "bootstrap": bootstrap.map { result in
        .object(
          [
            "converged": .integer(result.convergedCount),
            "replicates": .integer(result.settings.replicateCount),
          ].merging(result.tailRemark.map { ["warning": .string($0)] } ?? [:]) { $1 })
      },
      "predictions": settings.predictionsAt.isEmpty
        ? nil
        : .array(
          Prediction.all(of: fit, at: settings.predictionsAt, coverage: settings.band)
            .map(json(of:))),
      "holdout": holdout?.score(fit.name)?.json,
      "quantities": derived[fit.name].map { .array($0.map(\.json)) },
    ])
  }

  private func json(
    of coefficient: Coefficient, bootstrap: Interval?, _ words: QuantityWords
  ) -> JSONValue {
    .members([
      "name": .string(coefficient.name),
      "role": .string(coefficient.role.rawValue),
      "identified": .boolean(coefficient.estimate != nil),
      "estimate": .finite(coefficient.estimate),
      "standardError": .finite(coefficient.standardError),
      "interval": coefficient.interval.map(\.json),
      "text": .string(words.phrase(coefficient)),
      "bootstrapInterval": coefficient.estimate == nil ? nil : bootstrap.map(\.json),
    ])
  }

  private func json(of entry: ModelRanking.Entry) -> JSONValue {
    let statistics = entry.fit.statistics
    return .members([
      "observations": .integer(statistics.observations),
      "residualDegreesOfFreedom": .integer(statistics.residualDegreesOfFreedom),
      "residualSumOfSquares": .finite(statistics.residualSumOfSquares),
      "residualStandardError": .finite(statistics.residualStandardError),
      "rSquared": .finite(statistics.rSquared),
      "deviance": .finite(statistics.deviance),
      "dispersion": .finite(statistics.dispersion),
      "scatterProbability": .finite(statistics.scatterProbability),
      "logLikelihood": .finite(statistics.logLikelihood),
      "aic": .finite(statistics.aic), "aicc": .finite(statistics.aicc),
      "bic": .finite(statistics.bic),
      "aiccDifference": .finite(entry.difference),
      "akaikeWeight": .finite(entry.akaikeWeight),
    ])
  }

  private func json(of diagnostic: Diagnostic) -> JSONValue {
    .object([
      "code": .string(diagnostic.code.rawValue), "message": .string(diagnostic.message),
    ])
  }

  private func json(of skipped: ModelRanking.Skipped) -> JSONValue {
    .object([
      "model": .string(skipped.model.rawValue), "code": .string(skipped.reason.code.rawValue),
      "message": .string(skipped.reason.description),
    ])
  }

  private func json(of error: FitError) -> JSONValue {
    .object(["code": .string(error.code.rawValue), "message": .string(error.description)])
  }

  private func json(of prediction: Prediction) -> JSONValue {
    .members([
      "x": .number(prediction.x), "estimate": .finite(prediction.estimate),
      "confidenceInterval": prediction.confidence.map(\.json),
      "predictionInterval": prediction.observation.map(\.json),
      "extrapolated": .boolean(prediction.isExtrapolated),
    ])
  }
}
