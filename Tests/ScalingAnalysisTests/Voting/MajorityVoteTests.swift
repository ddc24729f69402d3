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

  /// By convolution of the counts of all answers, for every number of votes of the winner: sums of
  /// this size leave out many nodes.
  @Test(arguments: [VoteDraw.with, .without], [true, false])
  func largeVotesAgreeWithConvolution(_ draw: VoteDraw, _ sharesTies: Bool) throws {
    let (right, wrong, abstaining, k) = (420, [450, 160, 160, 90, 20], 700, 110)
    let ballot = Ballot(right: [right], wrong: wrong, abstaining: abstaining)
    let vote = MajorityVote(ballot, draw: draw, sharesTies: sharesTies)
    let chance = Double(k) / Double(ballot.sampleCount)
    func counts(_ votes: Int) -> DiscreteTable {
      draw == .with
        ? .poisson(mean: Double(votes) * chance) : .binomial(trials: votes, probability: chance)
    }
    let (own, rest, rivals) = (counts(right), counts(abstaining), wrong.map(counts))
    var sum = 0.0
    for m in 1...k {
      // A row per number of ties, a column per number of votes of all but the winner.
      var table = [(0...(k - m)).map { rest[$0] }]
      for rival in rivals {
        var next = Array(repeating: Array(repeating: 0.0, count: k - m + 1), count: table.count + 1)
        for (ties, row) in table.enumerated() {
          for (votes, value) in row.enumerated() where value > 0 {
            for more in 0..<min(m, k - m - votes + 1) {
              next[ties][votes + more] += value * rival[more]
            }
            if votes + m <= k - m { next[ties + 1][votes + m] += value * rival[m] }
          }
        }
        table = next
      }
      for (ties, row) in table.enumerated() where sharesTies || ties == 0 {
        sum += own[m] * row[k - m] / Double(ties + 1)
      }
    }
    let expected = sum / counts(ballot.sampleCount)[k]
    #expect(abs(try #require(vote.probability(k)) - expected) < 1e-12)
  }

  /// Nodes are left out by the size of generating functions.
  @Test(arguments: [IndependentVotes.poisson(mean: 7.5), .binomial(trials: 40, probability: 0.3)])
  func sizesAreThoseOfGeneratingFunctions(_ votes: IndependentVotes) {
    let angles = (0..<8).map { Double($0) * .pi / 7 }
    let values = votes.generatingFunction(.unit { angles[$0] })
    for (lane, angle) in angles.enumerated() {
      let size =
        (values.real[lane] * values.real[lane]
        + values.imaginary[lane] * values.imaginary[lane]).squareRoot()
      #expect(abs(votes.size(cosine(angle)) - size) < 1e-14)
    }
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
