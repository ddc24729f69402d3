internal import LeastSquares

/// The limit of voting for many samples: the share of questions whose most probable answer is
/// right.
///
/// The samples of a question settle only with some probability which answer is the most
/// probable one. The estimate is the mean of these probabilities, under a prior of the difficulty
/// of questions that is learned from all of them (empirical Bayes): counting observed modes
/// instead is biased where many questions are close. The standard error is over questions and
/// holds what the learned prior adds, by the influence of each question on it.
public struct VoteCeiling: Sendable, Equatable {
  /// The ceiling, with its standard error over questions and samples together.
  public let mean: QuestionMean
  /// Per ballot the probability that its most probable answer is right.
  public let probabilities: [Double]
  /// Per ballot the same under a prior that knows nothing of the other questions.
  let unlearned: [Double]
  /// Per ballot its part in the estimate and in its error: the mean is the estimate.
  let influences: [Double]

  /// The share of questions whose observed mode is right, ties shared.
  public let observed: Double

  /// The ceiling of ballots; `nil` where no question has two samples.
  public init?(_ ballots: [Ballot], threads: Int = 1) {
    guard ballots.count > 1, ballots.contains(where: { $0.sampleCount > 1 }) else { return nil }
    let counts = ballots.map { ballot in
      let right = ballot.standings.reduce(0) { $0 + $1.votes * $1.right }
      return SampleCount(samples: ballot.sampleCount - ballot.abstaining, right: right)
    }
    let prior = DifficultyPrior(counts)
    let distinct = DistinctBallots(ballots)
    let step = 0.01
    let slopes = parallelMap(distinct.ballots.count, threads: threads) { index in
      Self.values(distinct.ballots[index], prior, step: step)
    }
    probabilities = distinct.places.map { slopes[$0].value }
    let flat = ModePosterior(prior: DifficultyPrior(right: 1, wrong: 1))
    let alone = parallelMap(distinct.ballots.count, threads: threads) { index in
      flat.probability(distinct.ballots[index])
    }
    unlearned = distinct.places.map { alone[$0] }
    let count = Double(ballots.count)
    let slope = distinct.places.reduce(SIMD2<Double>(0, 0)) { $0 + slopes[$1].slope } / count
    let pull = prior.influence(counts, of: slope) * count
    let parts = counts.map { count in
      let score = prior.score(count)
      return pull.x * score.x + pull.y * score.y
    }
    let shift = parts.reduce(0, +) / count
    influences = zip(probabilities, parts).map { $0 + $1 - shift }
    observed = ballots.reduce(0) { $0 + $1.credit(.split) } / count
    let spread = QuestionMean(influences)
    mean = QuestionMean(
      estimate: min(max(probabilities.reduce(0, +) / count, 0), 1),
      standardError: spread?.standardError, questions: ballots.count)
  }

  /// The probability, and its slopes by the logarithms of the prior's parameters.
  private static func values(
    _ ballot: Ballot, _ prior: DifficultyPrior, step: Double
  ) -> (value: Double, slope: SIMD2<Double>) {
    let value = ModePosterior(prior: prior).probability(ballot)
    guard value > 0, value < 1 else { return (value, SIMD2(0, 0)) }
    let factor = exponential(step)
    let right = DifficultyPrior(right: prior.right * factor, wrong: prior.wrong)
    let wrong = DifficultyPrior(right: prior.right, wrong: prior.wrong * factor)
    let x = (ModePosterior(prior: right).probability(ballot) - value) / step
    let y = (ModePosterior(prior: wrong).probability(ballot) - value) / step
    return (value, SIMD2(x, y))
  }
}

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
