internal import ScalingAnalysis

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The x at which a curve is drawn: evenly spaced on the axis that shows it.
enum CurveSampling {
  static let points = 81

  /// Evenly spaced x from `range`, on a logarithmic or linear axis, with `extra` ones added.
  static func positions(
    _ range: ClosedRange<Double>, isLogarithmic: Bool, extra: [Double] = []
  ) -> [Double] {
    let steps = Double(points - 1)
    let even = (0..<points).map { index -> Double in
      let share = Double(index) / steps
      guard isLogarithmic else {
        return range.lowerBound + share * (range.upperBound - range.lowerBound)
      }
      let low = log(range.lowerBound)
      let high = log(range.upperBound)
      return exp(low + share * (high - low))
    }
    let inside = extra.filter { range.contains($0) }
    return (even.dropFirst().dropLast() + [range.lowerBound, range.upperBound] + inside).sorted()
  }

  /// The range of the observations, made to reach other x; it stays as it is where that would lead
  /// to zero or below and a logarithm is taken.
  static func reach(
    _ observed: ClosedRange<Double>, to others: [Double], isPositive: Bool
  ) -> ClosedRange<Double> {
    let low = min(observed.lowerBound, others.min() ?? .infinity)
    let high = max(observed.upperBound, others.max() ?? -.infinity)
    return isPositive && low <= 0 ? observed : low...high
  }
}
