/// A plot area with its scales: what marks need to know to be drawn.
struct PlotFrame: Sendable {
  let index: Int
  let plot: Rect
  let x: Scale
  let y: Scale
  /// Marks with at least this many points are drawn as hexagons that count them.
  var binsFrom = Int.max
  /// How many points that stand out the plot area shows, which decides their size.
  var pointCount = 0

  /// The number of points, more in a plot area that is smaller than one of a phone.
  var crowding: Int {
    Int(Double(pointCount) * max(1, 50_000 / max(1, plot.width * plot.height)))
  }

  /// Where a pair of values is drawn; not finite when an axis has no place for it.
  func point(_ xValue: Double, _ yValue: Double) -> Point {
    Point(x: x(xValue), y: y(yValue))
  }

  /// Where the lower end of an interval is drawn; an end at or below zero reaches the bottom of a
  /// logarithmic axis.
  func lowerEnd(_ xValue: Double, _ low: Double) -> Point {
    point(xValue, y.kind.isLogarithmic && low <= 0 ? y.domain.lowerBound : low)
  }

  /// The same along x, with the left end of the axis.
  func leftEnd(_ low: Double, _ yValue: Double) -> Point {
    point(x.kind.isLogarithmic && low <= 0 ? x.domain.lowerBound : low, yValue)
  }

  /// The number of the plot area when the points leave it, to be clipped there.
  func clip(for points: some Sequence<Point>) -> Int? {
    let room = plot.insetBy(-0.05)
    return points.contains { !room.contains($0) } ? index : nil
  }

  /// Whether a point is inside the plot area, edges included.
  func shows(_ point: Point) -> Bool {
    point.isFinite && plot.insetBy(-0.05).contains(point)
  }
}
