/// Where two fitted curves meet, with every x at which the data do not tell them apart.
///
/// x is accepted when the interval of the difference at x holds zero (`WelchSum`): a given place
/// where the true curves meet is in the set with the level's chance, as in Fieller's theorem.
struct PairCrossing {
  private let first: Fit
  private let second: Fit
  private let level: Double
  private let grid: [Double]

  private static let places = 240
  private static let halvings = 48

  init(_ first: Fit, _ second: Fit, within range: ClosedRange<Double>) {
    self.first = first
    self.second = second
    level = first.level
    grid = PairRange(range).places(Self.places)
  }

  /// Where the fitted curves meet, in rising order.
  var estimates: [Double] {
    let apart = zip(first.values(at: grid), second.values(at: grid)).map { $0 - $1 }
    var result: [Double] = []
    for index in grid.indices {
      if apart[index] == 0 {
        result.append(grid[index])
      } else if index + 1 < grid.count, apart[index] * apart[index + 1] < 0 {
        result.append(root(grid[index], grid[index + 1], isPositive: apart[index] > 0))
      }
    }
    return result
  }

  /// The accepted x; an end at the edge of the range is open. `nil` without a band.
  func set(_ estimates: [Double]) -> ConfidenceSet? {
    let x = (grid + estimates.filter { !grid.contains($0) }).sorted()
    guard let accepted = accepted(x) else { return nil }
    var pieces: [(lower: Double?, upper: Double?)] = []
    for index in x.indices where accepted[index] {
      let startsHere = index == 0 || !accepted[index - 1]
      if startsHere {
        pieces.append((index == 0 ? nil : edge(inside: x[index], outside: x[index - 1]), nil))
      }
      if index + 1 < x.count, !accepted[index + 1] {
        pieces[pieces.count - 1].upper = edge(inside: x[index], outside: x[index + 1])
      }
    }
    return ConfidenceSet(level: level, method: .fieller, pieces)
  }

  /// Whether the first curve lies above the second at the start of the range.
  var startsAbove: Bool { first.values(at: [grid[0]])[0] > second.values(at: [grid[0]])[0] }

  private func root(_ low: Double, _ high: Double, isPositive: Bool) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<Self.halvings {
      let middle = DerivedGrid.middle(low, high)
      let apart = first.values(at: [middle])[0] - second.values(at: [middle])[0]
      if (apart > 0) == isPositive { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  private func edge(inside: Double, outside: Double) -> Double {
    var (inside, outside) = (inside, outside)
    for _ in 0..<Self.halvings {
      let middle = DerivedGrid.middle(inside, outside)
      guard middle != inside, middle != outside else { break }
      if accepted([middle])?[0] ?? false { inside = middle } else { outside = middle }
    }
    return inside
  }

  private func accepted(_ x: [Double]) -> [Bool]? {
    guard let a = first.confidenceBand(at: x), let b = second.confidenceBand(at: x) else {
      return nil
    }
    return x.indices.map { index in
      WelchSum(
        1, a.sided(index, first), -1, b.sided(index, second), level: level
      ).holdsZero
    }
  }
}

extension Band {
  /// The curve at one place with the errors that the band implies.
  fileprivate func sided(_ index: Int, _ fit: Fit) -> SidedEstimate {
    SidedEstimate(
      fitted[index], lower: lower[index], upper: upper[index], level: level,
      degreesOfFreedom: fit.intervalFreedom)
  }
}
