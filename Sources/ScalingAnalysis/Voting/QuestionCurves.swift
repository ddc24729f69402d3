internal import ScalingData

/// The voting curve of every question of a group at the same k.
struct QuestionCurves: Sendable {
  /// The k of each row, in order.
  let ks: [Int]
  /// The places of those that are reported; the others are only reckoned with.
  let shown: [Int]
  /// The k that are reported.
  var shownKs: [Int] { shown.map { ks[$0] } }
  /// The questions, with at least one sample each.
  let questions: [QuestionSamples]
  /// The votes of each question; empty when the table has no answers.
  let ballots: [Ballot]
  /// Per question what a vote of each k scores; `nil` where k samples cannot be drawn.
  private(set) var majority: [[Double?]] = []
  /// Per question the standard error that random orders leave at each k; empty when exact.
  private(set) var errors: [[Double]] = []
  /// Per question what the vote of all its samples scores.
  private(set) var ends: [Double] = []
  /// Per question the chance that a vote of as many fresh samples would be right.
  private(set) var fresh: [Double] = []

  /// Computes the curves at `shown`, and where questions have different numbers of samples at
  /// their `reach` too; `progress` is told the finished share.
  init(
    _ questions: [QuestionSamples], shown: [Int], reach: Int, _ settings: VoteSettings,
    progress: (Double) -> Void
  ) throws(VoteError) {
    let isEven = questions.allSatisfy { $0.sampleCount == reach }
    ks = isEven ? shown : Set(shown + [reach]).sorted()
    self.shown = ks.indices.filter { [ks] in shown.contains(ks[$0]) }
    self.questions = questions
    let ballots = questions.compactMap { Ballot($0, unparsed: settings.unparsed) }
    self.ballots = ballots.count == questions.count ? ballots : []
    guard !self.ballots.isEmpty else { return }
    let isOrdered = settings.ties == .first && settings.draw == .without
    if isOrdered {
      try replay(settings, progress)
    } else {
      count(settings, progress)
    }
  }

  /// Exact curves, once per distinct ballot.
  private mutating func count(_ settings: VoteSettings, _ progress: (Double) -> Void) {
    let distinct = DistinctBallots(ballots)
    let ks = ks
    let total = distinct.ballots.count
    var curves: [BallotCurve] = []
    curves.reserveCapacity(total)
    while curves.count < total {
      let start = curves.count
      let part = min(128, total - start)
      curves += parallelMap(part, threads: settings.threads) { index in
        BallotCurve(distinct.ballots[start + index], ks, settings)
      }
      progress(Double(curves.count) / Double(total))
    }
    majority = distinct.places.map { curves[$0].values }
    ends = distinct.places.map { curves[$0].end }
    fresh = distinct.places.map { curves[$0].fresh }
  }

  /// Curves over random orders.
  private mutating func replay(
    _ settings: VoteSettings, _ progress: (Double) -> Void
  ) throws(VoteError) {
    guard questions.allSatisfy({ $0.sequence.count == $0.sampleCount }) else {
      throw VoteError(
        "ties for the first answer need the samples in their order, and this table has only "
          + "counts: use --ties split or none, or a table with a row per sample.")
    }
    let questions = questions
    let ballots = ballots
    let ks = ks
    var replays: [ReplayedCurve] = []
    while replays.count < questions.count {
      let start = replays.count
      let part = min(64, questions.count - start)
      replays += parallelMap(part, threads: settings.threads) { index in
        ReplayedCurve(
          questions[start + index], ballots[start + index], ks, settings,
          stream: UInt64(start + index))
      }
      progress(Double(replays.count) / Double(questions.count))
    }
    majority = replays.map(\.result.means)
    errors = replays.map(\.result.errors)
    ends = replays.map(\.end)
    fresh = replays.map(\.fresh)
  }
}

/// The exact curve of one ballot.
private struct BallotCurve: Sendable {
  let values: [Double?]
  let end: Double
  let fresh: Double

  init(_ ballot: Ballot, _ ks: [Int], _ settings: VoteSettings) {
    let sharesTies = settings.ties != .none
    let vote = MajorityVote(ballot, draw: settings.draw, sharesTies: sharesTies)
    values = ks.map { vote.probability($0) }
    fresh =
      MajorityVote(ballot, draw: .with, sharesTies: sharesTies)
      .probability(ballot.sampleCount) ?? 0
    end = settings.draw == .with ? fresh : ballot.credit(settings.ties)
  }
}

/// The curve of one question over random orders.
private struct ReplayedCurve: Sendable {
  let result: RandomVotes.Result
  let end: Double
  let fresh: Double

  init(
    _ question: QuestionSamples, _ ballot: Ballot, _ ks: [Int], _ settings: VoteSettings,
    stream: UInt64
  ) {
    let votes = RandomVotes(
      question: question, unparsed: settings.unparsed, weight: .one, ties: .first)
    var random = RandomSource(seed: settings.seed, stream: stream)
    var result = votes.curve(ks, orders: settings.permutationCount, random: &random)
    // A vote of one has no ties.
    if ks.first == 1 { (result.means[0], result.errors[0]) = (ballot.rightShare, 0) }
    self.result = result
    end = votes.prefix(question.sampleCount)
    fresh = MajorityVote(ballot, draw: .with).probability(ballot.sampleCount) ?? 0
  }
}
