internal import LeastSquares

extension SurfaceData {
  /// Refuses a range that accuracies contradict, by two tests at 5 % each.
  ///
  /// A row contradicts an end that it exceeds by more than the scatter of its questions, were its
  /// true accuracy at that end (the score test of a proportion, over all rows by Bonferroni). All
  /// rows beyond an end contradict it together when their mean does. Rows answer the same questions
  /// and rise and fall with them, so that many rows are no better known than one: the error of the
  /// mean is taken as the mean of the rows' errors, which it reaches where they share all of their
  /// scatter and never exceeds. Without questions nothing is left to chance.
  func requireRows(within range: AccuracyRange) throws(FitError) {
    let ends = [
      (name: "the ceiling", verb: "exceed", value: range.ceiling, sign: 1.0),
      (name: "the floor", verb: "lie below", value: range.floor, sign: -1.0),
    ]
    for end in ends {
      let outside = accuracy.indices.filter { end.sign * (accuracy[$0] - end.value) > 0 }
      let beyond = outside.filter { !chanceExplains($0, at: end.value) }
      let reason: String
      if outside.isEmpty {
        continue
      } else if items == nil {
        reason =
          "and no questions are known whose chance could explain it. Correct \(end.name), or "
          + "name the questions behind each accuracy."
      } else if !beyond.isEmpty {
        reason =
          "\(beyond.count) of them by more than the chance of their questions explains. "
          + "Correct \(end.name), or leave the rows out."
      } else if let mean = meanBeyondChance(outside, of: end.value) {
        reason =
          "none of them by more than chance explains, but together, at "
          + "\((mean * 10_000).rounded() / 10_000) on average, by more than the chance of their "
          + "questions explains. Correct \(end.name), or leave the rows out."
      } else {
        continue
      }
      throw FitError(
        code: .outOfRange,
        description:
          "\(outside.count) of \(count) rows \(end.verb) \(end.name) of \(end.value), \(reason)")
    }
  }

  /// The mean accuracy of rows beyond an end, weighted by their questions, where chance does not
  /// explain it.
  private func meanBeyondChance(_ rows: [Int], of end: Double) -> Double? {
    guard let items else { return nil }
    let total = rows.reduce(0) { $0 + items[$1] }
    let mean = rows.reduce(0) { $0 + items[$1] * accuracy[$1] } / total
    let error = rows.reduce(0) { $0 + (items[$1] * end * (1 - end)).squareRoot() } / total
    return abs(mean - end) > Distribution.normalQuantile(0.95) * error ? mean : nil
  }

  private func chanceExplains(_ row: Int, at end: Double) -> Bool {
    guard let items else { return false }
    let error = (end * (1 - end) / items[row]).squareRoot()
    let quantile = Distribution.normalQuantile(1 - 0.05 / Double(count))
    return abs(accuracy[row] - end) <= quantile * error
  }
}
