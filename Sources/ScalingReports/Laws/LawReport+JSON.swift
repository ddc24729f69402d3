internal import ScalingAnalysis
internal import ScalingData

extension LawReport {
  /// The report as the document `scaling.law/1`.
  public var json: JSONValue {
    .members([
      "schema": .string("scaling.law/1"),
      "tool": ToolIdentity.json,
      "input": .array([input.json]),
      "roles": .members([
        "inputs": .array(columns.dropLast().map(JSONValue.string)),
        "loss": columns.last.map(JSONValue.string),
      ]),
      "law": lawJSON,
      "bootstrap": bootstrap.map(Self.json),
      "optimum": .array(optima.map(\.json)),
      "predictions": predictions.isEmpty ? nil : .array(predictions.map(\.json)),
      "against": comparisons.isEmpty ? nil : .array(comparisons.map(\.json)),
      "holdout": holdOut.map(\.json),
      "diagnostics": .array(diagnostics.map(\.json)),
      "notes": .array(notes.map(JSONValue.string)),
    ])
  }

  private var lawJSON: JSONValue {
    var delta: Double?
    if case .huberLog(let value) = fit.settings.objective { delta = value }
    return .members([
      "form": .string(fit.settings.form.rawValue),
      "formula": .string(fit.settings.form.formula),
      "objective": .string(fit.settings.objective.name),
      "delta": .finite(delta),
      "value": .finite(fit.value),
      "coefficients": .array(rows.map(\.json)),
      "otherMinima": fit.otherMinima.isEmpty
        ? nil
        : .array(
          fit.otherMinima.map { other in
            .members([
              "value": .finite(other.value), "coefficients": Self.coefficients(other.law),
            ])
          }),
      "statistics": .members([
        "observations": .integer(fit.data.count),
        "rSquared": .finite(fit.rSquared),
        "huberLogLikelihood": .finite(
          HuberLikelihood.logLikelihood(of: fit.law, on: fit.data)),
      ]),
      "termination": .members([
        "converged": .boolean(fit.termination.converged),
        "reason": .string(fit.termination.reason),
        "evaluations": .integer(fit.termination.iterations),
        "search": .string(fit.settings.search.rawValue),
        "starts": .integer(fit.termination.starts),
        "agreeingStarts": .integer(fit.agreeingStarts),
        "searchedNodes": .integer(fit.searchedNodes),
      ]),
    ])
  }

  static func coefficients(_ law: TrainingLaw) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: zip(law.form.coefficientNames, law.coefficients).compactMap {
          name, value in JSONValue.finite(value).map { (name, $0) }
        }))
  }

  private static func json(_ bootstrap: LawBootstrapResult) -> JSONValue {
    .members([
      "resample": .string("case"),
      "replicates": .integer(bootstrap.settings.replicateCount),
      "converged": .integer(bootstrap.convergedCount),
      "seed": .integer(Int(truncatingIfNeeded: bootstrap.settings.seed)),
    ])
  }
}

extension LawReport.Row {
  var json: JSONValue {
    .members([
      "name": .string(name), "role": .string(role.rawValue), "estimate": .finite(estimate),
      "standardError": .finite(standardError), "interval": interval.map(\.lawJSON),
    ])
  }
}

extension LawReport.Optimum {
  var json: JSONValue {
    .members([
      "compute": .finite(optimum.compute),
      "parameters": figure(optimum.parameters, parameters),
      "tokens": figure(optimum.tokens, tokens),
      "tokensPerParameter": figure(optimum.tokensPerParameter, tokensPerParameter),
      "loss": figure(optimum.loss, loss),
    ])
  }

  private func figure(_ value: Double, _ interval: Interval?) -> JSONValue {
    .members(["estimate": .finite(value), "interval": interval.map(\.lawJSON)])
  }
}

extension LawReport.Prediction {
  var json: JSONValue {
    .members([
      "inputs": .array(inputs.map { .finite($0) ?? .string("infinite") }), "loss": .finite(loss),
      "interval": interval.map(\.lawJSON),
    ])
  }
}

extension LawReport.HoldOut {
  var json: JSONValue {
    .members([
      "condition": .string(condition), "rows": .integer(rows), "rmsle": .finite(logError),
      "fittedRmsle": .finite(fittedLogError),
    ])
  }
}

extension LawComparison {
  var json: JSONValue {
    .members([
      "name": .string(name),
      "form": .string(law.form.rawValue),
      "coefficients": LawReport.coefficients(law),
      "value": .finite(value),
      "huberLogLikelihood": .finite(logLikelihood),
      "likelihoodRatio": likelihoodRatio.json,
      "distance": distance.map(\.json),
    ])
  }
}

extension LawDistance {
  var json: JSONValue {
    .members([
      "statistic": .finite(statistic), "degreesOfFreedom": .integer(degreesOfFreedom),
      "pValue": .finite(pValue),
    ])
  }
}

extension LawDiagnostic {
  var json: JSONValue {
    .members(["code": .string(code.rawValue), "message": .string(message)])
  }
}

extension Interval {
  var lawJSON: JSONValue {
    .members([
      "level": .finite(level), "lower": .finite(lower), "upper": .finite(upper),
      "method": .string(method.rawValue),
    ])
  }
}
