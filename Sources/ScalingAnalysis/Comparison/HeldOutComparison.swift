/// Families compared by how they predict observations that none of them saw: what the ranking of
/// the fits promised, against what came.
public struct HeldOutComparison: Sendable, Equatable {
  /// What the families are compared by.
  public enum Criterion: String, Sendable, Codable {
    /// The root mean square error of logarithms, where every family has it.
    case rmsle
    /// The mean absolute error.
    case meanAbsoluteError = "mean-absolute-error"
  }

  /// What errors are read in.
  public enum Unit: String, Sendable, Codable {
    /// Points of an accuracy, which is a fraction.
    case points
    /// The unit of y.
    case units
  }

  /// The families in the order of the ranking.
  public let scores: [HeldOutScore]
  /// What they are compared by.
  public let criterion: Criterion
  /// The family that the ranking preferred.
  public let preferred: ModelName?
  /// What errors are read in.
  public let unit: Unit
  /// The largest distance beyond the fitted range, in doublings.
  public let farthestDoublings: Double?

  /// Scores every fit of a ranking; `nil` without held-out observations.
  public init?(_ ranking: ModelRanking, heldOut: CurveData) {
    guard heldOut.count > 0 else { return nil }
    scores = ranking.entries.map { HeldOutScore($0.fit, heldOut: heldOut) }
    // Errors of an accuracy are read in points; of losses and counts, as ratios.
    let hasRatios = !heldOut.isAccuracy && scores.allSatisfy { $0.rmsle != nil }
    criterion = hasRatios ? .rmsle : .meanAbsoluteError
    unit = heldOut.isAccuracy ? .points : .units
    preferred = ranking.preferred?.fit.name
    farthestDoublings = scores.first?.points.compactMap(\.doublingsBeyond).max {
      abs($0) < abs($1)
    }
  }

  /// A score by the criterion; smaller is better.
  public func value(_ score: HeldOutScore) -> Double? {
    criterion == .rmsle ? score.rmsle : score.meanAbsoluteError
  }

  /// The family that predicts best; of equals the one that ranks higher.
  public var best: HeldOutScore? {
    scores.filter { value($0) != nil }.min { (value($0) ?? 0) < (value($1) ?? 0) }
  }

  /// The score of a family.
  public func score(_ model: ModelName) -> HeldOutScore? {
    scores.first { $0.model == model }
  }
}
