/// The Fourier sum behind `MajorityVote`: for each number of votes m of the winner, the chance
/// that the others sum to k − m with none above m, ties shared.
struct FourierVote {
  /// Answers with equally many votes.
  struct Rival {
    let votes: DiscreteTable
    let answers: Int
  }

  /// Samples that cannot win, together.
  enum Rest {
    case binomial(trials: Int, probability: Double)
    case poisson(mean: Double)
  }

  let k: Int
  /// In falling order of the most votes that they may have, so that those in question at m are
  /// the first ones.
  let rivals: [Rival]
  let rest: Rest
  let range: ClosedRange<Int>
  /// Nodes from 0 up to half a turn; the other half follows by symmetry.
  let nodeCount: Int
  let sharesTies: Bool

  init(
    k: Int, rivals: [Rival], rest: Rest, range: ClosedRange<Int>, nodeCount: Int, sharesTies: Bool
  ) {
    self.k = k
    self.rivals = rivals.sorted { $0.votes.upper > $1.votes.upper }
    self.rest = rest
    self.range = range
    self.nodeCount = nodeCount
    self.sharesTies = sharesTies
  }

  /// The chances for m in `range`.
  func chances() -> [Double] {
    let rules = tieRules()
    var sums = Array(repeating: SIMD8<Double>(repeating: 0), count: range.count)
    var below = Array(repeating: ComplexLanes.zero, count: rivals.count)
    let step = 2 * Double.pi / Double(2 * nodeCount - 1)
    let votes = (first...range.upperBound).flatMap { m in rivals.map { $0.votes[m] } }
    sums.withUnsafeMutableBufferPointer { sums in
      below.withUnsafeMutableBufferPointer { below in
        votes.withUnsafeBufferPointer { votes in
          for block in stride(from: 0, to: nodeCount, by: 8) {
            addBlock(block, step, rules, votes, sums, below)
          }
        }
      }
    }
    let scale = 1 / Double(2 * nodeCount - 1)
    return sums.map { $0.sum() * scale }
  }

  /// The first number of votes that any rival may have.
  private var first: Int {
    min(range.lowerBound, rivals.map(\.votes.lower).min() ?? range.lowerBound)
  }

  /// How ties of m votes are integrated.
  private func tieRules() -> [GaussLegendre] {
    guard sharesTies else { return [GaussLegendre(nodes: [0], weights: [1])] }
    var rules: [Int: GaussLegendre] = [:]
    return range.map { m in
      let able = rivals.reduce(0) { $1.votes.upper >= m ? $0 + $1.answers : $0 }
      let ties = min(able, k / m - 1)
      let count = min(ties / 2 + 1, 2 + Int(3 * Double(max(ties, 0)).squareRoot()))
      if let rule = rules[count] { return rule }
      let rule = GaussLegendre(count: count)
      rules[count] = rule
      return rule
    }
  }

  /// Adds eight nodes to the sum of every m.
  private func addBlock(
    _ block: Int, _ step: Double, _ rules: [GaussLegendre],
    _ votes: UnsafeBufferPointer<Double>, _ sums: UnsafeMutableBufferPointer<SIMD8<Double>>,
    _ below: UnsafeMutableBufferPointer<ComplexLanes>
  ) {
    let turn = ComplexLanes.unit { step * Double(block + $0) }
    var weights = SIMD8<Double>(repeating: 2)
    for lane in 0..<8 where block + lane >= nodeCount { weights[lane] = 0 }
    if block == 0 { weights[0] = 1 }
    let first = first
    let answers = rivals.map(\.answers)
    let period = 2 * nodeCount - 1
    var power = ComplexLanes.unit { step * Double(first * (block + $0) % period) }
    let shift = ComplexLanes.unit { -step * Double(k * (block + $0) % period) }
    var common = shift * restValue(turn, block, step)
    for index in below.indices { below[index] = .zero }
    var open = below.count
    for m in first...range.upperBound {
      // The whole generating function of a rival that cannot have m votes is a factor of all.
      while open > 0, rivals[open - 1].votes.upper < m {
        open -= 1
        common = common * below[open].raised(to: answers[open])
      }
      let row = UnsafeBufferPointer(
        rebasing: votes[((m - first) * below.count)..<((m - first + 1) * below.count)])
      if m >= range.lowerBound {
        let place = m - range.lowerBound
        let others = product(
          power, rules[min(place, rules.count - 1)], row, answers, below, open)
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
    _ answers: [Int], _ below: UnsafeMutableBufferPointer<ComplexLanes>, _ open: Int
  ) -> ComplexLanes {
    var total = ComplexLanes.zero
    for node in rule.nodes.indices {
      let mark = rule.nodes[node]
      var product = ComplexLanes.one
      for index in 0..<open {
        var factor = below[index]
        factor.add(power, times: mark * votes[index])
        product = product * factor.raised(to: answers[index])
      }
      total.add(product, times: rule.weights[node])
    }
    return total
  }

  /// The whole generating function of the rest.
  private func restValue(_ turn: ComplexLanes, _ block: Int, _ step: Double) -> ComplexLanes {
    switch rest {
    case .binomial(let trials, let probability):
      var base = ComplexLanes.zero
      base.add(.one, times: 1 - probability)
      base.add(turn, times: probability)
      return base.raised(to: trials)
    case .poisson(let mean):
      var result = ComplexLanes.unit { mean * sine(step * Double(block + $0)) }
      for lane in 0..<8 {
        let size = exponential(mean * (turn.real[lane] - 1))
        result.real[lane] *= size
        result.imaginary[lane] *= size
      }
      return result
    }
  }
}

extension GaussLegendre {
  fileprivate init(nodes: [Double], weights: [Double]) {
    self.nodes = nodes
    self.weights = weights
  }
}
