import Testing

@testable import ScalingAnalysis

/// What a vote ceiling rests on: a learned prior, or the samples of each question alone.
struct CeilingBasisTests {
  private static func ballot(_ right: Int, of samples: Int) -> Ballot {
    Ballot(right: right > 0 ? [right] : [], wrong: right < samples ? [samples - right] : [])
  }

  /// Two answers per question, with chances of a right sample in turn.
  private static func ballots(
    _ chances: [Double], questions: Int, samples: Int, stream: UInt64
  ) -> [Ballot] {
    var random = RandomSource(seed: 31, stream: stream)
    return (0..<questions).map { index in
      ballot(
        random.binomial(trials: samples, probability: chances[index % chances.count]), of: samples)
    }
  }

  @Test func countsThatContradictABetaDistributionAreNotSmoothed() throws {
    let ballots =
      Array(repeating: Self.ballot(4, of: 40), count: 50)
      + Array(repeating: Self.ballot(24, of: 40), count: 50)
    let ceiling = try #require(VoteCeiling(ballots))
    #expect(ceiling.basis == .shape && ceiling.shapeChange > 0.05)
    let bounds = try #require(ceiling.bounded(level: 0.95).bounds)
    #expect(try #require(bounds.lower) < 0.05)
    #expect(try #require(bounds.upper) > 0.5)
  }

  /// Half of the questions just on the winning side, where a beta distribution puts most of them on
  /// the other: its interval would hold the half in none of these tables.
  @Test(arguments: [(20, 55, 16), (20, 55, 40), (5, 60, 16), (45, 90, 16)])
  func endsHoldWhereQuestionsAreOfTwoKinds(_ kinds: (Int, Int, samples: Int)) throws {
    var covered = 0
    for run in 0..<40 {
      let ballots = Self.ballots(
        [Double(kinds.0) / 100, Double(kinds.1) / 100], questions: 100, samples: kinds.samples,
        stream: UInt64(run))
      let ends = try #require(VoteCeiling(ballots)?.bounded(level: 0.95).ends)
      if (ends.lower ?? 0)...(ends.upper ?? 1) ~= 0.5 { covered += 1 }
    }
    #expect(covered >= 30, "\(covered) of 40")
  }

  /// Sixty percent each: all are won in the end, which a learned spread would deny.
  @Test(arguments: [4, 40])
  func endsHoldWhereQuestionsDoNotDiffer(samples: Int) throws {
    var covered = 0
    for run in 0..<20 {
      let ballots = Self.ballots([0.6], questions: 60, samples: samples, stream: UInt64(run))
      let ends = try #require(VoteCeiling(ballots)?.bounded(level: 0.95).ends)
      if (ends.upper ?? 1) > 0.97 { covered += 1 }
    }
    #expect(covered >= 18, "\(covered) of 20")
  }

  @Test func aBetaDistributionIsMostlyLearned() throws {
    var learned = 0
    for run in 0..<40 {
      var random = RandomSource(seed: 32, stream: UInt64(run))
      let ballots = (0..<100).map { _ in
        Self.ballot(
          random.binomial(trials: 40, probability: SimulatedVotes.beta(2, 2, &random)), of: 40)
      }
      if try #require(VoteCeiling(ballots)).basis == .learned { learned += 1 }
    }
    #expect(learned >= 34, "\(learned) of 40")
  }

  @Test func fewQuestionsTeachNothing() throws {
    let ceiling = try #require(
      VoteCeiling([Self.ballot(2, of: 3), Self.ballot(1, of: 1), Self.ballot(1, of: 2)]))
    #expect(ceiling.basis == .fewQuestions)
    #expect(ceiling.bounded(level: 0.95).estimate < 0.8)
    #expect(ceiling.ifOpen(level: 0.95) == (0, 1))
  }

  /// Two samples settle no question by themselves, but 500 questions say what they are like.
  @Test func manyEasyQuestionsAreLearnedFromTwoSamples() throws {
    let ballots =
      Array(repeating: Self.ballot(2, of: 2), count: 495)
      + Array(repeating: Self.ballot(1, of: 2), count: 5)
    let ceiling = try #require(VoteCeiling(ballots))
    #expect(ceiling.basis == .learned && ceiling.bounded(level: 0.95).estimate > 0.95)
  }

  @Test func whatIsLeftToGainIsTheCeilingLessTheVote() throws {
    for samples in [6, 40] {
      let ballots = Self.ballots([0.2, 0.5, 0.9], questions: 60, samples: samples, stream: 9)
      let ceiling = try #require(VoteCeiling(ballots))
      let votes = ballots.map { $0.credit(.split) }
      let now = votes.reduce(0, +) / 60
      let gain = try #require(ceiling.gain(over: votes, level: 0.95))
      #expect(abs(ceiling.bounded(level: 0.95).estimate - now - gain.estimate) < 1e-9)
    }
  }

  @Test func theFreeShapeFindsTwoKinds() {
    let likelihoods = [(10, 100), (70, 100), (0, 0)].map {
      FreeDifficulty.likelihood(SampleCount(samples: $0.1, right: $0.0))
    }
    let free = FreeDifficulty(likelihoods[..<2].map { (likelihood: $0, questions: 50) })
    #expect(free.chance(likelihoods[0], above: 0.5) < 0.001)
    #expect(free.chance(likelihoods[1], above: 0.5) > 0.999)
    #expect(abs(free.chance(likelihoods[2], above: 0.5) - 0.5) < 0.01)
  }
}
