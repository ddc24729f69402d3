/// What speaks against a vote ceiling that leans on a learned prior of difficulty, and how much it
/// changes.
struct PriorDoubts {
  /// A question under the learned prior.
  struct Question {
    let count: SampleCount
    /// The share of right samples from which on a right answer is the most probable one.
    let threshold: Double
    /// The chance that its most probable answer is right.
    let probability: Double
    /// Its part in the ceiling with wrong answers that make this least probable, most probable, and
    /// as uneven as seen.
    let lowest: Double
    let highest: Double
    let uneven: Double
  }

  /// What another shape of difficulty changes, as far as it is more than chance.
  let shapeChange: Double
  /// What is added to every part at its lowest, and at its highest.
  let lowest: Double
  let highest: Double
  /// What the ceiling rests on, with these doubts.
  let basis: VoteCeiling.Basis

  /// That all questions may be alike is passed over where it changes the ceiling by less than this.
  private static let leastIfAlike = 0.02

  /// The doubts about a prior learned from `questions`; `error` is the standard error of the
  /// ceiling.
  init(_ prior: DifficultyPrior, _ questions: [Question], error: Double, threads: Int) {
    let deviation = ShapeDeviation(
      questions.map {
        ShapeDeviation.Question(count: $0.count, threshold: $0.threshold, influence: $0.uneven)
      }, threads: threads)
    shapeChange = deviation?.change ?? 0
    let counts = questions.map(\.count)
    let ifAlike = prior.isSpread(counts) ? 0 : Self.changeIfAlike(prior, questions)
    lowest = min(shapeChange, 0) + min(ifAlike, 0)
    highest = max(shapeChange, 0) + max(ifAlike, 0)
    basis =
      if !DifficultyPrior.isLearned(from: counts) {
        .fewQuestions
      } else if abs(ifAlike) > max(error, Self.leastIfAlike) {
        .noSpread
      } else if Self.isNarrow(questions, change: shapeChange) {
        .learned
      } else {
        Self.isNarrow(questions) ? .shape : .wrongAnswers
      }
  }

  /// How much the ceiling changes if the questions with right and wrong samples are all alike.
  private static func changeIfAlike(_ prior: DifficultyPrior, _ questions: [Question]) -> Double {
    let changes = questions.map { question in
      question.count.isBetween
        ? (prior.mean > question.threshold ? 1 : 0) - question.probability : 0
    }
    return changes.reduce(0, +) / Double(questions.count)
  }

  /// Whether the range of the ceiling that wrong answers leave, and another shape of difficulty,
  /// is within its error.
  private static func isNarrow(_ questions: [Question], change: Double = 0) -> Bool {
    let lowest = VoteCeiling.mean(questions.map { $0.lowest + min(change, 0) })
    let highest = VoteCeiling.mean(questions.map { $0.highest + max(change, 0) })
    return BoundedMean.isRange(
      highest.estimate - lowest.estimate, within: 1, of: lowest.standardError)
  }
}
