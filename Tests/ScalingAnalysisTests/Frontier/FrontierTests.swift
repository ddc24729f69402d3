import Testing

@testable import ScalingAnalysis

/// Which points no other one beats.
struct FrontierTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var costs: [Double]
    var scores: [Double]
    var members: [Int]
    var dominators: [Int?]

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "one", costs: [3], scores: [0.2], members: [0], dominators: [nil]),
    Case(
      name: "dearer and better", costs: [2, 1], scores: [0.5, 0.4], members: [1, 0],
      dominators: [nil, nil]),
    Case(
      name: "dearer and worse", costs: [2, 1], scores: [0.3, 0.4], members: [1],
      dominators: [1, nil]),
    Case(
      name: "equal cost", costs: [1, 1], scores: [0.3, 0.4], members: [1], dominators: [1, nil]),
    Case(
      name: "equal score", costs: [1, 2], scores: [0.4, 0.4], members: [0], dominators: [nil, 0]),
    Case(
      name: "equal in both", costs: [1, 1, 2], scores: [0.4, 0.4, 0.4], members: [0, 1],
      dominators: [nil, nil, 0]),
    Case(
      name: "beaten by the cheapest of two", costs: [1, 2, 3], scores: [0.4, 0.6, 0.3],
      members: [0, 1], dominators: [nil, nil, 0]),
  ]

  @Test("ties and dominance", arguments: cases)
  func dominance(_ one: Case) {
    let frontier = Frontier(costs: one.costs, scores: one.scores)
    #expect(frontier.members == one.members)
    #expect(frontier.dominators == one.dominators)
  }

  @Test("no member dominates another, and each other point is dominated", arguments: 1...5)
  func definition(seed: UInt64) {
    var random = RandomSource(seed: seed, stream: 0)
    let costs = (0..<60).map { _ in Double(random.index(below: 20)) + 1 }
    let scores = costs.map { _ in Double(random.index(below: 20)) / 20 }
    let frontier = Frontier(costs: costs, scores: scores)
    for index in costs.indices {
      let isBeaten = costs.indices.contains { other in
        costs[other] <= costs[index] && scores[other] >= scores[index]
          && (costs[other] < costs[index] || scores[other] > scores[index])
      }
      #expect(frontier.members.contains(index) != isBeaten)
    }
  }
}
