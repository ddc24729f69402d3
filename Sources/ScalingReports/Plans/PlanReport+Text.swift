internal import ScalingClaims

extension PlanReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let words = PlanWords(self)
    let bullet = isMarkdown ? "- " : "  "
    var lines = [words.statement, ""]
    lines += words.cases.map { bullet + $0 }
    lines += [words.obstacle].compactMap(\.self).map { bullet + $0 }
    lines += words.assumptions.map { bullet + "Assumed: \($0)." }
    guard !plan.candidates.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    let table = candidateTable(words)
    lines.append("")
    return lines.joined(separator: "\n") + "\n" + (isMarkdown ? table.markdown : table.text())
  }

  /// One row for each place: with the most repeats that were looked at.
  private func candidateTable(_ words: PlanWords) -> PlainTable {
    var table = PlainTable(headings: [
      ("cost", .right), ("place", .left), ("measured", .left), ("right", .right),
      ("wrong", .right), ("error", .right),
    ])
    for candidate in plan.furthest {
      table.rows.append([
        words.cost(candidate.cost), candidate.points.place.rawValue,
        words.measurement(candidate.points), words.percent(candidate.chance.right),
        words.percent(candidate.chance.wrong),
        NumberText.fixed(100 * candidate.chance.error, 1),
      ])
    }
    return table
  }
}

extension ShapePlan {
  /// Of each place the candidate with the most repeats, in order of cost.
  var furthest: [Candidate] {
    candidates.filter { candidate in
      !candidates.contains {
        $0.points.isSamePlace(as: candidate.points)
          && $0.points.repeats > candidate.points.repeats
      }
    }
  }
}

extension PlannedPoints {
  /// Whether both differ in repeats only.
  func isSamePlace(as other: PlannedPoints) -> Bool {
    place == other.place && x == other.x && items == other.items
  }
}
