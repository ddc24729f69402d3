internal import LeastSquares

extension SurfaceData {
  /// Refuses a range that accuracies contradict: one beyond an end by more than the scatter of its
  /// questions, were its true accuracy at that end (the score test of a proportion, at 5 % over
  /// all rows by Bonferroni). Without questions nothing is left to chance.
  func requireRows(within range: AccuracyRange) throws(FitError) {
    let ends = [
      (name: "the ceiling", verb: "exceed", value: range.ceiling, sign: 1.0),
      (name: "the floor", verb: "lie below", value: range.floor, sign: -1.0),
    ]
    for end in ends {
      let outside = accuracy.indices.filter { end.sign * (accuracy[$0] - end.value) > 0 }
      let beyond = outside.filter { !chanceExplains($0, at: end.value) }
      guard !beyond.isEmpty else { continue }
      throw FitError(
        code: .outOfRange,
        description: "\(outside.count) of \(count) rows \(end.verb) \(end.name) of \(end.value), "
          + (items == nil
            ? "and no questions are known whose chance could explain it. Correct \(end.name), or "
              + "name the questions behind each accuracy."
            : "\(beyond.count) of them by more than the chance of their questions explains. "
              + "Correct \(end.name), or leave the rows out."))
    }
  }

  private func chanceExplains(_ row: Int, at end: Double) -> Bool {
    guard let items else { return false }
    let error = (end * (1 - end) / items[row]).squareRoot()
    let quantile = Distribution.normalQuantile(1 - 0.05 / Double(count))
    return abs(accuracy[row] - end) <= quantile * error
  }
}
