/// Chooses the interval that an axis shows.
enum DomainChoice {
  /// The domain of an x axis: the data with a little air.
  static func horizontal(_ axis: Axis, _ extent: DataExtent) -> ClosedRange<Double> {
    if let domain = axis.domain { return domain }
    if axis.scale.isLogarithmic { return padded(extent, kind: axis.scale, by: 0.025) }
    guard extent.upper > extent.lower else { return widened(extent.lower) }
    let air = (extent.upper - extent.lower) * 0.025
    let startsAtZero =
      axis.includesZero
      || (axis.format != .year && extent.lower >= 0 && extent.lower < 0.2 * extent.upper)
    return (startsAtZero ? min(0, extent.lower) : extent.lower - air)...(extent.upper + air)
  }

  /// The domain of a y axis. Percentages show 0 to 100 when the data cover much of it;
  /// otherwise the data decide, rounded outwards to ticks.
  static func vertical(
    _ axis: Axis, _ extent: DataExtent, observed: DataExtent
  ) -> ClosedRange<Double> {
    if let domain = axis.domain { return domain }
    if axis.scale.isLogarithmic { return padded(extent, kind: axis.scale, by: 0.05) }
    var lower = extent.lower
    var upper = extent.upper
    let isProportion =
      axis.format == .percent && (observed.isEmpty || observed.lower >= 0 && observed.upper <= 1)
    if isProportion {
      lower = min(max(lower, 0), 1)
      upper = max(min(upper, 1), 0)
      if upper - lower > 0.45 { return 0...1 }
    }
    guard upper > lower else {
      let wide = widened(lower)
      return isProportion ? max(0, wide.lowerBound)...min(1, wide.upperBound) : wide
    }
    let startsAtZero = axis.includesZero || (lower >= 0 && lower < 0.35 * upper)
    if startsAtZero { lower = min(0, lower) }
    let air = (upper - lower) * 0.04
    let isExact = isProportion && lower <= 0
    var nice = lower...upper
    for count in [5, 9] {
      let step = Ticks.linearStep(lower...upper, count: count, format: axis.format).value
      let niceLower = startsAtZero || isExact ? lower : ((lower - air) / step).rounded(.down) * step
      let niceUpper = ((upper + air) / step).rounded(.up) * step
      nice = isProportion ? max(0, niceLower)...min(1, niceUpper) : niceLower...niceUpper
      if upper - lower > leastFilled * (nice.upperBound - nice.lowerBound) { break }
    }
    return nice
  }

  /// An axis of which the data fill less is rounded to finer ticks.
  private static let leastFilled = 0.6

  private static func padded(
    _ extent: DataExtent, kind: ScaleKind, by share: Double
  ) -> ClosedRange<Double> {
    let lower = kind.transform(extent.lower)
    let upper = kind.transform(extent.upper)
    let air = upper > lower ? (upper - lower) * share : 0.5
    return kind.inverseTransform(lower - air)...kind.inverseTransform(upper + air)
  }

  private static func widened(_ value: Double) -> ClosedRange<Double> {
    let air = value.magnitude < 1e-150 ? 1 : value.magnitude * 0.2
    return (value - air)...(value + air)
  }
}
