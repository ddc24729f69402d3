internal import ScalingCharts
public import ScalingData

/// A part of the x axis that is drawn once more, enlarged.
public struct InsetWindow {
  private let places: [Double]

  /// Windows on the points of a table.
  public init(_ table: SeriesTable) {
    places = table.series.flatMap { $0.observations.map(\.x) }
  }

  /// The interval of an axis that shows a range: an end that is open, or that a logarithmic axis
  /// has no place for, is that of the points. Nil where the range holds fewer than two places.
  public func interval(
    _ range: ClosedRange<Double>, isLogarithmic: Bool
  ) -> ClosedRange<Double>? {
    let inside = places.filter { range.contains($0) && ($0 > 0 || !isLogarithmic) }
    guard let low = inside.min(), let high = inside.max(), low < high else { return nil }
    let hasLow = range.lowerBound.isFinite && (range.lowerBound > 0 || !isLogarithmic)
    return (hasLow ? range.lowerBound : low)...(range.upperBound.isFinite ? range.upperBound : high)
  }

  /// The marks without the points that lie outside.
  static func points(of marks: [Mark], in interval: ClosedRange<Double>) -> [Mark] {
    marks.map { mark in
      guard case .points(var points) = mark else { return mark }
      points.points.removeAll { !interval.contains($0.x) }
      return .points(points)
    }
  }
}
