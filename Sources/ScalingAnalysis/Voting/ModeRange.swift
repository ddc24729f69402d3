internal import LeastSquares

/// The chance that the true mode of a ballot is right, for the two extremes of what answers that
/// the samples do not tell apart may be like.
///
/// How a prior divides the wrong samples of a question among its wrong answers decides how far the
/// most frequent one is ahead by chance. No prior fits every benchmark, so the range goes from wrong
/// answers exactly as uneven as they were seen to wrong answers that are all alike as far as the
/// samples allow; of several right answers the other way round. With one right and one wrong
/// answer nothing is left to assume.
struct ModeRange: Sendable {
  let prior: DifficultyPrior

  /// Where the normal distance of two counts tells their answers apart: a level of 99 %.
  private static let apart = 2.576

  /// The range, which holds the given chance, and the chance of answers as uneven as seen.
  func range(
    _ ballot: Ballot, around chance: Double
  ) -> (lowest: Double, highest: Double, uneven: Double) {
    let (right, wrong) = Self.sides(ballot)
    let uneven = winning(right, wrong, atOdds: wrong.seenShare / right.evenShare)
    guard right.answers > 1 || wrong.answers > 1 else { return (chance, chance, uneven) }
    let even = winning(right, wrong, atOdds: wrong.evenShare / right.seenShare)
    return (min(chance, uneven), max(chance, even), uneven)
  }

  /// The chance of a right sample above which a right answer is the most probable one, of answers
  /// as uneven as seen.
  static func threshold(_ ballot: Ballot) -> Double {
    let (right, wrong) = sides(ballot)
    return wrong.seenShare / (wrong.seenShare + right.evenShare)
  }

  private static func sides(_ ballot: Ballot) -> (right: Side, wrong: Side) {
    (
      Side(ballot.standings.map { ($0.votes, $0.right) }),
      Side(ballot.standings.map { ($0.votes, $0.wrong) })
    )
  }

  /// The chance that right samples are more probable than wrong ones by a factor.
  private func winning(_ right: Side, _ wrong: Side, atOdds factor: Double) -> Double {
    Distribution.betaUpperTail(
      factor / (1 + factor), a: prior.right + right.votes, b: prior.wrong + wrong.votes)
  }

  /// The right or the wrong answers of a ballot.
  private struct Side {
    var votes = 0.0
    var answers = 0
    /// The share of the most frequent answer in the votes of the side.
    var seenShare = 1.0
    /// The same if the answers that are not told apart from it are all alike.
    var evenShare = 1.0

    /// Counts of votes with how many answers have them, most votes first.
    init(_ classes: [(votes: Int, answers: Int)]) {
      let present = classes.filter { $0.answers > 0 }
      guard let most = present.first.map({ Double($0.votes) }) else { return }
      var (alike, alikeVotes) = (0.0, 0.0)
      for (votes, answers) in present {
        self.answers += answers
        self.votes += Double(votes * answers)
        guard Self.isAlike(most, Double(votes)) else { continue }
        alike += Double(answers)
        alikeVotes += Double(votes * answers)
      }
      if Self.isAlike(most, 0) { alike += Self.unseen(present) }
      seenShare = most / self.votes
      evenShare = alikeVotes / alike / self.votes
    }

    private static func isAlike(_ most: Double, _ votes: Double) -> Bool {
      most - votes < apart * (most + votes).squareRoot()
    }

    /// How many answers were not seen at least (Chao 1984, Scand. J. Stat. 11, 265, in the
    /// bias-corrected form).
    private static func unseen(_ classes: [(votes: Int, answers: Int)]) -> Double {
      let once = Double(classes.first { $0.votes == 1 }?.answers ?? 0)
      let twice = Double(classes.first { $0.votes == 2 }?.answers ?? 0)
      return once * (once - 1) / (2 * (twice + 1))
    }
  }
}
