/// The Fourier sum behind `MajorityVote`: for each number of votes m of the winner, the chance
/// that the others sum to k − m with none above m, ties shared.
struct FourierVote {
  /// Answers with equally many votes.
  struct Rival {
    let votes: IndependentVotes
    let table: DiscreteTable
    let answers: Int
  }

  let k: Int
  /// In falling order of the most votes that they may have, so that those in question at m are
  /// the first ones.
  let rivals: [Rival]
  /// Samples that cannot win, together.
  let rest: IndependentVotes
  let range: ClosedRange<Int>
  let sharesTies: Bool
  /// exp(iθ) at the nodes from θ = 0 up to half a turn; the other half follows by symmetry.
  private let roots: [(real: Double, imaginary: Double)]
  /// The first number of votes that any rival may have.
  private let first: Int

  /// Products below this add nothing: the largest is 1.
  private static let negligible = 1e-16

  init(
    k: Int, rivals: [Rival], rest: IndependentVotes, range: ClosedRange<Int>, nodeCount: Int,
    sharesTies: Bool
  ) {
    self.k = k
    self.rivals = rivals.sorted { $0.table.upper > $1.table.upper }
    self.rest = rest
    self.range = range
    self.sharesTies = sharesTies
    first = rivals.reduce(range.lowerBound) { min($0, $1.table.lower) }
    let step = 2 * Double.pi / Double(2 * nodeCount - 1)
    roots = (0..<nodeCount).map { (cosine(step * Double($0)), sine(step * Double($0))) }
  }

  /// The chances for m in `range`.
  func chances() -> [Double] {
    let rules = tieRules()
    let votes = votes()
    let tails = tails()
    var sums = Array(repeating: SIMD8<Double>(repeating: 0), count: range.count)
    var below = Array(repeating: ComplexLanes.zero, count: rivals.count)
    sums.withUnsafeMutableBufferPointer { sums in
      below.withUnsafeMutableBufferPointer { below in
        votes.withUnsafeBufferPointer { votes in
          var end = range.upperBound
          for block in stride(from: 0, to: roots.count, by: 8) {
            end = lastToCount(block, end, tails)
            guard end >= range.lowerBound else { break }
            addBlock(block, range.lowerBound...end, rules, votes, sums, below)
          }
        }
      }
    }
    let period = Double(2 * roots.count - 1)
    return sums.map { $0.sum() / period }
  }

  /// The probabilities of m votes, a row per m from `first` on and a column per rival.
  private func votes() -> [Double] {
    var rows = Array(repeating: 0.0, count: (range.upperBound - first + 1) * rivals.count)
    for (column, rival) in rivals.enumerated() {
      for (index, value) in rival.table.probabilities.enumerated() {
        let m = rival.table.lower + index
        guard m <= range.upperBound else { break }
        rows[(m - first) * rivals.count + column] = value
      }
    }
    return rows
  }

  /// The probabilities of m votes or more, a row per m of `range` and a column per rival.
  private func tails() -> [Double] {
    var rows = Array(repeating: 0.0, count: range.count * rivals.count)
    for (column, rival) in rivals.enumerated() {
      var tail = 0.0
      for m in stride(from: rival.table.upper, through: range.lowerBound, by: -1) {
        tail += rival.table[m]
        if m <= range.upperBound { rows[(m - range.lowerBound) * rivals.count + column] = tail }
      }
    }
    return rows
  }

  /// How ties of m votes are integrated.
  private func tieRules() -> [GaussLegendre] {
    guard sharesTies else { return [GaussLegendre(nodes: [0], weights: [1])] }
    var able = rivals.reduce(0) { $0 + $1.answers }
    var open = rivals.count
    return range.map { m in
      while open > 0, rivals[open - 1].table.upper < m {
        open -= 1
        able -= rivals[open].answers
      }
      let ties = min(able, k / m - 1)
      return .of(min(ties / 2 + 1, 2 + Int(3 * Double(max(ties, 0)).squareRoot())))
    }
  }

  /// The last m up to `end` to which the nodes from `block` on add anything.
  ///
  /// A generating function without its terms from m on differs from the whole one by P(Y ≥ m) at
  /// most. This bound of the product falls with m and from node to node.
  private func lastToCount(_ block: Int, _ end: Int, _ tails: [Double]) -> Int {
    let real = roots[block].real
    let whole = rest.size(real)
    let sizes = rivals.map { $0.votes.size(real) }
    var end = end
    while end >= range.lowerBound {
      var bound = whole
      let row = (end - range.lowerBound) * rivals.count
      for (column, rival) in rivals.enumerated() {
        let size = min(1, sizes[column] + tails[row + column])
        for _ in 0..<rival.answers { bound *= size }
      }
      guard bound < Self.negligible else { break }
      end -= 1
    }
    return end
  }

  /// exp(iθ·power) at eight nodes.
  private func turn(_ block: Int, power: Int = 1) -> ComplexLanes {
    let period = 2 * roots.count - 1
    var result = ComplexLanes.one
    for lane in 0..<8 {
      let place = power * (block + lane) % period
      let root = roots[min(place, period - place)]
      result.real[lane] = root.real
      result.imaginary[lane] = place < roots.count ? root.imaginary : -root.imaginary
    }
    return result
  }

  /// Adds eight nodes to the sum of every m of a part of `range`.
  private func addBlock(
    _ block: Int, _ part: ClosedRange<Int>, _ rules: [GaussLegendre],
    _ votes: UnsafeBufferPointer<Double>, _ sums: UnsafeMutableBufferPointer<SIMD8<Double>>,
    _ below: UnsafeMutableBufferPointer<ComplexLanes>
  ) {
    let turn = turn(block)
    var weights = SIMD8<Double>(repeating: 2)
    for lane in 0..<8 where block + lane >= roots.count { weights[lane] = 0 }
    if block == 0 { weights[0] = 1 }
    var power = self.turn(block, power: first)
    var common = self.turn(block, power: k).conjugate * rest.generatingFunction(turn)
    for index in below.indices { below[index] = .zero }
    var open = below.count
    for m in first...part.upperBound {
      // The whole generating function of a rival that cannot have m votes is a factor of all.
      while open > 0, rivals[open - 1].table.upper < m {
        open -= 1
        common = common * below[open].raised(to: rivals[open].answers)
      }
      let row = UnsafeBufferPointer(
        rebasing: votes[((m - first) * below.count)..<((m - first + 1) * below.count)])
      if m >= part.lowerBound {
        let place = m - part.lowerBound
        let others = product(power, rules[min(place, rules.count - 1)], row, below, open)
        let term = power * common
        sums[place] +=
          weights * (term.real * others.real - term.imaginary * others.imaginary)
      }
      for index in 0..<open { below[index].add(power, times: row[index]) }
      power = power * turn
    }
  }

  /// The generating function of the first `open` rivals with at most m votes each, ties
  /// integrated.
  @inline(__always)
  private func product(
    _ power: ComplexLanes, _ rule: GaussLegendre, _ votes: UnsafeBufferPointer<Double>,
    _ below: UnsafeMutableBufferPointer<ComplexLanes>, _ open: Int
  ) -> ComplexLanes {
    var total = ComplexLanes.zero
    for node in rule.nodes.indices {
      let mark = rule.nodes[node]
      var product = ComplexLanes.one
      for index in 0..<open {
        var factor = below[index]
        factor.add(power, times: mark * votes[index])
        product = product * factor.raised(to: rivals[index].answers)
      }
      total.add(product, times: rule.weights[node])
    }
    return total
  }
}

extension GaussLegendre {
  fileprivate init(nodes: [Double], weights: [Double]) {
    self.nodes = nodes
    self.weights = weights
  }
}
