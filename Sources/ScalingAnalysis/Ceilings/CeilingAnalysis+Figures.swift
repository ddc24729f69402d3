extension CeilingAnalysis {
  /// How high the plateau is, with its interval for the questions that were asked; absent where the
  /// curve turns back.
  public var level: Coefficient? {
    reason == .turnsBack ? nil : approach.map(\.level) ?? hinge.coefficient("ceiling")
  }

  /// What other questions of the kind would allow for the level: Wilson's interval over the
  /// questions that all points share; absent where they are unknown or differ.
  public var levelOverQuestions: Interval? {
    guard hinge.data.isAccuracy, let items = hinge.data.sharedItems,
      let level = level?.estimate, (0...1).contains(level)
    else { return nil }
    return wilsonInterval(proportion: level, items: items, level: settings.level)
  }

  /// Where the plateau begins, with its interval.
  public var onset: Coefficient? { approach.map(\.onset) ?? hinge.coefficient("breakpoint") }

  /// The gain per doubling before the bend, with its interval; absent without a bend.
  public var gainBefore: Coefficient? {
    approach == nil ? hinge.coefficient("slopePerDoubling") : nil
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
