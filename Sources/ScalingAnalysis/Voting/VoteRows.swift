internal import ScalingData

/// The curves over questions.
struct VoteRows {
  let majority: [VoteRow]
  let passAtK: [VoteRow]
  let allOfK: [VoteRow]
  let bestOfK: [VoteRow]
  let weighted: [VoteRow]

  init(_ curves: QuestionCurves, _ settings: VoteSettings) {
    let level = settings.level
    let ks = curves.shownKs
    let questions = curves.questions
    majority =
      curves.majority.isEmpty
      ? [] : curves.shown.compactMap { Self.majority(curves, $0, settings) }
    let share = { (k: Int, chance: (Int, Int, Int) -> Double?) -> VoteRow? in
      let known = questions.compactMap { question in
        chance(question.sampleCount, question.correctCount, k).map { (question, $0) }
      }
      let variances = known.map { question, value in
        value * (1 - value) * Double(k) / Double(question.sampleCount)
      }
      return VoteRow(k, known.map(\.1), level: level, samplingVariances: variances)
    }
    passAtK = Self.joined(
      ks.compactMap { k in share(k) { PassAtK.any(samples: $0, right: $1, k: $2) } },
      by: MonotoneIntervals.rising)
    allOfK = Self.joined(
      ks.compactMap { k in share(k) { PassAtK.all(samples: $0, right: $1, k: $2) } },
      by: MonotoneIntervals.falling)
    let best = questions.compactMap { BestOfK($0) }
    let isScored = best.count == questions.count
    bestOfK =
      isScored
      ? ks.compactMap { k in
        VoteRow(k, best.compactMap { $0.probability(k) }, level: level)
      } : []
    weighted =
      isScored && questions.allSatisfy(\.canWeighVotes) ? Self.weighted(curves, settings) : []
  }

  /// Rows with the intervals that they imply together.
  private static func joined(
    _ rows: [VoteRow], by rule: ([MonotoneIntervals.Row]) -> [Interval?]
  ) -> [VoteRow] {
    var result = rows
    let intervals = rule(rows.map { ($0.k, $0.mean.questions, $0.interval) })
    for (place, interval) in intervals.enumerated() { result[place].interval = interval }
    return result
  }

  private static func majority(
    _ curves: QuestionCurves, _ place: Int, _ settings: VoteSettings
  ) -> VoteRow? {
    let k = curves.ks[place]
    var values: [Double] = []
    var variances: [Double] = []
    var errors: [Double] = []
    var isWhole = true
    for index in curves.questions.indices {
      guard let value = curves.majority[index][place] else { continue }
      let count = curves.questions[index].sampleCount
      let chance = k == count ? curves.fresh[index] : value
      values.append(value)
      variances.append(chance * (1 - chance) * min(1, Double(k) / Double(count)))
      if !curves.errors.isEmpty { errors.append(curves.errors[index][place]) }
      if k != count, k > 1 { isWhole = false }
    }
    return VoteRow(
      k, values, level: settings.level, samplingVariances: variances, simulationErrors: errors,
      method: errors.isEmpty || isWhole ? .exact : .permutation)
  }

  /// Votes weighted by scores, over random orders; a single sample needs none.
  private static func weighted(_ curves: QuestionCurves, _ settings: VoteSettings) -> [VoteRow] {
    let questions = curves.questions
    let ks = curves.shownKs
    let results = parallelMap(questions.count, threads: settings.threads) { index in
      let votes = RandomVotes(
        question: questions[index], unparsed: settings.unparsed, weight: .score,
        ties: settings.ties)
      var random = RandomSource(seed: settings.seed &+ 0x5C0, stream: UInt64(index))
      return votes.curve(ks, orders: settings.permutationCount, random: &random)
    }
    return ks.indices.compactMap { place in
      if ks[place] == 1 {
        return VoteRow(1, curves.rightShares, level: settings.level)
      }
      let known = results.filter { $0.means[place] != nil }
      return VoteRow(
        ks[place], known.compactMap { $0.means[place] }, level: settings.level,
        simulationErrors: known.map { $0.errors[place] }, method: .permutation)
    }
  }
}
