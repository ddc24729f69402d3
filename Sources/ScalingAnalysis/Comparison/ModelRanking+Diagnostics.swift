extension ModelRanking {
  /// Weaknesses that lie in the observations and so in every fit of them.
  public var diagnostics: [Diagnostic] {
    guard let data = entries.first?.fit.data else { return [] }
    var result: [Diagnostic] = []
    if let items = data.sharedItems {
      let width = shortNumber(100 * data.questionHalfWidth(items))
      result.append(
        Diagnostic(
          code: .sharedItems,
          message: "every point has \(shortNumber(items)) questions: if they are the same ones, "
            + "intervals hold for these questions only; other questions could move the whole "
            + "curve by about ±\(width) points (95 %)"))
    }
    return result
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
