/// Intervals along a curve that rises, or falls, for every question.
///
/// What lies above a lower end at one k lies above it at every later one, so a lower end that dips
/// says less than is known already: each end takes the tightest that its neighbours imply. Only
/// rows over the same questions imply anything of one another.
struct MonotoneIntervals {
  /// One row: the samples, the questions it counts, and its interval at that k alone.
  typealias Row = (k: Int, questions: Int, interval: Interval?)

  /// The intervals of a curve that rises with k, in the order of the rows.
  static func rising(_ rows: [Row]) -> [Interval?] {
    var result = rows.map(\.interval)
    let order = rows.indices.sorted { rows[$0].k < rows[$1].k }
    carry(order, rows) { before, place in
      guard let end = result[before]?.lower, let own = result[place]?.lower, own < end else {
        return
      }
      result[place]?.lower = end
    }
    carry(order.reversed(), rows) { after, place in
      guard let end = result[after]?.upper, let own = result[place]?.upper, own > end else {
        return
      }
      result[place]?.upper = end
    }
    return result
  }

  /// The intervals of a curve that falls with k.
  static func falling(_ rows: [Row]) -> [Interval?] {
    rising(rows.map { (-$0.k, $0.questions, $0.interval) })
  }

  /// Takes each row with its neighbour before, where both count the same questions.
  private static func carry(
    _ order: some Collection<Int>, _ rows: [Row], _ body: (Int, Int) -> Void
  ) {
    for (before, place) in zip(order, order.dropFirst())
    where rows[before].questions == rows[place].questions {
      body(before, place)
    }
  }
}
