internal import ScalingAnalysis
internal import ScalingData

extension CeilingReport {
  /// The report as the document `scaling.ceiling/1`.
  public var json: JSONValue {
    let words = QuantityWords(table)
    return .members([
      "schema": .string("scaling.ceiling/1"),
      "tool": ToolIdentity.json,
      "input": .array(table.inputs.map(\.json)),
      "roles": table.rolesJSON,
      "settings": .members([
        "level": .number(settings.level), "margin": .finite(settings.margin),
        "simulations": .integer(settings.simulations),
        "seed": .integer(Int(truncatingIfNeeded: settings.seed)),
      ]),
      "series": .array(series.map { $0.json(words) }),
      "notes": .array(table.notes.map(JSONValue.string)),
    ])
  }
}

extension CeilingSeries {
  fileprivate func json(_ words: QuantityWords) -> JSONValue {
    guard let analysis else {
      return .members([
        "name": .string(name), "observations": .integer(observations.count),
        "error": error.map {
          .object(["code": .string($0.code.rawValue), "message": .string($0.description)])
        },
      ])
    }
    let sentences = CeilingWords(analysis: analysis, words: words)
    return .members([
      "name": .string(name),
      "observations": .integer(observations.count),
      "verdict": .string(analysis.verdict.rawValue),
      "reason": .string(analysis.reason.rawValue),
      "statement": .string(sentences.statement),
      "explanation": .array(sentences.explanation.map(JSONValue.string)),
      "wouldDecide": sentences.wouldDecide.map(JSONValue.string),
      "level": analysis.level.map { level in
        .members([
          "estimate": .finite(level.estimate), "interval": level.interval.map(\.json),
          "overQuestions": analysis.levelOverQuestions.map(\.json),
          "text": sentences.levelText.map(JSONValue.string),
        ])
      },
      "onset": analysis.onset.map { onset in
        .members([
          "estimate": .finite(onset.estimate), "interval": onset.interval.map(\.json),
          "text": .string(sentences.onsetText),
        ])
      },
      "gainPerDoublingBefore": analysis.gainBefore.map { gain in
        .members(["estimate": .finite(gain.estimate), "interval": gain.interval.map(\.json)])
      },
      "gainPerDoublingAfter": analysis.gainAfter.map { gain in
        .members([
          "estimate": .finite(gain.estimate), "standardError": .finite(gain.standardError),
          "interval": gain.interval.json, "points": .integer(gain.points),
          "margin": .number(analysis.margin),
          "pValueBelowMargin": .finite(gain.pValueBelowMargin),
          "pValueEquivalence": .finite(gain.pValueEquivalence),
        ])
      },
      "smoothApproach": analysis.approach.map { approach in
        .members([
          "model": .string(approach.fit.name.rawValue), "aiccLead": .finite(approach.lead),
        ])
      },
      "flattening": .members([
        "statistic": .finite(analysis.flattening.statistic),
        "pValue": .finite(analysis.flattening.pValue),
        "simulations": .integer(analysis.flattening.simulations),
      ]),
      "curves": .array(
        analysis.ranking.entries.map { entry in
          .members([
            "model": .string(entry.fit.name.rawValue),
            "aicc": .finite(entry.fit.statistics.aicc),
            "aiccDifference": .finite(entry.difference),
            "akaikeWeight": .finite(entry.akaikeWeight),
          ])
        }),
    ])
  }
}
