/// A curve that approaches its level smoothly, where both a bend and a curve that goes on describe
/// the points far worse, so that no answer should come from them.
///
/// There is no bend then. The plateau begins where the curve's own gain per doubling stays below
/// the margin, with the interval that the intervals of this gain leave.
public struct SmoothApproach: Sendable {
  /// The curve.
  public let fit: Fit
  /// By how many AICc units it is ahead of the better of the two others.
  public let lead: Double
  /// The level that it tends to.
  public let level: Coefficient?
  /// From where on its gain per doubling stays below the margin; an end beyond the last point is
  /// absent.
  public let onset: Coefficient

  /// A lead of ten leaves "essentially no support" (Burnham and Anderson 2002, section 2.6).
  static let decisiveLead = 10.0

  private static let placesPerDoubling = 4.0
  private static let mostPlaces = 120

  /// The best of some smooth curves; `nil` unless it leads by ten.
  init?(_ candidates: [Fit], against others: [Fit], direction: Double, margin: Double) {
    let criterion = { (fit: Fit) in fit.statistics.aicc ?? .infinity }
    let rising = candidates.filter { direction > 0 || $0.name != .logistic }
    guard let best = rising.min(by: { criterion($0) < criterion($1) }),
      let rival = others.map(criterion).min(), rival.isFinite,
      rival - criterion(best) >= Self.decisiveLead
    else { return nil }
    fit = best
    lead = rival - criterion(best)
    level = best.coefficient("ceiling") ?? best.coefficient("asymptote")
    onset = Self.onset(of: best, direction: direction, margin: margin)
  }

  private static func onset(of fit: Fit, direction: Double, margin: Double) -> Coefficient {
    let places = places(fit.data)
    let gains = places.map { place in
      try? fit.derived(.gainPerDoubling(at: place))
    }
    let start = { (gain: (DerivedEstimate) -> Double?) -> Double? in
      var last: (place: Double, gain: Double)?
      for (place, estimate) in zip(places, gains).reversed() {
        guard let value = estimate.flatMap(gain) else { break }
        if value >= margin {
          // Straight between two places: they are a quarter of a doubling apart.
          return last.map { next in
            let share = (value - margin) / (value - next.gain)
            return place * exponentialBase2(share * logarithmBase2(next.place / place))
          }
        }
        last = (place, value)
      }
      return last?.place
    }
    let estimate = start { $0.estimate.map { direction * $0 } }
    let largest = start { gain in
      (direction > 0 ? gain.interval?.upper : gain.interval?.lower).map { direction * $0 }
    }
    let smallest = start { gain in
      (direction > 0 ? gain.interval?.lower : gain.interval?.upper).map { direction * $0 }
    }
    let level = gains.lazy.compactMap { $0?.interval?.level }.first ?? 0.95
    return Coefficient(
      name: "onset", role: .derived, estimate: estimate, standardError: nil,
      interval: Interval(level: level, lower: smallest, upper: largest, method: .profile))
  }

  private static func places(_ data: CurveData) -> [Double] {
    guard let first = data.log2x.min(), let last = data.log2x.max(), last > first else { return [] }
    let count = min(mostPlaces, max(2, Int((last - first) * placesPerDoubling) + 1))
    return (0..<count).map {
      exponentialBase2(first + (last - first) * Double($0) / Double(count - 1))
    }
  }
}
