extension CeilingAnalysis {
  /// How high the plateau is, with its interval for the questions that were asked; absent where the
  /// curve turns back. Where the bent curve does not identify it, it is the mean of the points of a
  /// plateau.
  public var level: Coefficient? {
    guard reason != .turnsBack else { return nil }
    if let approach { return approach.level }
    guard isLevelOfTail, let onset = onset?.estimate else { return hinge.coefficient("ceiling") }
    return TailLevel(hinge.data, after: onset, confidence: settings.level)?.level
  }

  /// Whether the level is the mean of the points beyond the bend, because the bent curve does not
  /// tell it.
  public var isLevelOfTail: Bool {
    reason == .flatAfterBend && hinge.coefficient("ceiling")?.estimate == nil
  }

  /// Whether a plateau after something else is there to be shown, with its onset and level.
  public var isPlateauShown: Bool {
    (reason == .flatAfterBend || reason == .flatAfterApproach) && onset?.estimate != nil
      && level?.estimate != nil
  }

  /// The interval of the onset, where both ends are known and points lie beyond it.
  public var closedOnset: ClosedRange<Double>? {
    guard let lower = onset?.interval?.lower, let upper = onset?.interval?.upper, lower <= upper,
      upper < hinge.data.x.max() ?? upper
    else { return nil }
    return lower...upper
  }

  /// What other questions of the kind would allow for the level: Wilson's interval over the
  /// questions that all points share; absent where they are unknown or differ.
  public var levelOverQuestions: Interval? {
    guard hinge.data.isAccuracy, let items = hinge.data.sharedItems,
      let level = level?.estimate, (0...1).contains(level)
    else { return nil }
    return wilsonInterval(proportion: level, items: items, level: settings.level)
  }

  /// Where the plateau begins, with its interval; absent where the curve turns back.
  public var onset: Coefficient? {
    reason == .turnsBack ? nil : approach.map(\.onset) ?? hinge.coefficient("breakpoint")
  }

  /// The gain per doubling before the bend, with its interval; absent without a bend.
  public var gainBefore: Coefficient? {
    approach == nil && reason != .turnsBack ? hinge.coefficient("slopePerDoubling") : nil
  }

  /// The curve that the answer rests on.
  public var chosen: Fit {
    if let approach { return approach.fit }
    return flattening.pValue <= 1 - settings.level ? hinge : logLinear
  }

  /// The earliest place at which a plateau may begin; what lies before it is rejected.
  public var earliestOnset: Double? { onset?.interval?.lower }

  /// All curves that were fitted, in order of AICc.
  public var ranking: ModelRanking { ModelRanking([logLinear, hinge] + smooth) }

  /// The weight of the curves that level off against the one that goes on.
  public var levellingWeight: Double? {
    let entries = ranking.entries
    guard entries.allSatisfy({ $0.akaikeWeight != nil }) else { return nil }
    return entries.filter { $0.fit.name != .logLinear }.reduce(0) { $0 + ($1.akaikeWeight ?? 0) }
  }
}
