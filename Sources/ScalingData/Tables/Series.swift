/// The observations of one condition, in order of x.
public struct Series: Sendable, Equatable, Codable {
  /// The name: the values of the series columns, separated by a comma and a space.
  public let name: String
  /// The values of the series columns, one by one.
  public let labels: [String]
  /// The observations by rising x; replicates at one x keep the order of the input.
  public let observations: [Observation]
  /// The single questions behind the observations, in the order of both, where they are known.
  public let questions: QuestionScores?

  /// Creates a series and sorts its observations by x, keeping the order of equals.
  ///
  /// - Parameters:
  ///   - name: the name in reports and figures.
  ///   - labels: the values of the series columns; the name alone when nil.
  ///   - observations: in any order.
  ///   - questions: scores at the observations, which are then in order of x already.
  public init(
    name: String, labels: [String]? = nil, observations: [Observation],
    questions: QuestionScores? = nil
  ) {
    self.name = name
    self.labels = labels ?? [name]
    self.questions = questions
    let isSorted = zip(observations, observations.dropFirst()).allSatisfy { $0.x <= $1.x }
    if isSorted {
      self.observations = observations
    } else {
      // Numbers alone are sorted several times faster than whole observations.
      let x = observations.map { $0.x }
      let order = x.indices.sorted { x[$0] < x[$1] || (x[$0] == x[$1] && $0 < $1) }
      self.observations = order.map { observations[$0] }
    }
  }
}
