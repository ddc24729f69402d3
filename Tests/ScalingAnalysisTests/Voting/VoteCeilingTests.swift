import Testing

@testable import ScalingAnalysis

struct VoteCeilingTests {
  @Test func twoAnswersAreABetaProbability() {
    // Beta(3, 2) puts 11/16 above one half.
    let posterior = ModePosterior(prior: DifficultyPrior(right: 1, wrong: 1))
    let value = posterior.probability(Ballot(right: [2], wrong: [1]))
    #expect(abs(value - 11.0 / 16) < 1e-6)
  }

  @Test func settledQuestionsNeedNoIntegral() {
    let posterior = ModePosterior(prior: DifficultyPrior(right: 1, wrong: 1))
    #expect(posterior.probability(Ballot(right: [900], wrong: [100])) == 1)
    #expect(posterior.probability(Ballot(right: [100], wrong: [900])) == 0)
  }

  @Test func thePriorIsLearned() {
    var random = RandomSource(seed: 7, stream: 0)
    let counts = (0..<4000).map { _ in
      let p = SimulatedVotes.beta(2, 1, &random)
      let right = random.binomial(trials: 20, probability: p)
      return SampleCount(samples: 20, right: right)
    }
    let prior = DifficultyPrior(counts)
    #expect(abs(prior.right - 2) < 0.2 && abs(prior.wrong - 1) < 0.12)
    #expect(prior.solvable > 0.6 && prior.fallible > 0.9)
    // Questions that nobody solves and questions that everybody solves leave it as it is.
    let ends = [0, 20].flatMap { right in
      Array(repeating: SampleCount(samples: 20, right: right), count: 500)
    }
    let beside = DifficultyPrior(counts + ends)
    #expect(beside.right == prior.right && beside.wrong == prior.wrong)
    #expect(beside.solvable < 0.3 && beside.fallible < 0.8)
    #expect(beside.blended(0.2, SampleCount(samples: 20, right: 0)) == beside.solvable * 0.2)
  }

  @Test func alikeQuestionsKeepThePriorFinite() {
    let prior = DifficultyPrior(Array(repeating: SampleCount(samples: 20, right: 10), count: 50))
    #expect(prior.right.isFinite && prior.right > 3 && abs(prior.right - prior.wrong) < 1e-6)
  }

  /// The right answer then has hardly any pseudo-counts, and its quantiles are tiny.
  @Test(arguments: [true, false])
  func nothingAndEverythingRightAreNumbers(_ isRight: Bool) throws {
    let ballots = (0..<5).map { _ in
      Ballot(right: isRight ? [1, 1, 1, 1] : [], wrong: isRight ? [] : [1, 1, 1, 1])
    }
    let ceiling = try #require(VoteCeiling(ballots))
    #expect(ceiling.probabilities.allSatisfy { isRight ? $0 > 0.9 : $0 < 0.1 })
    let interval = try #require(ceiling.mean.interval(level: 0.95))
    let bound = try #require(QuestionMean(Array(repeating: isRight ? 1.0 : 0, count: 5)))
      .interval(level: 0.95)
    let width = try #require(bound?.upper) - (try #require(bound?.lower))
    #expect((interval.upper ?? 0) - (interval.lower ?? 1) > 0.98 * width)
  }

  @Test func fewSamplesDoNotSettleAQuestionBecauseOthersAreHard() {
    let ballot = Ballot(right: [], wrong: [2])
    let outcome = { (chance: Double) in
      QuestionOutcome(name: "q", ballot: ballot, vote: 0, chance: chance, level: 0.95)
    }
    let alone = ModePosterior(prior: DifficultyPrior(right: 1, wrong: 1)).probability(ballot)
    #expect(abs(alone - 1.0 / 8) < 1e-6)
    #expect(outcome(alone).state == .unsettled && outcome(0.01).state == .lost)
  }

  @Test func openQuestionsWithManyWrongAnswersGiveBounds() throws {
    let open = (0..<40).map { _ in Ballot(right: [5], wrong: [6, 5, 2, 2]) }
    let settled = (0..<40).map {
      Ballot(right: [$0 % 4 == 0 ? 2 : 38], wrong: [$0 % 4 == 0 ? 38 : 2])
    }
    let wide = try #require(VoteCeiling(open + settled)).bounded(level: 0.95)
    #expect(wide.interval == nil && wide.bounds != nil)
    #expect(wide.lowest <= wide.estimate && wide.estimate < wide.highest - 0.1)
    let narrow = try #require(VoteCeiling(settled)).bounded(level: 0.95)
    #expect(narrow.bounds == nil && narrow.interval != nil)
    #expect(narrow.lowest == narrow.highest)
  }

  @Test func oneSampleEachGivesNoCeiling() {
    #expect(VoteCeiling([Ballot(right: [1], wrong: []), Ballot(right: [], wrong: [1])]) == nil)
  }

  /// A small version of the calibration.
  @Test func theIntervalCoversTheTruth() throws {
    var covered = 0
    let runs = 60
    for run in 0..<runs {
      var random = RandomSource(seed: 11, stream: UInt64(run))
      let votes = SimulatedVotes(questions: 150, samples: 30, right: 2, wrong: 2, &random)
      let ceiling = try #require(VoteCeiling(votes.ballots))
      let interval = try #require(ceiling.mean.interval(level: 0.95))
      if (interval.lower ?? 0)...(interval.upper ?? 1) ~= 0.5 { covered += 1 }
    }
    #expect(covered >= 52, "\(covered) of \(runs)")
  }

  @Test func whatIsLeftToGainCannotExceedWhatIsPossible() throws {
    let ballots = (0..<8).map { _ in Ballot(right: [2], wrong: [1, 1]) }
    let ceiling = try #require(VoteCeiling(ballots))
    let gain = try #require(ceiling.gain(over: Array(repeating: 1, count: 8), level: 0.95))
    #expect(gain.ends?.upper == 0)
    let rise = try #require(ceiling.gain(over: Array(repeating: 0, count: 8), level: 0.95))
    #expect(rise.ends?.lower == 0 || (rise.ends?.lower ?? -1) > 0)
  }

  @Test func aTieThatVotingLeavesAsItIsDoesNotHurt() {
    let ballot = Ballot(right: [1], wrong: Array(repeating: 1, count: 99))
    let outcome = { (vote: Double) in
      QuestionOutcome(name: "q", ballot: ballot, vote: vote, chance: 0.01, level: 0.95)
    }
    #expect(!outcome(0.01).isHurt && outcome(0).isHurt)
  }
}

/// Questions with two answers whose difficulty follows a beta distribution.
struct SimulatedVotes {
  let ballots: [Ballot]

  init(questions: Int, samples: Int, right: Int, wrong: Int, _ random: inout RandomSource) {
    var result: [Ballot] = []
    for _ in 0..<questions {
      let p = Self.beta(right, wrong, &random)
      let hits = random.binomial(trials: samples, probability: p)
      result.append(Ballot(right: [hits], wrong: [samples - hits]))
    }
    ballots = result
  }

  /// A beta variable with whole parameters, from exponential ones.
  static func beta(_ a: Int, _ b: Int, _ random: inout RandomSource) -> Double {
    let gamma = { (shape: Int, random: inout RandomSource) in
      (0..<shape).reduce(0.0) { sum, _ in sum - logarithm(1 - random.unit()) }
    }
    let x = gamma(a, &random)
    return x / (x + gamma(b, &random))
  }
}
