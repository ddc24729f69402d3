internal import ScalingAnalysis

extension ArithmeticExpression {
  /// All results that the rounding of the figures allows.
  ///
  /// Where each figure occurs once, interval arithmetic is exact (Moore 1966). It
  /// counts one that occurs again as several that vary on their own, so that a / (a + b) comes out
  /// too wide. Such figures are set to the ends of their ranges and to places between, the others
  /// are carried as intervals, and the results are put together. That is exact where the extremes
  /// lie at the ends or in the middle, and short of them by the width of a grid otherwise. An
  /// expression that interval arithmetic cannot show to be finite is refused as by `value(_:)`.
  func range(_ figures: [String: Bounds]) throws(ClaimError) -> Bounds {
    let plain = try value(figures)
    let repeated = repeatedNames.filter { name in
      figures[name].map { $0.lower < $0.upper } ?? false
    }
    guard !repeated.isEmpty, repeated.count <= Self.mostRepeated,
      plain.lower.isFinite, plain.upper.isFinite
    else { return plain }
    var places = [figures]
    for name in repeated {
      places = places.flatMap { place in
        Self.grid(figures[name], among: repeated.count).map { value in
          place.merging([name: value]) { $1 }
        }
      }
    }
    var (lower, upper) = (Double.infinity, -Double.infinity)
    for place in places {
      let result = try value(place)
      lower = min(lower, result.lower)
      upper = max(upper, result.upper)
    }
    return Bounds(lower, upper, unit: plain.unit)
  }

  /// More repeated figures than these have too many corners.
  private static let mostRepeated = 10

  /// Values of one repeated figure; an odd number of them, so that the middle is one.
  private static func grid(_ bounds: Bounds?, among count: Int) -> [Bounds] {
    guard let bounds else { return [] }
    let steps = count == 1 ? 64 : count == 2 ? 32 : count <= 4 ? 6 : count <= 6 ? 2 : 1
    return (0...steps).map { step in
      let share = Double(step) / Double(steps)
      return Bounds(bounds.lower * (1 - share) + bounds.upper * share, unit: bounds.unit)
    }
  }

  /// The figures that occur more than once.
  private var repeatedNames: [String] {
    var counts: [String: Int] = [:]
    Self.count(root, &counts)
    return names.filter { (counts[$0] ?? 0) > 1 }
  }

  private static func count(_ node: Node, _ counts: inout [String: Int]) {
    switch node {
    case .number: break
    case .name(let name): counts[name, default: 0] += 1
    case .function(_, let operand): count(operand, &counts)
    case .binary(_, let left, let right):
      count(left, &counts)
      count(right, &counts)
    }
  }
}
