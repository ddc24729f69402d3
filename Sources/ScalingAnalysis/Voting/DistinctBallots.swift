/// Ballots without repetition: many questions have the same votes.
struct DistinctBallots: Sendable {
  let ballots: [Ballot]
  /// For each given ballot its place among the distinct ones.
  let places: [Int]

  init(_ all: [Ballot]) {
    var known: [Ballot: Int] = [:]
    var distinct: [Ballot] = []
    places = all.map { ballot in
      if let place = known[ballot] { return place }
      known[ballot] = distinct.count
      distinct.append(ballot)
      return distinct.count - 1
    }
    ballots = distinct
  }
}
