internal import ScalingAnalysis
internal import ScalingData

extension CoverageReport {
  /// The report as the document `scaling.coverage/1`.
  public var json: JSONValue {
    .members([
      "schema": .string("scaling.coverage/1"),
      "tool": ToolIdentity.json,
      "input": .array(table.inputs.map(\.json)),
      "settings": .members([
        "level": .number(settings.level), "replicates": .integer(settings.replicates),
        "seed": .integer(Int(truncatingIfNeeded: settings.seed)),
      ]),
      "groups": .array(groups.map(\.json)),
      "notes": .array(table.notes.map(JSONValue.string)),
    ])
  }
}

extension CoverageReport.Group {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name),
      "questions": .integer(analysis.curve.counts.count),
      "samples": .members([
        "fewest": .integer(analysis.curve.fewestSamples),
        "most": .integer(analysis.curve.mostSamples),
      ]),
      "passAtK": .array(analysis.curve.rows.map(\.json)),
      "fits": .array(analysis.fits.map(\.json)),
      "skipped": analysis.skipped.isEmpty
        ? nil
        : .array(
          analysis.skipped.map {
            .object(["model": .string($0.law.rawValue), "message": .string($0.reason)])
          }),
      "adaptiveSampling": analysis.adaptive.map { adaptive in
        .members([
          "likely": .boolean(adaptive.isLikely), "correlation": .finite(adaptive.correlation),
          "pValue": .finite(adaptive.pValue),
        ])
      },
      "remarks": .array(CoverageReport.remarks(analysis).map(JSONValue.string)),
    ])
  }
}

extension CoverageCurve.Row {
  fileprivate var json: JSONValue {
    .members([
      "k": .integer(k),
      "accuracy": .finite(mean?.estimate),
      "standardError": .finite(mean?.standardError),
      "naiveStandardError": .finite(naiveStandardError),
      "interval": interval.map(\.json),
      "questions": .integer(mean?.questions ?? 0),
    ])
  }
}

extension CoverageFit {
  fileprivate var json: JSONValue {
    .members([
      "model": .string(law.rawValue),
      "formula": .string(law.formula),
      "objective": .string(law.objective),
      "grid": grid.isEmpty ? nil : .array(grid.map(JSONValue.integer)),
      "coefficients": .array(coefficients.map(\.json)),
      "exponent": exponent.json,
      "statistics": .members([
        "meanAbsoluteError": .finite(meanAbsoluteError),
        "absoluteErrorDeviation": .finite(absoluteErrorDeviation),
        "logLikelihood": .finite(logLikelihood),
        "unsolvedAtEnd": .finite(unsolvedAtEnd),
      ]),
      "predictions": predictions.isEmpty
        ? nil
        : .array(
          predictions.map { prediction in
            .members([
              "k": .finite(prediction.k), "coverage": prediction.coverage.json,
              "interval": prediction.interval.map(\.json),
              "tenfoldsBeyond": .finite(prediction.tenfoldsBeyond),
            ])
          }),
      "bootstrap": .object([
        "replicates": .integer(replicates), "converged": .integer(convergedReplicates),
      ]),
    ])
  }
}

extension CoverageFit.Estimate {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name), "estimate": .finite(estimate),
      "standardError": .finite(standardError), "interval": interval.map(\.json),
    ])
  }
}
