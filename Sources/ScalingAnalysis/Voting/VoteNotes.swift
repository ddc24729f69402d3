internal import ScalingData

/// What a reader should know about choices that have no effect on the samples of a group, or one
/// that may not be meant.
struct VoteNotes {
  private let questions: [QuestionSamples]
  private let settings: VoteSettings

  init(_ questions: [QuestionSamples], _ settings: VoteSettings) {
    self.questions = questions
    self.settings = settings
  }

  /// One sentence each.
  var sentences: [String] {
    [single, sorted, negativeScores, costColumn].compactMap(\.self)
  }

  private var single: String? {
    questions.count == 1
      ? "there is one question: intervals are over questions, so none can be given." : nil
  }

  /// Orders as one-sided as the one of the file are called sorted where chance makes them more
  /// rarely than this.
  private static let rarity = 0.001

  /// A file whose right samples stand together decides ties by its sorting.
  private var sorted: String? {
    guard settings.ties == .first, settings.draw == .without else { return nil }
    let mixed = questions.filter { (1..<$0.sampleCount).contains($0.correctCount) }
    guard !mixed.isEmpty, mixed.allSatisfy(\.isSorted) else { return nil }
    // Two of the orders of right and wrong are sorted.
    let chance = mixed.reduce(1.0) { chance, question in
      let all = PassAtK.all(
        samples: question.sampleCount, right: question.correctCount, k: question.correctCount)
      return chance * min(1, 2 * (all ?? 1))
    }
    guard chance < Self.rarity else { return nil }
    return "the table is sorted: in every question that has both, the right samples all stand "
      + "before or all behind the wrong ones, so that --ties first follows the sorting. Give the "
      + "samples in the order in which they were drawn, or choose --ties split."
  }

  private var negativeScores: String? {
    guard !questions.allSatisfy(\.canWeighVotes) else { return nil }
    return
      "some scores are below 0, as logarithms of probabilities are: as weights they would count "
      + "against their own answers, and weighted votes are left out. Give a score of 0 or more, such "
      + "as exp(score)."
  }

  private var costColumn: String? {
    guard settings.price.isKnown, questions.contains(where: { ($0.cost?.count ?? 0) > 0 }) else {
      return nil
    }
    return
      "dollars are tokens times the prices that were given; the costs in the table are not used."
  }
}

extension QuestionSamples {
  /// Whether no score is below zero, where it would count against its own answer.
  var canWeighVotes: Bool { scores.allSatisfy { !($0 < 0) } }

  /// Whether all right samples stand before all wrong ones, or all behind them.
  fileprivate var isSorted: Bool {
    let right = correctness
    return zip(right, right.dropFirst()).count { $0 != $1 } <= 1
  }
}
