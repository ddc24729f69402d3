public import ScalingData

/// Everything that voting tells about one group of samples.
///
/// ```swift
/// let analysis = try VoteAnalysis(group, VoteSettings())
/// analysis.majority.last?.mean.estimate  // the vote of all samples
/// analysis.boundedCeiling?.estimate      // its limit for many samples
/// ```
public struct VoteAnalysis: Sendable {
  /// The group.
  public let name: String
  /// The choices.
  public let settings: VoteSettings
  /// Samples of all questions.
  public let sampleCount: Int
  /// The fewest and the most samples of a question.
  public let samplesPerQuestion: ClosedRange<Int>
  /// The most samples that nine tenths of the questions have: beyond, a curve is one of other
  /// questions.
  public let reach: Int
  /// Majority votes; empty when the table has no answers.
  public let majority: [VoteRow]
  /// At least one of k right.
  public let passAtK: [VoteRow]
  /// All of k right.
  public let allOfK: [VoteRow]
  /// The sample with the best score of k; empty without scores.
  public let bestOfK: [VoteRow]
  /// Votes weighted by scores; empty without scores, and where one is below zero.
  public let weighted: [VoteRow]
  /// The limit of voting.
  public let ceiling: VoteCeiling?
  /// From where on more samples gain nothing, up to all of them.
  public let plateau: VotePlateau?
  /// What more samples than any question has would change.
  public let towardsCeiling: BoundedMean?
  /// Where the curve is highest.
  public let peak: VotePeak?
  /// The gap taken apart.
  public let gap: VoteGap
  /// What voting does with each question; empty when the table has no answers.
  public let outcomes: [QuestionOutcome]
  /// What stopping early saves.
  public let stopping: EarlyStopping?
  /// Tokens written per sample.
  public let tokens: VoteCost?
  /// Dollars per sample.
  public let dollars: VoteCost?
  /// What a reader should know about the data, one sentence each.
  public let notes: [String]

  let curves: QuestionCurves

  /// The most samples of a question: the exact vote of n of them takes a time proportional to n.
  static let mostSamples = 10_000_000

  /// Analyses a group.
  ///
  /// - Throws: `VoteError` when there is no question, or the tie rule or early stopping needs an
  ///   order that the table does not give.
  public init(
    _ group: SampleGroup, _ settings: VoteSettings, progress: (Double) -> Void = { _ in }
  ) throws(VoteError) {
    let questions = group.questions.filter { $0.sampleCount > 0 }
    let sizes = questions.map(\.sampleCount)
    guard let fewest = sizes.min(), let most = sizes.max(), let reach = QuestionCurves.reach(sizes)
    else {
      throw VoteError("\(group.name.isEmpty ? "the table" : group.name) has no samples.")
    }
    name = group.name
    self.settings = settings
    sampleCount = sizes.reduce(0, +)
    samplesPerQuestion = fewest...most
    self.reach = reach
    guard most <= Self.mostSamples else {
      throw VoteError(
        "a question of \(group.name.isEmpty ? "the table" : group.name) has \(most) samples, more "
          + "than the \(Self.mostSamples) whose votes are counted: divide the counts by a number that "
          + "leaves fewer.")
    }
    let curves = try QuestionCurves(
      questions, shown: settings.schedule.values(upTo: most, through: reach), reach: reach,
      settings,
      progress: progress)
    let rows = VoteRows(curves, settings)
    majority = rows.majority
    passAtK = rows.passAtK
    allOfK = rows.allOfK
    bestOfK = rows.bestOfK
    weighted = rows.weighted
    let ceiling =
      curves.ballots.isEmpty ? nil : VoteCeiling(curves.ballots, threads: settings.threads)
    self.curves = curves
    self.ceiling = ceiling
    plateau = curves.plateau(settings)
    towardsCeiling = ceiling.flatMap { $0.gain(over: curves.ends, level: settings.level) }
    peak = curves.peak(settings)
    boundedCeiling = ceiling?.bounded(level: settings.level)
    gap = curves.gap(boundedCeiling)
    outcomes = curves.outcomes(ceiling, settings)
    let stopping = curves.ballots.isEmpty ? nil : EarlyStopping(questions, settings)
    if let window = settings.window, window > 1, stopping == nil {
      throw VoteError(
        "stopping at a window needs the answers of samples in their order, and this table has only "
          + "\(curves.ballots.isEmpty ? "right and wrong" : "counts"): leave --window out, or use a table "
          + "with an answer per sample.")
    }
    self.stopping = stopping
    tokens = VoteCost.tokens(questions)
    dollars = VoteCost.dollars(questions, settings)
    var held = HeldIntervals()
    for (name, rows) in [
      ("majority", rows.majority), ("pass@k", rows.passAtK), ("best of k", rows.bestOfK),
      ("weighted votes", rows.weighted),
    ] {
      held.add(name, rows.map { ($0.k, $0.interval) })
    }
    held.add("vote ceiling", boundedCeiling?.interval)
    notes =
      curves.notes + VoteNotes(questions, settings).sentences
      + (held.remark.map { [$0 + "."] } ?? [])
  }

  /// The questions whose samples do not settle whether voting wins them.
  public var unsettled: [QuestionOutcome] { outcomes.filter { $0.state == .unsettled } }

  /// The vote ceiling at the confidence level, an interval or bounds.
  public let boundedCeiling: BoundedMean?

  /// The questions that have a sample.
  public var questionCount: Int { curves.questions.count }
}
