/// The exact probability that a vote of k samples is right.
///
/// A draw of k samples without replacement gives each answer b a hypergeometric number of votes.
/// As Levin (1981, Ann. Statist. 9, 1123) shows for multinomial counts, these are independent
/// variables Y_b given their sum: binomial with c_b trials and probability k/n here, and Poisson
/// for draws with replacement. The vote is won with m votes by a right answer a with probability
///
///   P(Y_a = m) · P(max of the others ≤ m, their sum = k − m, ties shared) / P(ΣY = k),
///
/// where the middle factor is a coefficient of Π_b (F_b(x) + z·G_b(x)), with F_b the part of b's
/// generating function below x^m, G_b its term in x^m and z marking a tie: integrating z over
/// 0...1 turns z^t into the credit 1/(t + 1). The coefficient in x is a Fourier sum over as many
/// nodes as the spread of ΣY asks for, the integral a Gauss sum that is exact for its degree.
/// Terms below 1e-17 of the largest are left out; the result is good to about 1e-12.
public struct MajorityVote: Sendable {
  /// The votes that can be drawn.
  public let ballot: Ballot
  /// How they are drawn.
  public let draw: VoteDraw
  /// Whether a tied vote scores its share; otherwise it is not right.
  public let sharesTies: Bool

  /// The votes of one question.
  public init(_ ballot: Ballot, draw: VoteDraw = .without, sharesTies: Bool = true) {
    self.ballot = ballot
    self.draw = draw
    self.sharesTies = sharesTies
  }

  /// The probability that a vote of `k` is right; `nil` where k samples cannot be drawn.
  public func probability(_ k: Int) -> Double? {
    let total = ballot.sampleCount
    guard k >= 1, total > 0, draw == .with || k <= total else { return nil }
    guard ballot.standings.contains(where: { $0.right > 0 }) else { return 0 }
    guard ballot.standings.count > 1 || ballot.abstaining > 0 || ballot.answerCount > 1 else {
      return 1
    }
    if k == total, draw == .without { return ballot.credit(sharesTies ? .split : .none) }
    let round = VoteRound(self, k)
    let sum = ballot.standings.indices.reduce(0.0) { sum, index in
      let standing = ballot.standings[index]
      return standing.right == 0
        ? sum : sum + Double(standing.right) * round.winProbability(of: index)
    }
    return min(max(sum, 0), 1)
  }
}
