/// Which parameters of a curve enter linearly, and the curve as a sum over them.
///
/// Found on the tree: a parameter is linear when every path from it to the root passes only sums,
/// products with and quotients by what does not hold it. Two linear parameters that are
/// multiplied with each other cannot both be in the set; the largest set is taken, of equals the
/// one whose parameters come first.
struct FormulaLinearity {
  /// The linear parameters, in order.
  let parameters: [Int]
  /// The factor of each linear parameter.
  let basis: [FormulaNode]
  /// What is left without them, or `nil` for nothing.
  let offset: FormulaNode?

  /// Splits a curve; only `candidates` may become linear.
  init(_ curve: FormulaNode, candidates: [Int]) {
    let single = candidates.filter { LinearSplit(curve, in: [$0]) != nil }
    let conflicts = single.map { first in
      Set(single.filter { $0 != first && LinearSplit(curve, in: [first, $0]) == nil })
    }
    parameters = Self.largestSet(
      single,
      conflicts: Dictionary(
        uniqueKeysWithValues: zip(single, conflicts)))
    let split = LinearSplit(curve, in: Set(parameters))
    basis = parameters.map { split?.factors[$0] ?? .number(0) }
    offset = parameters.isEmpty ? curve : split?.offset
  }

  /// The largest set without a conflict: exhaustive for up to 16 parameters that have conflicts.
  private static func largestSet(_ names: [Int], conflicts: [Int: Set<Int>]) -> [Int] {
    let free = names.filter { conflicts[$0]?.isEmpty ?? true }
    let disputed = names.filter { !(conflicts[$0]?.isEmpty ?? true) }
    guard !disputed.isEmpty else { return free }
    var best: [Int] = []
    if disputed.count <= 16 {
      // Bits from the highest: the first parameter is the most significant, so that of sets of
      // equal size the one with the earliest parameters has the largest number.
      for mask in stride(from: (1 << disputed.count) - 1, to: 0, by: -1)
      where mask.nonzeroBitCount > best.count {
        let chosen = disputed.indices.filter { mask >> (disputed.count - 1 - $0) & 1 == 1 }
          .map { disputed[$0] }
        let set = Set(chosen)
        if chosen.allSatisfy({ conflicts[$0]?.isDisjoint(with: set) ?? true }) { best = chosen }
      }
    } else {
      for name in disputed where conflicts[name]?.isDisjoint(with: best) ?? true {
        best.append(name)
      }
    }
    return (free + best).sorted()
  }
}

/// A tree as offset + Σ parameter·factor, where that is possible.
private struct LinearSplit {
  var factors: [Int: FormulaNode] = [:]
  var offset: FormulaNode?

  init?(_ node: FormulaNode, in set: Set<Int>) {
    guard !node.parameters.isDisjoint(with: set) else {
      offset = node
      return
    }
    switch node {
    case .parameter(let index): factors = [index: .number(1)]
    case .negated(let operand):
      guard let split = LinearSplit(operand, in: set) else { return nil }
      self = split.mapped { .minus($0) }
    case .binary(.add, let left, let right), .binary(.subtract, let left, let right):
      guard let first = LinearSplit(left, in: set), let second = LinearSplit(right, in: set)
      else { return nil }
      if case .binary(.add, _, _) = node {
        self = first.adding(second)
      } else {
        self = first.adding(second.mapped { .minus($0) })
      }
    case .binary(.multiply, let left, let right):
      if right.parameters.isDisjoint(with: set), let split = LinearSplit(left, in: set) {
        self = split.mapped { .joining(.multiply, $0, right) }
      } else if left.parameters.isDisjoint(with: set), let split = LinearSplit(right, in: set) {
        self = split.mapped { .joining(.multiply, left, $0) }
      } else {
        return nil
      }
    case .binary(.divide, let left, let right):
      guard right.parameters.isDisjoint(with: set), let split = LinearSplit(left, in: set) else {
        return nil
      }
      self = split.mapped { .joining(.divide, $0, right) }
    default: return nil
    }
  }

  private func mapped(_ change: (FormulaNode) -> FormulaNode) -> LinearSplit {
    var result = self
    result.factors = factors.mapValues(change)
    result.offset = offset.map(change)
    return result
  }

  private func adding(_ other: LinearSplit) -> LinearSplit {
    var result = self
    result.factors.merge(other.factors) { .joining(.add, $0, $1) }
    switch (offset, other.offset) {
    case (let a?, let b?): result.offset = .joining(.add, a, b)
    default: result.offset = offset ?? other.offset
    }
    return result
  }
}
