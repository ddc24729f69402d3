import SVG

/// Turns arrays of data into drawable lines.
enum Polyline {
  /// Pieces between values that cannot be drawn, each simplified to what the eye can see.
  static func pieces(x: [Double], y: [Double], in frame: PlotFrame) -> [[Point]] {
    var pieces: [[Point]] = []
    var piece: [Point] = []
    for (xValue, yValue) in zip(x, y) {
      let point = frame.point(xValue, yValue)
      if point.isFinite {
        piece.append(limited(point, to: frame.plot))
      } else if !piece.isEmpty {
        pieces.append(piece)
        piece = []
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces.filter { $0.count > 1 }.map { simplified($0) }
  }

  /// Keeps coordinates far outside the canvas from growing without bounds.
  static func limited(_ point: Point, to plot: Rect) -> Point {
    let reach = 4000.0
    return Point(
      x: min(max(point.x, plot.minX - reach), plot.maxX + reach),
      y: min(max(point.y, plot.minY - reach), plot.maxY + reach))
  }

  static func simplified(_ points: [Point], tolerance: Double = 0.05) -> [Point] {
    simplifiedPolyline(xs: points.map(\.x), ys: points.map(\.y), tolerance: tolerance)
      .map { points[$0] }
  }
}
