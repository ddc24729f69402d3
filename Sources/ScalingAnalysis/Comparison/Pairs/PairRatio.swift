/// The ratio of two independent estimates, with all ratios that the data do not reject.
///
/// ρ is accepted when the interval of first − ρ·second holds zero: Fieller's (1954) theorem, with
/// the errors and degrees of freedom of `WelchSum`. Where the second estimate is not
/// distinguishable from zero the set is not bounded: the whole line, or all but an interval.
struct PairRatio {
  private let first: SidedEstimate
  private let second: SidedEstimate
  private let level: Double

  /// Steps over half a turn: a ratio is the slope of a line, and the lines are tried in turn.
  private static let steps = 720
  private static let halvings = 60

  init(_ first: SidedEstimate, _ second: SidedEstimate, level: Double) {
    self.first = first
    self.second = second
    self.level = level
  }

  var estimate: Double? {
    let ratio = first.value / second.value
    return ratio.isFinite ? ratio : nil
  }

  /// The accepted ratios around the estimate.
  var set: ConfidenceSet {
    let start = second.value == 0 ? Double.pi / 2 : arcTangent(turned(first.value / second.value))
    guard let up = edge(from: start, sign: 1), let down = edge(from: start, sign: -1),
      up - down < Double.pi
    else { return ConfidenceSet(level: level, method: .fieller, [(nil, nil)]) }
    let quarter = Double.pi / 2
    if up < quarter, down > -quarter {
      return ConfidenceSet(level: level, method: .fieller, [(ratio(down), ratio(up))])
    }
    let pieces: [(lower: Double?, upper: Double?)] =
      up >= quarter
      ? [(nil, ratio(up - Double.pi)), (ratio(down), nil)]
      : [(nil, ratio(up)), (ratio(down + Double.pi), nil)]
    return ConfidenceSet(level: level, method: .fieller, pieces)
  }

  /// The size of an estimate with its error: the units in which the angle is measured.
  private static func scale(_ estimate: SidedEstimate) -> Double {
    let errors = [estimate.below, estimate.above].filter(\.isFinite)
    let scale = errors.reduce(abs(estimate.value), max)
    return scale > 0 ? scale : 1
  }

  private func turned(_ ratio: Double) -> Double {
    ratio * Self.scale(second) / Self.scale(first)
  }

  private func ratio(_ angle: Double) -> Double {
    tangent(angle) * Self.scale(first) / Self.scale(second)
  }

  private func isAccepted(_ angle: Double) -> Bool {
    WelchSum(
      cosine(angle) / Self.scale(first), first, -sine(angle) / Self.scale(second), second,
      level: level
    ).holdsZero
  }

  /// The angle at which lines stop being accepted; `nil` when none is rejected.
  private func edge(from start: Double, sign: Double) -> Double? {
    var inside = start
    for step in 1...Self.steps {
      var outside = start + sign * Double.pi * Double(step) / Double(Self.steps)
      if isAccepted(outside) {
        inside = outside
        continue
      }
      for _ in 0..<Self.halvings {
        let middle = (inside + outside) / 2
        if isAccepted(middle) { inside = middle } else { outside = middle }
      }
      return inside
    }
    return nil
  }
}
