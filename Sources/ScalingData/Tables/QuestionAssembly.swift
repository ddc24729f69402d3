/// Puts answers together: the rows of one x become an observation, the mean over its questions,
/// and a question with several rows there counts with their mean.
struct QuestionAssembly {
  private let reducer: SeriesReducer
  private let divisor: Double

  init(_ reducer: SeriesReducer, divisor: Double) {
    self.reducer = reducer
    self.divisor = divisor
  }

  /// Where an observation is: at an x, in the fit or held out of it.
  private struct Place: Hashable {
    let x: Double
    let isHeldOut: Bool
  }

  /// Scores of one question at one place.
  private struct Score {
    var sum = 0.0
    var count = 0.0
  }

  /// The series with their questions.
  func series(named single: String?) -> [Series] {
    var rows = [[KeptRow]](repeating: [], count: reducer.groups.count)
    for row in reducer.rows { rows[Int(row.series)].append(row) }
    return rows.indices.compactMap { group in
      guard !rows[group].isEmpty else { return nil }
      return series(
        rows[group], name: single ?? reducer.groups.name(group),
        labels: single.map { [$0] } ?? reducer.groups.labels(group))
    }
  }

  private func series(_ rows: [KeptRow], name: String, labels: [String]) -> Series {
    var first: [Place: KeptRow] = [:]
    var scores: [Int32: [Place: Score]] = [:]
    for row in rows {
      let place = Place(x: row.x, isHeldOut: row.isHeldOut)
      if first[place] == nil { first[place] = row }
      scores[row.question, default: [:]][place, default: Score()].sum += row.y / divisor
      scores[row.question, default: [:]][place, default: Score()].count += 1
    }
    let places = first.keys.sorted { ($0.x, $0.isHeldOut ? 1 : 0) < ($1.x, $1.isHeldOut ? 1 : 0) }
    let numbers = scores.keys.sorted()
    let questions = QuestionScores(
      names: numbers.map { reducer.questions.name(Int($0)) },
      scores: numbers.map { number in
        places.map { place in scores[number]?[place].map { $0.sum / $0.count } }
      })
    let means = questions.means(without: nil)
    let observations = places.enumerated().map { index, place in
      Observation(
        x: place.x, y: means.y[index], items: means.items[index], line: first[place]?.line ?? 0,
        inputIndex: Int(first[place]?.inputIndex ?? 0), isHeldOut: place.isHeldOut)
    }
    return Series(
      name: name, labels: labels, observations: observations, questions: questions)
  }
}
