internal import ScalingData

/// Best of k by a score: the chance that the sample with the highest score of k is right.
///
/// Exact: of the n samples in order of score, the best of a draw of k without replacement lies
/// among the r lowest with probability C(r, k)/C(n, k). Samples with equal scores are chosen
/// with equal chances.
struct BestOfK: Sendable {
  private let count: Int
  /// Ends of runs of equal scores, with the share of right samples in each.
  private let runs: [(end: Int, share: Double)]

  /// The scored samples of a question; `nil` where one has no score.
  init?(_ question: QuestionSamples) {
    guard !question.scores.isEmpty, question.scores.count == question.sequence.count,
      question.scores.allSatisfy(\.isFinite)
    else { return nil }
    let right = question.correctness
    let order = question.scores.indices.sorted { question.scores[$0] < question.scores[$1] }
    count = order.count
    var runs: [(end: Int, share: Double)] = []
    var start = 0
    while start < order.count {
      var end = start
      var hits = 0
      while end < order.count, question.scores[order[end]] == question.scores[order[start]] {
        if right[order[end]] { hits += 1 }
        end += 1
      }
      runs.append((end, Double(hits) / Double(end - start)))
      start = end
    }
    self.runs = runs
  }

  /// The chance for k; `nil` where k exceeds n.
  func probability(_ k: Int) -> Double? {
    guard k >= 1, k <= count else { return nil }
    var before = 0.0
    var sum = 0.0
    for run in runs {
      let within = PassAtK.all(samples: count, right: run.end, k: k) ?? 0
      sum += (within - before) * run.share
      before = within
    }
    return sum
  }
}
