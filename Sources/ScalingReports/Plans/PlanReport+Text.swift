internal import ScalingClaims

extension PlanReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let words = PlanWords(self)
    let bullet = isMarkdown ? "- " : "  "
    var lines = [words.statement]
    if !words.cases.isEmpty { lines.append("") }
    lines += words.cases.map { bullet + $0 }
    lines += [words.risk, words.obstacle].compactMap(\.self).map { bullet + $0 }
    lines += words.assumptions.map { bullet + "Assumed: \($0)." }
    guard !plan.candidates.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    let table = candidateTable(words)
    lines.append("")
    return lines.joined(separator: "\n") + "\n" + (isMarkdown ? table.markdown : table.text())
  }

  /// One row for each place.
  private func candidateTable(_ words: PlanWords) -> PlainTable {
    var table = PlainTable(headings: [
      ("cost", .right), ("place", .left), ("measured", .left), ("right", .right),
      ("wrong", .right), ("at worst", .right), ("error", .right),
    ])
    for candidate in shown {
      table.rows.append([
        words.cost(candidate.cost), candidate.points.place.rawValue,
        words.measurement(candidate.points), words.percent(candidate.chance.right),
        words.percent(candidate.chance.wrong), words.percent(candidate.chance.worst?.wrong ?? 0),
        NumberText.fixed(100 * candidate.chance.error, 1),
      ])
    }
    return table
  }
}

extension PlanReport {
  /// Of each place the fewest repeats that seem to reach the power, otherwise the most that were
  /// looked at; in order of cost.
  var shown: [ShapePlan.Candidate] {
    var result: [ShapePlan.Candidate] = []
    for candidate in plan.candidates.sorted(by: { $0.points.repeats < $1.points.repeats }) {
      let place = result.firstIndex { $0.points.isSamePlace(as: candidate.points) }
      guard let place else {
        result.append(candidate)
        continue
      }
      if result[place].chance.right < settings.power { result[place] = candidate }
    }
    return result.sorted { $0.cost < $1.cost }
  }
}

extension PlannedPoints {
  /// Whether both differ in repeats only.
  func isSamePlace(as other: PlannedPoints) -> Bool {
    place == other.place && x == other.x && items == other.items
  }
}
