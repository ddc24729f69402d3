/// The observations of one condition, in order of x.
public struct Series: Sendable, Equatable, Codable {
  /// The name: the values of the series columns, separated by a comma and a space.
  public let name: String
  /// The observations by rising x; replicates at one x keep the order of the input.
  public let observations: [Observation]

  /// Creates a series and sorts its observations by x, keeping the order of equals.
  public init(name: String, observations: [Observation]) {
    self.name = name
    let isSorted = zip(observations, observations.dropFirst()).allSatisfy { $0.x <= $1.x }
    if isSorted {
      self.observations = observations
    } else {
      let order = observations.indices.sorted {
        let (left, right) = (observations[$0].x, observations[$1].x)
        return left < right || (left == right && $0 < $1)
      }
      self.observations = order.map { observations[$0] }
    }
  }
}
