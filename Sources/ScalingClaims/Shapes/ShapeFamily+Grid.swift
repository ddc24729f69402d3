internal import ScalingAnalysis

extension ShapeFamily {
  /// The curves g that are searched, at logarithms of x relative to the smallest x.
  func grid(_ log2x: [Double]) -> ShapeGrid {
    let range = log2x.max() ?? 0
    switch self {
    case .linear, .proportional: return ShapeGrid(log2x.map { power($0, 1) })
    case .logarithmic: return ShapeGrid(log2x)
    case .powerLaw:
      // Steps are even in the ratio of the ends where it is small, and in its logarithm beyond.
      let most = inverseHyperbolicSine(4 * range)
      return ShapeGrid(Self.steps(-most...most, 256)) { step in
        log2x.map { power($0, hyperbolicSine(step) / range) }
      }
    case .saturatingPower:
      // From a curve that is logarithmic to the eye to one that is flat after a doubling.
      return ShapeGrid(Self.steps(logarithm(0.01 / range)...logarithm(40 / range), 192)) { step in
        log2x.map { power($0, -exponential(step)) }
      }
    case .saturatingExponential:
      return ShapeGrid(Self.steps(-3...(range + 4), 192)) { place in
        log2x.map { exponential(-power($0 - place, 1)) }
      }
    case .hinge:
      let second = Set(log2x).sorted().dropFirst().first ?? 0
      return ShapeGrid(Self.steps(second...range, 192), stride: 4) { bend in
        log2x.map { min($0, bend) }
      }
    case .root: return ShapeGrid(Self.steps(0.02...0.98, 160)) { e in log2x.map { power($0, e) } }
    case .accelerating:
      // Powers from steep to nearly straight, then exponentials from nearly straight to steep.
      let last = power(range, 1) - 1
      return ShapeGrid(Self.steps(-6...12, 288)) { step in
        step < 0
          ? log2x.map { power($0, max(-step, 1.05)) }
          : log2x.map { exponential(max(step, 0.1) * (power($0, 1) - 1) / last) }
      }
    case .logistic: return logistic(range) { place in log2x.map(place.value) }
    case .sigmoid, .slowing:
      return logistic(range) { place in
        let accelerates = place.acceleratingShare(of: range) >= ShapeFitter.margin
        return accelerates == (self == .sigmoid) ? log2x.map(place.value) : log2x.map { _ in 0 }
      }
    }
  }

  private func logistic(_ range: Double, _ curve: (LogisticPlace) -> [Double]) -> ShapeGrid {
    ShapeGrid(
      Self.steps(logarithm(0.5 / range)...logarithm(60 / range), 32),
      Self.steps((-0.4 * range)...(1.6 * range), 48), stride: 4
    ) { curve(LogisticPlace(exponent: exponential($0), midpoint: $1)) }
  }

  private static func steps(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    (0...count).map {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(count)
    }
  }
}

/// 2^(place·exponent): x^exponent.
private func power(_ log2x: Double, _ exponent: Double) -> Double {
  exponential(log2x * exponent * naturalLogarithmOf2)
}

/// Exponent and midpoint of a logistic curve in log x.
private struct LogisticPlace {
  var exponent: Double
  var midpoint: Double

  func value(_ log2x: Double) -> Double { 1 / (1 + power(midpoint - log2x, exponent)) }

  /// The share of the rise over the range that lies before the curve in x turns from accelerating
  /// to slowing down.
  func acceleratingShare(of range: Double) -> Double {
    guard exponent > 1 else { return 0 }
    let turn =
      midpoint + logarithm((exponent - 1) / (exponent + 1)) / exponent / naturalLogarithmOf2
    let (start, end) = (value(0), value(range))
    return (value(min(max(turn, 0), range)) - start) / max(end - start, .leastNormalMagnitude)
  }
}
