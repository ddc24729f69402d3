import Testing

@testable import ScalingAnalysis

/// Exact majority votes against enumeration.
struct MajorityVoteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var right: [Int], wrong: [Int], abstaining: Int
    var testDescription: String { "\(right) against \(wrong), \(abstaining) abstain" }
  }

  static let cases = [
    Case(right: [5], wrong: [3, 2, 2, 1, 1, 1], abstaining: 0),
    Case(right: [4], wrong: [4, 4], abstaining: 2),
    Case(right: [3, 3], wrong: [2, 5], abstaining: 1),
    Case(right: [1], wrong: [1, 1, 1, 1, 1], abstaining: 3),
    Case(right: [7], wrong: [9], abstaining: 0), Case(right: [3], wrong: [], abstaining: 4),
    Case(right: [1, 1, 1], wrong: [6, 6], abstaining: 0),
  ]

  /// The probability by enumeration of all draws; `outcomes(left)` is the weight of a draw.
  private func enumerated(_ votes: Case, _ k: Int, sharesTies: Bool) -> Double {
    func choose(_ n: Int, _ r: Int) -> Double {
      r < 0 || r > n ? 0 : (0..<r).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    let counts = votes.right + votes.wrong
    var total = 0.0
    func place(_ index: Int, _ left: Int, _ weight: Double, _ drawn: [Int]) {
      guard index < counts.count else {
        let most = drawn.max() ?? 0
        guard most > 0 else { return }
        let tied = drawn.filter { $0 == most }.count
        let hits = drawn.indices.filter { drawn[$0] == most && $0 < votes.right.count }.count
        let credit = sharesTies || tied == 1 ? Double(hits) / Double(tied) : 0
        total += weight * choose(votes.abstaining, left) * credit
        return
      }
      for take in 0...min(left, counts[index]) {
        place(index + 1, left - take, weight * choose(counts[index], take), drawn + [take])
      }
    }
    place(0, k, 1, [])
    return total / choose(counts.reduce(votes.abstaining, +), k)
  }

  @Test(arguments: cases, [true, false])
  func agreesWithEnumeration(_ votes: Case, _ sharesTies: Bool) throws {
    let ballot = Ballot(right: votes.right, wrong: votes.wrong, abstaining: votes.abstaining)
    let vote = MajorityVote(ballot, sharesTies: sharesTies)
    for k in 1...ballot.sampleCount {
      let exact = try #require(vote.probability(k))
      #expect(abs(exact - enumerated(votes, k, sharesTies: sharesTies)) < 1e-12, "k = \(k)")
    }
    #expect(vote.probability(ballot.sampleCount + 1) == nil)
    #expect(vote.probability(0) == nil)
  }

  @Test(arguments: [(17, 20, 5), (2, 5, 7), (550, 1000, 1001)])
  func twoAnswersWithReplacementAreABinomialSum(_ right: Int, _ total: Int, _ k: Int) throws {
    let table = DiscreteTable.binomial(trials: k, probability: Double(right) / Double(total))
    let sum = ((k / 2 + 1)...k).reduce(0.0) { $0 + table[$1] }
    let ballot = Ballot(right: [right], wrong: [total - right])
    let vote = try #require(MajorityVote(ballot, draw: .with).probability(k))
    #expect(abs(vote - sum) < 1e-12)
  }

  @Test func twoVotesAreOneVoteUnderSharedTies() throws {
    let ballot = Ballot(right: [311], wrong: [402, 140, 90, 57])
    let two = try #require(MajorityVote(ballot).probability(2))
    #expect(abs(two - ballot.rightShare) < 1e-13)
  }

  @Test func manyTiedAnswersShareTheCredit() throws {
    let ballot = Ballot(right: [1], wrong: Array(repeating: 1, count: 299))
    for k in [2, 17, 150] {
      let value = try #require(MajorityVote(ballot).probability(k))
      #expect(abs(value - 1.0 / 300) < 1e-13)
    }
  }

  @Test func aMillionSamplesLoseNothing() throws {
    let ballot = Ballot(right: [500_500], wrong: [499_500])
    let value = try #require(MajorityVote(ballot).probability(1))
    #expect(abs(value - 0.5005) < 1e-12)
    let odd = try #require(MajorityVote(ballot).probability(101))
    #expect(odd > 0.5005 && odd < 0.52)
  }

  /// Chen et al. 2024: easy questions gain, hard ones lose, and the sum peaks.
  @Test func theMixtureOfChenPeaksAtFive() throws {
    let easy = MajorityVote(Ballot(right: [17], wrong: [3]), draw: .with)
    let hard = MajorityVote(Ballot(right: [2], wrong: [3]), draw: .with)
    let curve = try (1...40).map {
      try 0.6 * #require(easy.probability($0)) + 0.4 * #require(hard.probability($0))
    }
    let peak = try #require(curve.max())
    #expect(curve.firstIndex { $0 > peak - 1e-12 } == 4)
  }
}
