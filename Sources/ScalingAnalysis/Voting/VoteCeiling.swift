/// The limit of voting for many samples: the share of questions whose most probable answer is
/// right.
///
/// The samples of a question settle only with some probability which answer is the most
/// probable one. The estimate is the mean of these probabilities, under a prior of the difficulty
/// of questions that is learned from all of them (empirical Bayes): counting observed modes
/// instead is biased where many questions are close. The standard error is over questions and
/// holds what the learned prior adds, by the influence of each question on it. What no prior can
/// know, how alike the wrong answers of an open question are, is a range of its own; so is what
/// another shape of difficulty would change, where the counts contradict the learned one. Where
/// that range is wider than the error, or the questions teach no prior because they are too few or
/// do not visibly differ, it is not leant on at all: the bounds then hold with every question lost
/// that its own samples leave open, and with every one won.
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
  /// What another shape of difficulty than the learned one changes, as far as it is more than
  /// chance.
  public let shapeChange: Double
  /// What the ceiling rests on.
  public let basis: Basis

  /// What the ceiling rests on, and why nothing was learned where nothing was.
  public enum Basis: String, Sendable, Codable {
    /// A prior of difficulty that is learned from all questions.
    case learned
    /// The samples of each question alone: there are too few questions.
    case fewQuestions = "few-questions"
    /// The same: the questions differ by no more than their samples explain, and if they were all
    /// alike it would be another.
    case noSpread = "no-spread"
    /// The same: the counts contradict the shape of difficulty that would be learned.
    case shape
    /// The same: how alike wrong answers are changes more than the error.
    case wrongAnswers = "wrong-answers"
  }

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
    let parts = (0..<4).map { Self.parts(questions, of: $0, prior, counts) }
    influences = parts[0]
    mean = Self.mean(influences)
    observed = ballots.reduce(0) { $0 + $1.credit(.split) } / Double(ballots.count)
    let thresholds = distinct.ballots.map(ModeRange.threshold)
    let doubts = PriorDoubts(
      prior,
      ballots.indices.map { place in
        PriorDoubts.Question(
          count: counts[place], threshold: thresholds[distinct.places[place]],
          probability: questions[place].value.x, lowest: parts[1][place],
          highest: parts[2][place], uneven: parts[3][place])
      }, error: mean.standardError ?? 0, threads: threads)
    shapeChange = doubts.shapeChange
    lowest = parts[1].map { $0 + doubts.lowest }
    highest = parts[2].map { $0 + doubts.highest }
    basis = doubts.basis
  }

  /// The ceiling with what the open questions leave undecided.
  public func bounded(level: Double) -> BoundedMean {
    let (middle, low, high) = goals(level)
    return BoundedMean(
      Self.mean(middle), lowest: Self.mean(low), highest: Self.mean(high), level: level)
  }

  /// What is left to gain when each question scores `values` so far.
  func gain(over values: [Double], level: Double) -> BoundedMean? {
    let goals = goals(level)
    let left = { (goal: [Double]) in PairedMean(zip(goal, values).map { $0 - $1 }) }
    guard let middle = left(goals.middle), let low = left(goals.low), let high = left(goals.high)
    else { return nil }
    let now = values.reduce(0, +) / Double(max(values.count, 1))
    return BoundedMean(middle, lowest: low, highest: high, level: level)
      .within(-now...(1 - now))
  }

  /// The ceiling if every question were lost that its own samples leave open at a level, and if
  /// every one were won: what holds whatever the questions have in common.
  public func ifOpen(level: Double) -> (lost: Double, won: Double) {
    (Self.mean(ifLost(level)).estimate, Self.mean(ifWon(level)).estimate)
  }

  /// Per ballot its part in the ceiling, in its lowest and in its highest case.
  private func goals(_ level: Double) -> (middle: [Double], low: [Double], high: [Double]) {
    basis == .learned
      ? (influences, lowest, highest) : (unlearned, ifLost(level), ifWon(level))
  }

  private func ifLost(_ level: Double) -> [Double] { unlearned.map { $0 < level ? 0 : 1 } }
  private func ifWon(_ level: Double) -> [Double] { unlearned.map { $0 > 1 - level ? 1 : 0 } }

  static func mean(_ influences: [Double]) -> QuestionMean {
    let sum = influences.reduce(0, +)
    return QuestionMean(
      estimate: min(max(sum / Double(influences.count), 0), 1),
      standardError: QuestionMean(influences)?.standardError, questions: influences.count)
  }

  /// The chance that a ballot's mode is right, the lowest and the highest that it may be, that of
  /// answers as uneven as seen, and their slopes by the logarithms of the prior's parameters.
  private struct Chance: Sendable {
    let value: SIMD4<Double>
    var byRight = SIMD4<Double>()
    var byWrong = SIMD4<Double>()
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

  private static func values(_ ballot: Ballot, _ prior: DifficultyPrior) -> SIMD4<Double> {
    let chance = ModePosterior(prior: prior).probability(ballot)
    let range = ModeRange(prior: prior).range(ballot, around: chance)
    let count = ballot.voices
    return SIMD4(
      prior.blended(chance, count), prior.blended(range.lowest, count),
      prior.blended(range.highest, count), prior.blended(range.uneven, count))
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
