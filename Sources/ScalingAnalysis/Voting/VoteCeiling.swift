/// The limit of voting for many samples: the share of questions whose most probable answer is
/// right.
///
/// The samples of a question settle only with some probability which answer is the most
/// probable one. The estimate is the mean of these probabilities, under a prior of the difficulty
/// of questions that is learned from all of them (empirical Bayes): counting observed modes
/// instead is biased where many questions are close. The standard error is over questions and
/// holds what the learned prior adds, by the influence of each question on it. What no prior can
/// know, how alike the wrong answers of an open question are, is a range of its own. Where that
/// range is wider than the error, the learned prior is not leant on at all: the bounds then hold
/// with every question that its own samples leave open lost, and with every one won.
public struct VoteCeiling: Sendable, Equatable {
  /// The ceiling, with its standard error over questions and samples together.
  public let mean: QuestionMean
  /// Per ballot the probability that its most probable answer is right.
  public let probabilities: [Double]
  /// Per ballot the same under a prior that knows nothing of the other questions.
  let unlearned: [Double]
  /// Per ballot its part in the estimate and in its error: the mean is the estimate.
  let influences: [Double]
  /// The same with every ballot's probability at the lowest that it may be, and at the highest.
  let lowest: [Double]
  let highest: [Double]

  /// The share of questions whose observed mode is right, ties shared.
  public let observed: Double

  /// The ceiling of ballots; `nil` where no question has two samples.
  public init?(_ ballots: [Ballot], threads: Int = 1) {
    guard ballots.count > 1, ballots.contains(where: { $0.sampleCount > 1 }) else { return nil }
    let counts = ballots.map(\.voices)
    let prior = DifficultyPrior(counts)
    let flat = ModePosterior(prior: DifficultyPrior(right: 1, wrong: 1))
    let distinct = DistinctBallots(ballots)
    let chances = parallelMap(distinct.ballots.count, threads: threads) { index in
      (Self.chance(distinct.ballots[index], prior), flat.probability(distinct.ballots[index]))
    }
    let questions = distinct.places.map { chances[$0].0 }
    probabilities = questions.map(\.value.x)
    unlearned = distinct.places.map { chances[$0].1 }
    let parts = (0..<3).map { Self.parts(questions, of: $0, prior, counts) }
    (influences, lowest, highest) = (parts[0], parts[1], parts[2])
    observed = ballots.reduce(0) { $0 + $1.credit(.split) } / Double(ballots.count)
    mean = Self.mean(influences)
  }

  /// The ceiling with what the open questions leave undecided.
  public func bounded(level: Double) -> BoundedMean {
    BoundedMean(mean, lowest: Self.mean(lowest), highest: Self.mean(highest), level: level)
      .orBounds {
        BoundedMean(
          Self.mean(unlearned), lowest: Self.mean(ifLost), highest: Self.mean(ifWon), level: level)
      }
  }

  /// What is left to gain when each question scores `values` so far.
  func gain(over values: [Double], level: Double) -> BoundedMean? {
    let left = { (goal: [Double]) in PairedMean(zip(goal, values).map { $0 - $1 }) }
    let now = values.reduce(0, +) / Double(max(values.count, 1))
    let range = { (middle: [Double], low: [Double], high: [Double]) -> BoundedMean? in
      guard let middle = left(middle), let low = left(low), let high = left(high) else {
        return nil
      }
      return BoundedMean(middle, lowest: low, highest: high, level: level)
        .within(-now...(1 - now))
    }
    guard let settled = range(influences, lowest, highest),
      let bounds = range(unlearned, ifLost, ifWon)
    else { return nil }
    return settled.orBounds { bounds }
  }

  /// The chance of losing or of winning below which a question counts as settled.
  private static let doubt = 0.025

  /// Per ballot its chance, with every open question lost and with every one won: what holds
  /// whatever the questions have in common.
  private var ifLost: [Double] { unlearned.map { $0 < 1 - Self.doubt ? 0 : 1 } }
  private var ifWon: [Double] { unlearned.map { $0 > Self.doubt ? 1 : 0 } }

  private static func mean(_ influences: [Double]) -> QuestionMean {
    let sum = influences.reduce(0, +)
    return QuestionMean(
      estimate: min(max(sum / Double(influences.count), 0), 1),
      standardError: QuestionMean(influences)?.standardError, questions: influences.count)
  }

  /// The chance that a ballot's mode is right, the lowest and the highest that it may be, and
  /// their slopes by the logarithms of the prior's parameters.
  private struct Chance: Sendable {
    let value: SIMD3<Double>
    var byRight = SIMD3<Double>()
    var byWrong = SIMD3<Double>()
  }

  private static func chance(_ ballot: Ballot, _ prior: DifficultyPrior) -> Chance {
    let value = values(ballot, prior)
    guard value.min() < 1, value.max() > 0 else { return Chance(value: value) }
    let step = 0.01
    let factor = exponential(step)
    return Chance(
      value: value, byRight: (values(ballot, prior.scaled(right: factor)) - value) / step,
      byWrong: (values(ballot, prior.scaled(wrong: factor)) - value) / step)
  }

  private static func values(_ ballot: Ballot, _ prior: DifficultyPrior) -> SIMD3<Double> {
    let chance = ModePosterior(prior: prior).probability(ballot)
    let range = ModeRange(prior: prior).range(ballot, around: chance)
    let count = ballot.voices
    return SIMD3(
      prior.blended(chance, count), prior.blended(range.lowest, count),
      prior.blended(range.highest, count))
  }

  /// Each question's chance and its pull on the learned prior.
  private static func parts(
    _ chances: [Chance], of place: Int, _ prior: DifficultyPrior, _ counts: [SampleCount]
  ) -> [Double] {
    let slope = chances.reduce(SIMD2<Double>(0, 0)) {
      $0 + SIMD2($1.byRight[place], $1.byWrong[place])
    }
    let pull = prior.influence(counts, of: slope)
    let scores = counts.map { count in (pull * prior.score(count)).sum() }
    let shift = scores.reduce(0, +) / Double(counts.count)
    return zip(chances, scores).map { $0.value[place] + $1 - shift }
  }
}

extension Ballot {
  /// How many samples vote, and how many of them for a right answer.
  fileprivate var voices: SampleCount {
    SampleCount(
      samples: sampleCount - abstaining,
      right: standings.reduce(0) { $0 + $1.votes * $1.right })
  }
}
