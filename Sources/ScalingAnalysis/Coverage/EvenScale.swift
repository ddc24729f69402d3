internal import LeastSquares

/// The scale on which refits of a quantity scatter about evenly, so that Student's t holds there.
enum EvenScale {
  /// That of the quantity itself.
  case plain
  /// Of coefficients that keep their sign.
  case logarithm
  /// Of shares.
  case logit

  /// The value plus and minus `reach` standard deviations of the refits on the scale, where all of
  /// them are on it, and on the scale of the quantity otherwise.
  func interval(
    around value: Double, _ refits: [Double], reach: Double, level: Double
  ) -> Interval {
    let isOnScale = holds(value) && refits.allSatisfy { holds($0) && ($0 < 0) == (value < 0) }
    let place = isOnScale ? forward(value) : value
    let half = reach * Self.deviation(isOnScale ? refits.map(forward) : refits)
    let ends = [place - half, place + half].map { end in
      isOnScale ? back(end, sign: value < 0 ? -1 : 1) : clipped(end)
    }.sorted()
    return Interval(level: level, lower: ends[0], upper: ends[1], method: .student)
  }

  /// The standard deviation of refits.
  static func deviation(_ refits: [Double]) -> Double {
    let count = Double(refits.count)
    let mean = refits.reduce(0, +) / count
    return (refits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot()
  }

  private func holds(_ value: Double) -> Bool {
    switch self {
    case .plain: false
    case .logarithm: value != 0
    case .logit: value > 0 && value < 1
    }
  }

  private func forward(_ value: Double) -> Double {
    switch self {
    case .plain: value
    case .logarithm: ScalingAnalysis.logarithm(abs(value))
    case .logit: ScalingAnalysis.logarithm(value / (1 - value))
    }
  }

  private func back(_ place: Double, sign: Double) -> Double {
    switch self {
    case .plain: place
    case .logarithm: sign * exponential(place)
    case .logit: 1 / (1 + exponential(-place))
    }
  }

  private func clipped(_ value: Double) -> Double {
    switch self {
    case .plain, .logarithm: value
    case .logit: min(max(value, 0), 1)
    }
  }
}
