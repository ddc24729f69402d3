internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingData

/// The measured points of a series with the intervals of their values.
struct ObservedPoints {
  private let observations: [Observation]
  private let isAccuracy: Bool
  private let level: Double

  init(_ observations: [Observation], isAccuracy: Bool, level: Double) {
    self.observations = observations
    self.isAccuracy = isAccuracy
    self.level = level
  }

  /// The points as a mark; a logarithmic axis has no place for those at or below zero.
  func mark(
    _ style: SeriesStyle, isLogarithmic: Bool, label: SeriesLabel? = nil
  ) -> PointsMark {
    let points = observations.compactMap { observation -> PointDatum? in
      guard !isLogarithmic || observation.x > 0 else { return nil }
      let interval = observation.interval(isAccuracy: isAccuracy, level: level)
      return PointDatum(
        x: observation.x, y: observation.y, low: interval?.lower, high: interval?.upper)
    }
    return PointsMark(points, style: style, label: label)
  }
}
