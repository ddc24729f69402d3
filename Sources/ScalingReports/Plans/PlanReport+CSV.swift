internal import ScalingClaims

extension PlanReport {
  /// One row per candidate; x are separated by semicolons.
  public var csv: String {
    let header =
      "place,x,repeats,questions,points,cost,right,wrong,largest_wrong,monte_carlo_error,recommended"
    let chosen: ShapePlan.Candidate? =
      if case .measure(let candidate) = plan.answer { candidate } else { nil }
    let rows = plan.candidates.map { candidate in
      let isChosen = candidate.points == chosen?.points
      let shown = isChosen ? chosen ?? candidate : candidate
      return row(shown, isChosen: isChosen)
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  private func row(_ candidate: ShapePlan.Candidate, isChosen: Bool) -> String {
    let points = candidate.points
    let cells = [
      points.place.rawValue, points.x.map(CSVText.number).joined(separator: ";"),
      String(points.repeats), CSVText.number(points.items), String(points.count),
      CSVText.number(candidate.cost), CSVText.number(candidate.chance.right),
      CSVText.number(candidate.chance.wrong), CSVText.number(candidate.chance.worst?.wrong),
      CSVText.number(candidate.chance.error),
      String(isChosen),
    ]
    return cells.joined(separator: ",")
  }
}
