internal import LeastSquares

/// The probability that a right answer is the most probable one, given the votes.
///
/// Answer probabilities have a Dirichlet prior whose pseudo-counts are those of the difficulty of
/// questions: the right ones divided among the right answers that were seen, the wrong ones
/// among the wrong answers. Dirichlet variables are independent gamma variables over their sum,
/// so the answer with the largest one is the mode: one integral over the right answer's variable.
struct ModePosterior: Sendable {
  let prior: DifficultyPrior

  /// Where the normal distance of the top two leaves less than about 1e-9 to doubt.
  private static let certain = 6.5
  private static let rule = GaussLegendre(count: 48)

  /// Gamma variables of equal shape.
  private struct Shape {
    let value: Double
    var right: Int
    var wrong: Int
  }

  /// The probability that the true mode of a ballot is right.
  func probability(_ ballot: Ballot) -> Double {
    let shapes = shapes(ballot)
    guard let right = shapes.filter({ $0.right > 0 }).map(\.value).max(),
      let wrong = shapes.filter({ $0.wrong > 0 }).map(\.value).max()
    else { return 0 }
    let distance = (right - wrong) / (right + wrong).squareRoot()
    if distance > Self.certain { return 1 }
    if distance < -Self.certain { return 0 }
    let sum = shapes.indices.reduce(0.0) { sum, index in
      shapes[index].right == 0
        ? sum : sum + Double(shapes[index].right) * winProbability(index, shapes)
    }
    return min(max(sum, 0), 1)
  }

  private func shapes(_ ballot: Ballot) -> [Shape] {
    let right = ballot.standings.reduce(0) { $0 + $1.right }
    let wrong = ballot.standings.reduce(0) { $0 + $1.wrong }
    let rightPart = prior.right / Double(max(right, 1))
    let wrongPart = prior.wrong / Double(max(wrong, 1))
    var result: [Shape] = []
    for standing in ballot.standings {
      let votes = Double(standing.votes)
      if standing.right > 0 {
        result.append(Shape(value: votes + rightPart, right: standing.right, wrong: 0))
      }
      if standing.wrong > 0 {
        result.append(Shape(value: votes + wrongPart, right: 0, wrong: standing.wrong))
      }
    }
    if right == 0 { result.append(Shape(value: rightPart, right: 1, wrong: 0)) }
    if wrong == 0 { result.append(Shape(value: wrongPart, right: 0, wrong: 1)) }
    return result
  }

  /// The probability that one variable of a shape is the largest.
  ///
  /// Answers that are too far behind to overtake it are left out.
  private func winProbability(_ winner: Int, _ shapes: [Shape]) -> Double {
    let own = shapes[winner].value
    let rivals = shapes.indices.filter { index in
      let other = shapes[index].value
      return (own - other) / (own + other).squareRoot() <= Self.certain
    }
    return zip(Self.rule.nodes, Self.rule.weights).reduce(0.0) { sum, node in
      let x = Distribution.gammaQuantile(node.0, shape: own)
      var product = 1.0
      for index in rivals {
        let shape = shapes[index]
        let others = shape.right + shape.wrong - (index == winner ? 1 : 0)
        guard others > 0 else { continue }
        let below = Distribution.gammaLowerTail(x, shape: shape.value)
        product *= others == 1 ? below : raise(below, to: Double(others))
        if product == 0 { break }
      }
      return sum + node.1 * product
    }
  }
}
