internal import ScalingAnalysis

extension HeldOutComparison {
  /// What the families of one series make of its held-out points.
  var json: JSONValue {
    .members([
      "observations": .integer(scores.first?.points.count ?? 0),
      "criterion": .string(criterion.rawValue),
      "best": best.map { .string($0.model.rawValue) },
      "preferred": preferred.map { .string($0.rawValue) },
      "farthestDoublings": .finite(farthestDoublings),
      "points": .array(
        (scores.first?.points ?? []).map {
          .members(["x": .finite($0.x), "y": .finite($0.observed)])
        }),
      "verdict": .string(HeldOutSentence(self).text),
    ])
  }
}

extension HeldOutScore {
  /// What one family makes of them.
  var json: JSONValue {
    .members([
      "rmsle": .finite(rmsle),
      "rootMeanSquareError": .finite(rootMeanSquareError),
      "meanAbsoluteError": .finite(meanAbsoluteError),
      "worstError": .finite(worstError),
      "meanError": .finite(meanError),
      "covered": .integer(coveredCount),
      "banded": .integer(bandedCount),
      "points": .array(points.map(\.json)),
    ])
  }
}

extension HeldOutPoint {
  fileprivate var json: JSONValue {
    .members([
      "x": .finite(x), "observed": .finite(observed), "predicted": .finite(predicted),
      "error": .finite(error), "doublingsBeyond": .finite(doublingsBeyond),
      "distanceBeyond": .finite(distanceBeyond),
      "predictionInterval": interval.map(\.json), "covered": isCovered.map(JSONValue.boolean),
    ])
  }
}
