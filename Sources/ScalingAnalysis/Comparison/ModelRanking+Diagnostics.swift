extension ModelRanking {
  /// Weaknesses that lie in the observations and so in every fit of them.
  public var diagnostics: [Diagnostic] {
    guard let fit = entries.first?.fit, fit.data.questions == nil,
      let items = fit.data.sharedItems
    else { return [] }
    let width = shortNumber(100 * fit.data.questionHalfWidth(items))
    let meaning =
      fit.noise.isBinomial
      ? "the points are not independent, and intervals are too wide for differences between points "
        + "and too narrow for the level: "
      : "intervals hold for these questions only; "
    return [
      Diagnostic(
        code: .sharedItems,
        message: "every point has \(shortNumber(items)) questions: if they are the same ones, "
          + meaning + "other questions could move the whole curve by about ±\(width) points "
          + "(95 %); a table of single answers, read with --question, gives intervals that "
          + "account for it")
    ]
  }
}

extension CurveData {
  /// The number of questions when all accuracies have the same one.
  public var sharedItems: Double? {
    guard isAccuracy, count > 1, let first = items.first, let items = first,
      self.items.allSatisfy({ $0 == items })
    else { return nil }
    return items
  }

  /// Half the width of Wilson's 95 % interval at the middle of the observed accuracies.
  func questionHalfWidth(_ items: Double) -> Double {
    let mean = y.reduce(0, +) / Double(count)
    let interval = wilsonInterval(proportion: min(max(mean, 0), 1), items: items, level: 0.95)
    return ((interval.upper ?? 1) - (interval.lower ?? 0)) / 2
  }
}
