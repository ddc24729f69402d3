/// The distributions behind one vote of k samples.
struct VoteRound {
  private let vote: MajorityVote
  private let k: Int
  /// The sum of all independent variables.
  private let sum: DiscreteTable

  init(_ vote: MajorityVote, _ k: Int) {
    self.vote = vote
    self.k = k
    sum =
      switch vote.draw {
      case .without:
        .binomial(
          trials: vote.ballot.sampleCount,
          probability: Double(k) / Double(vote.ballot.sampleCount))
      case .with: .poisson(mean: Double(k))
      }
  }

  /// The probability that one answer of a class wins, ties as the rule says.
  func winProbability(of winner: Int) -> Double {
    let standings = vote.ballot.standings
    let own = share(standings[winner].votes)
    // Classes stand in falling order of their votes, and so do the ends of their ranges.
    let rivals = standings.indices.filter { $0 != winner || standings[$0].answers > 1 }
    let strongest = rivals.first.map { share(standings[$0].votes) }
    let safe = min(k / 2, strongest?.upper ?? -1) + 1
    let start = max(1, own.lower, strongest?.lower ?? 0)
    var result = 0.0
    if max(start, safe) <= own.upper {
      for m in max(start, safe)...own.upper { result += own[m] }
    }
    let end = min(own.upper, safe - 1)
    if start <= end { result += contested(winner, rivals, start...end) }
    return result
  }

  /// The probability of winning with a number of votes that others may reach.
  private func contested(_ winner: Int, _ rivals: [Int], _ range: ClosedRange<Int>) -> Double {
    let standings = vote.ballot.standings
    let answers = rivals.map { standings[$0].answers - ($0 == winner ? 1 : 0) }
    var field: [FourierVote.Rival] = []
    for (index, answers) in zip(rivals, answers) {
      let votes = independent(standings[index].votes)
      let table = votes.table
      guard table.upper >= range.lowerBound else { break }
      field.append(FourierVote.Rival(votes: votes, table: table, answers: answers))
    }
    let unable = zip(rivals, answers).dropFirst(field.count)
      .reduce(vote.ballot.abstaining) { $0 + standings[$1.0].votes * $1.1 }
    let fourier = FourierVote(
      k: k, rivals: field, rest: independent(unable), range: range,
      nodeCount: (max(k - sum.lower, sum.upper - k) + 1) / 2 + 1, sharesTies: vote.sharesTies)
    let own = independent(standings[winner].votes).table
    let chances = fourier.chances()
    var result = 0.0
    for m in range { result += own[m] * chances[m - range.lowerBound] }
    return result / sum[k]
  }

  /// The votes of some samples, given that k are cast.
  private func share(_ votes: Int) -> DiscreteTable {
    let total = vote.ballot.sampleCount
    return switch vote.draw {
    case .without: .hypergeometric(total: total, marked: votes, draws: k)
    case .with where votes == total: DiscreteTable(mode: k, bounds: k...k) { _ in 1 }
    case .with: .binomial(trials: k, probability: Double(votes) / Double(total))
    }
  }

  /// The votes of some samples before that is given.
  private func independent(_ votes: Int) -> IndependentVotes {
    let chance = Double(k) / Double(vote.ballot.sampleCount)
    return switch vote.draw {
    case .without: .binomial(trials: votes, probability: chance)
    case .with: .poisson(mean: Double(votes) * chance)
    }
  }
}
