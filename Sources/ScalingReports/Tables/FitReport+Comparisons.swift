internal import ScalingAnalysis
internal import ScalingData

extension FitReport {
  /// The comparisons of series, with what they assume; nothing when none was asked for.
  func comparisonSection(_ words: QuantityWords, isMarkdown: Bool) -> [String] {
    guard !comparisons.isEmpty else { return [] }
    let percent = NumberText.fixed(100 * settings.level, settings.level == 0.95 ? 0 : 1)
    var table = PlainTable(headings: [
      ("comparison", .left), ("models", .left), ("estimate", .right),
      ("\(percent) % set", .left), ("", .left),
    ])
    var previous: PairQuantity?
    for comparison in comparisons {
      let pair = PairWords(comparison, words)
      let isNew = comparison.quantity != previous
      table.rows.append([
        isNew ? comparison.quantity.description : "", pair.models, pair.estimate, pair.set,
        pair.remark,
      ])
      previous = comparison.quantity
    }
    let heading = "Series compared as independent samples, each with a noise of its own"
    return [
      (isMarkdown ? "### \(heading)\n\n" : heading + "\n\n")
        + (isMarkdown ? table.markdown : table.text()) + sharedRemark(isMarkdown)
    ]
  }

  /// A warning where the compared series may have the same questions behind them.
  private func sharedRemark(_ isMarkdown: Bool) -> String {
    let isShared = comparisons.contains { comparison in
      let items = [comparison.quantity.first, comparison.quantity.second].map { name in
        series.first { $0.name == name }?.data.sharedItems
      }
      return items[0] != nil && items[0] == items[1]
    }
    if let shared = sharedQuestions {
      return (isMarkdown ? "\n- " : "\n  ! ")
        + "shared-items: the series share \(shared) questions, so that their noise goes together: "
        + "differences are better known than these sets of independent samples say\n"
    }
    guard isShared else { return "" }
    return (isMarkdown ? "\n- " : "\n  ! ")
      + "shared-items: if both series answered the same questions their noise goes together, and "
      + "differences are better known than these sets say\n"
  }

  /// How many questions the compared series share by name, where the single ones are known.
  private var sharedQuestions: Int? {
    let counts = comparisons.compactMap { comparison -> Int? in
      let names = [comparison.quantity.first, comparison.quantity.second].map { name in
        Set(series.first { $0.name == name }?.data.questions?.names ?? [])
      }
      return names[0].intersection(names[1]).count
    }
    return counts.max().flatMap { $0 > 0 ? $0 : nil }
  }
}
