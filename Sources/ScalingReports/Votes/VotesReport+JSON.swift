internal import ScalingAnalysis

extension VotesReport {
  /// The report as the document `scaling.votes/1`.
  public var json: JSONValue {
    .members([
      "schema": .string("scaling.votes/1"),
      "tool": ToolIdentity.json,
      "input": .array(inputs.map(\.json)),
      "notes": notes.isEmpty ? nil : .array(notes.map(JSONValue.string)),
      "groups": .array(groups.map(\.json)),
      "comparisons": comparisons.isEmpty ? nil : .array(comparisons.map(\.json)),
    ])
  }
}

extension VoteAnalysis {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name), "questions": .integer(questionCount),
      "samples": .integer(sampleCount),
      "samplesPerQuestion": .members([
        "fewest": .integer(samplesPerQuestion.lowerBound),
        "most": .integer(samplesPerQuestion.upperBound),
      ]),
      "tieRule": .string(settings.ties.rawValue), "draw": .string(settings.draw.rawValue),
      "unparsedVotes": .string(settings.unparsed.rawValue),
      "majority": .array(majority.map { $0.json(hasMethod: true) }),
      "passAtK": .array(passAtK.map { $0.json(hasMethod: false) }),
      "allOfK": .array(allOfK.map { $0.json(hasMethod: false) }),
      "bestOfK": bestOfK.isEmpty ? nil : .array(bestOfK.map { $0.json(hasMethod: true) }),
      "weighted": weighted.isEmpty ? nil : .array(weighted.map { $0.json(hasMethod: true) }),
      "voteCeiling": ceilingJSON, "plateau": plateauJSON, "gap": gapJSON, "peak": peakJSON,
      "questionOutcomes": outcomes.isEmpty ? nil : .array(outcomes.map(\.json)),
      "earlyStopping": stopping?.json, "tokensPerSample": tokens?.json,
      "dollarsPerSample": dollars?.json,
      "finding": .string(VoteWords(analysis: self).headline),
      "diagnostics": notes.isEmpty ? nil : .array(notes.map(JSONValue.string)),
    ])
  }

  private var ceilingJSON: JSONValue? {
    guard let ceiling, let bounded = boundedCeiling else { return nil }
    var members = bounded.members
    let open = ceiling.ifOpen(level: settings.level)
    members["basis"] = .string(ceiling.basis.rawValue)
    members["shapeChange"] = .finite(ceiling.shapeChange)
    members["ifOpenLost"] = .finite(open.lost)
    members["ifOpenWon"] = .finite(open.won)
    members["observedModes"] = .finite(ceiling.observed)
    members["unsettledQuestions"] = .array(unsettled.map(\.json))
    members["remark"] = VoteWords(analysis: self).ceilingRemark.map(JSONValue.string)
    return .members(members)
  }

  private var plateauJSON: JSONValue? {
    guard let plateau else { return nil }
    let start = VoteWords(analysis: self).plateauStart
    return .members([
      "k": start.map(JSONValue.integer),
      "tokens": .finite(start.flatMap { tokens?.total($0).mean }),
      "dollars": .finite(start.flatMap { dollars?.total($0).mean }),
      "end": .integer(plateau.end), "tolerance": .finite(plateau.tolerance),
      "level": .finite(plateau.level),
      "estimate": plateau.estimate.map(JSONValue.integer),
      "earliest": plateau.earliest.map(JSONValue.integer),
      "overQuestions": plateau.overQuestions.map(JSONValue.integer),
      "position": .finite(plateau.position),
      "interval": plateau.interval.map(\.json),
      "overSamples": plateau.overSamples.map(JSONValue.integer),
      "remaining": .array(plateau.remaining.map(\.json)),
      "towardsCeiling": towardsCeiling.map { .members($0.members) },
    ])
  }

  private var gapJSON: JSONValue {
    .members([
      "single": .finite(gap.single.estimate),
      "singleStandardError": .finite(gap.single.standardError),
      "singleNaiveStandardError": .finite(gap.naiveStandardError),
      "majority": .finite(gap.majority?.estimate), "ceiling": .finite(gap.ceiling),
      "coverage": .finite(gap.coverage.estimate),
    ])
  }

  private var peakJSON: JSONValue? {
    guard let peak else { return nil }
    return .members([
      "k": .integer(peak.k), "accuracy": .finite(peak.accuracy),
      "turnsDown": .boolean(peak.isDown), "fall": .finite(peak.fall.estimate),
      "interval": peak.interval.json,
    ])
  }
}

extension BoundedMean {
  /// An interval, or bounds where the range of open questions is too wide for one.
  fileprivate var members: [String: JSONValue?] {
    [
      "estimate": .finite(estimate), "standardError": .finite(standardError),
      "interval": interval?.json, "bounds": bounds?.json, "lowest": .finite(lowest),
      "highest": .finite(highest), "isSettled": .boolean(isSettled),
    ]
  }
}

extension VoteRow {
  fileprivate func json(hasMethod: Bool) -> JSONValue {
    .members([
      "k": .integer(k), "accuracy": .finite(mean.estimate),
      "standardError": .finite(mean.standardError), "interval": interval?.json,
      "questions": .integer(mean.questions),
      "samplingError": .finite(samplingError), "simulationError": .finite(simulationError),
      "method": hasMethod ? .string(method.rawValue) : nil,
    ])
  }
}

extension VotePlateau.Remaining {
  fileprivate var json: JSONValue {
    .members([
      "k": .integer(k), "gain": .finite(gain.estimate),
      "standardError": .finite(gain.standardError), "interval": interval.json,
      "samplingError": .finite(samplingError),
    ])
  }
}

extension QuestionOutcome {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name), "rightShare": .finite(rightShare), "vote": .finite(vote),
      "chance": .finite(chance), "state": .string(state.rawValue),
      "samplesToSettle": samplesToSettle.map(JSONValue.integer),
    ])
  }
}

extension EarlyStopping {
  fileprivate var json: JSONValue {
    .members([
      "window": .integer(window), "available": .finite(available),
      "fullAccuracy": .finite(fullAccuracy), "fileOrder": fileOrder.json,
      "randomOrders": randomOrders.json,
    ])
  }
}

extension EarlyStopping.Outcome {
  fileprivate var json: JSONValue {
    .members([
      "samples": .finite(samples), "accuracy": .finite(accuracy),
      "accuracySpread": .finite(accuracySpread), "samplesSpread": .finite(samplesSpread),
    ])
  }
}

extension VoteCost {
  fileprivate var json: JSONValue {
    .members([
      "mean": .finite(perSample), "standardError": .finite(standardError),
      "betweenQuestions": .finite(betweenQuestions), "withinQuestions": .finite(withinQuestions),
    ])
  }
}

extension VotesReport.Comparison {
  fileprivate var json: JSONValue {
    .members([
      "curve": .string(curve.rawValue), "first": .string(paired.first),
      "second": .string(paired.second), "questions": .integer(paired.questions),
      "rows": .array(
        paired.rows.map { row in
          .members([
            "k": .integer(row.k), "difference": .finite(row.difference.estimate),
            "standardError": .finite(row.difference.standardError),
            "interval": row.interval.json, "simultaneousInterval": row.simultaneous.json,
            "verdict": .string(row.verdict.rawValue),
          ])
        }),
      "stretches": .array(
        paired.stretches.map {
          .members([
            "from": .integer($0.from), "to": .integer($0.to),
            "verdict": .string($0.verdict.rawValue),
          ])
        }),
    ])
  }
}
