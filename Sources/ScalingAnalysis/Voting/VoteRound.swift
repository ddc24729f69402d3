/// The distributions behind one vote of k samples.
struct VoteRound {
  private let vote: MajorityVote
  private let k: Int
  /// The votes of one answer of each class, given that k are cast.
  private let shares: [DiscreteTable]
  /// The sum of all independent variables.
  private let sum: DiscreteTable

  init(_ vote: MajorityVote, _ k: Int) {
    self.vote = vote
    self.k = k
    let total = vote.ballot.sampleCount
    switch vote.draw {
    case .without:
      shares = vote.ballot.standings.map {
        .hypergeometric(total: total, marked: $0.votes, draws: k)
      }
      sum = .binomial(trials: total, probability: Double(k) / Double(total))
    case .with:
      shares = vote.ballot.standings.map {
        $0.votes == total
          ? DiscreteTable(mode: k, bounds: k...k) { _ in 1 }
          : .binomial(trials: k, probability: Double($0.votes) / Double(total))
      }
      sum = .poisson(mean: Double(k))
    }
  }

  /// The probability that one answer of a class wins, ties as the rule says.
  func winProbability(of winner: Int) -> Double {
    let own = shares[winner]
    let rivals = others(of: winner)
    let strongest = rivals.map { shares[$0].upper }.max() ?? -1
    let weakest = rivals.map { shares[$0].lower }.max() ?? 0
    let safe = min(k / 2, strongest) + 1
    let start = max(1, own.lower, weakest)
    var result = 0.0
    if max(start, safe) <= own.upper {
      for m in max(start, safe)...own.upper { result += own[m] }
    }
    let end = min(own.upper, safe - 1)
    if start <= end { result += contested(winner, rivals, start...end) }
    return result
  }

  /// The classes with an answer besides one of the winner's class.
  private func others(of winner: Int) -> [Int] {
    vote.ballot.standings.indices.filter {
      $0 != winner || vote.ballot.standings[$0].answers > 1
    }
  }

  /// The probability of winning with a number of votes that others may reach.
  private func contested(_ winner: Int, _ rivals: [Int], _ range: ClosedRange<Int>) -> Double {
    let able = rivals.filter { shares[$0].upper >= range.lowerBound }
    let field = able.map { index in
      let standing = vote.ballot.standings[index]
      return FourierVote.Rival(
        votes: independent(standing.votes),
        answers: standing.answers - (index == winner ? 1 : 0))
    }
    let unable = vote.ballot.standings.indices.filter { !able.contains($0) }
      .reduce(vote.ballot.abstaining) { rest, index in
        let standing = vote.ballot.standings[index]
        return rest + standing.votes * (standing.answers - (index == winner ? 1 : 0))
      }
    let own = independent(vote.ballot.standings[winner].votes)
    let fourier = FourierVote(
      k: k, rivals: field, rest: rest(unable), range: range,
      nodeCount: (max(k - sum.lower, sum.upper - k) + 1) / 2 + 1, sharesTies: vote.sharesTies)
    let chances = fourier.chances()
    var result = 0.0
    for m in range { result += own[m] * chances[m - range.lowerBound] }
    return result / sum[k]
  }

  /// The independent variable of an answer.
  private func independent(_ votes: Int) -> DiscreteTable {
    let share = Double(k) / Double(vote.ballot.sampleCount)
    return switch vote.draw {
    case .without: .binomial(trials: votes, probability: share)
    case .with: .poisson(mean: Double(votes) * share)
    }
  }

  /// Samples that cannot win together.
  private func rest(_ votes: Int) -> FourierVote.Rest {
    let share = Double(k) / Double(vote.ballot.sampleCount)
    return switch vote.draw {
    case .without: .binomial(trials: votes, probability: share)
    case .with: .poisson(mean: Double(votes) * share)
    }
  }
}
