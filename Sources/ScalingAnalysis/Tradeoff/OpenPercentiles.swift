/// Percentiles of refits in some of which a figure does not exist.
enum OpenPercentiles {
  /// The percentile interval; absent figures count as infinite, so that an end among them is open.
  static func interval(_ values: [Double?], level: Double) -> Interval {
    let sorted = values.map { $0 ?? .infinity }.sorted()
    let tail = (1 - level) / 2
    return Interval(
      level: level, lower: finiteQuantile(sorted, tail),
      upper: finiteQuantile(sorted, 1 - tail), method: .bootstrap)
  }

  private static func finiteQuantile(_ sorted: [Double], _ probability: Double) -> Double? {
    guard let last = sorted.last else { return nil }
    let place = Double(sorted.count - 1) * probability
    let index = Int(place)
    let next = index + 1 < sorted.count ? sorted[index + 1] : last
    guard next.isFinite else { return nil }
    return sorted[index] + (place - Double(index)) * (next - sorted[index])
  }
}
