internal import ScalingData

/// Votes of samples in random order, where the exact value is not affordable: the rule of the
/// first answer, which depends on where each answer stands in the file, and votes weighted by
/// a score.
///
/// One random order serves every k: its first k samples, brought back into the order of the
/// file, are a draw of k.
struct RandomVotes: Sendable {
  /// What makes an answer win.
  enum Weight: Sendable { case one, score }

  /// The mean over orders for each k, and the standard error that their number leaves.
  struct Result: Sendable {
    var means: [Double?]
    var errors: [Double]
  }

  let question: QuestionSamples
  let unparsed: UnparsedVotes
  let weight: Weight
  let ties: TieRule

  private var count: Int { question.sequence.count }

  /// The candidates: the answers, and one more for samples without any that vote all the same.
  private var candidates: Int { question.answers.count + (unparsed == .count ? 1 : 0) }

  /// The curve at `ks`.
  func curve(_ ks: [Int], orders: Int, random: inout RandomSource) -> Result {
    var sums = Array(repeating: 0.0, count: ks.count)
    var squares = sums
    var order = Array(0..<count)
    var tally = VoteTally(candidates: candidates)
    for _ in 0..<orders {
      tally.clear()
      var next = 0
      for (place, k) in ks.enumerated() where k <= count {
        while next < k {
          order.swapAt(next, next + random.index(below: count - next))
          add(order[next], to: &tally)
          next += 1
        }
        let credit = tally.credit(ties) {
          $0 < question.answers.count && question.answers[$0].isCorrect
        }
        sums[place] += credit
        squares[place] += credit * credit
      }
    }
    return Result(
      means: ks.indices.map { ks[$0] <= count ? sums[$0] / Double(orders) : nil },
      errors: ks.indices.map { place in
        let mean = sums[place] / Double(orders)
        let variance = max(squares[place] / Double(orders) - mean * mean, 0)
        return (variance / Double(max(orders - 1, 1))).squareRoot()
      })
  }

  /// What the first k samples of the file score.
  func prefix(_ k: Int) -> Double {
    var tally = VoteTally(candidates: candidates)
    for sample in 0..<min(k, count) { add(sample, to: &tally) }
    return tally.credit(ties) { $0 < question.answers.count && question.answers[$0].isCorrect }
  }

  private func add(_ sample: Int, to tally: inout VoteTally) {
    let answer = Int(question.sequence[sample])
    let candidate = answer >= 0 ? answer : question.answers.count
    guard candidate < candidates else { return }
    switch weight {
    case .one: tally.add(1, for: candidate, at: sample)
    case .score:
      let score = question.scores[sample]
      if score.isFinite { tally.add(score, for: candidate, at: sample) }
    }
  }
}
