public import ScalingAnalysis

/// How a figure stands to the one that is claimed.
public enum Relation: Sendable, Equatable {
  /// The same to within a tolerance.
  case equal(Double, tolerance: Double)
  /// That much or more.
  case atLeast(Double)
  /// That much or less.
  case atMost(Double)

  /// What the pieces of a set of values say: the claim holds in all of it, in none of it, or in
  /// part.
  public func verdict(_ pieces: [Interval]) -> Verdict {
    let region = accepted
    let ends = pieces.map { ($0.lower ?? -.infinity, $0.upper ?? .infinity) }
    if ends.allSatisfy({ $0.1 < region.lowerBound || $0.0 > region.upperBound }) {
      return .contradicted
    }
    return ends.allSatisfy { $0.0 >= region.lowerBound && $0.1 <= region.upperBound }
      ? .supported : .inconclusive
  }

  /// The figures that agree with the claim.
  public var accepted: ClosedRange<Double> {
    switch self {
    case .equal(let value, let tolerance): (value - tolerance)...(value + tolerance)
    case .atLeast(let value): value...Double.infinity
    case .atMost(let value): -Double.infinity...value
    }
  }

  /// The claimed figure itself.
  public var value: Double {
    switch self {
    case .equal(let value, _), .atLeast(let value), .atMost(let value): value
    }
  }

  /// The claim in words, around a figure and a width in words.
  func words(_ text: (Double) -> String, width: (Double) -> String) -> String {
    switch self {
    case .equal(let value, let tolerance): "\(text(value)) to within \(width(tolerance))"
    case .atLeast(let value): "at least \(text(value))"
    case .atMost(let value): "at most \(text(value))"
    }
  }
}
