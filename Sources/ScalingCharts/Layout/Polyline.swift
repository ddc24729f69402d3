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

  /// The pieces of a line that lie outside a rectangle.
  static func outside(_ rect: Rect, of line: [Point]) -> [[Point]] {
    var pieces: [[Point]] = []
    var piece: [Point] = []
    for (start, end) in zip(line, line.dropFirst()) {
      if piece.isEmpty, !rect.contains(start) { piece = [start] }
      if let inside = span(of: start, end, in: rect) {
        let at = { (share: Double) in
          Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
        }
        if inside.lowerBound > 0 { piece.append(at(inside.lowerBound)) }
        if piece.count > 1 { pieces.append(piece) }
        piece = inside.upperBound < 1 ? [at(inside.upperBound), end] : []
      } else {
        piece.append(end)
      }
    }
    return piece.count > 1 ? pieces + [piece] : pieces
  }

  /// The share of a segment inside a rectangle (Liang and Barsky 1984).
  private static func span(of start: Point, _ end: Point, in rect: Rect) -> ClosedRange<Double>? {
    var low = 0.0
    var high = 1.0
    for (from, step, least, most) in [
      (start.x, end.x - start.x, rect.minX, rect.maxX),
      (start.y, end.y - start.y, rect.minY, rect.maxY),
    ] {
      if step == 0 {
        if from < least || from > most { return nil }
        continue
      }
      let shares = [(least - from) / step, (most - from) / step]
      low = max(low, min(shares[0], shares[1]))
      high = min(high, max(shares[0], shares[1]))
    }
    return low < high ? low...high : nil
  }

  static func simplified(_ points: [Point], tolerance: Double = 0.05) -> [Point] {
    simplifiedPolyline(xs: points.map(\.x), ys: points.map(\.y), tolerance: tolerance)
      .map { points[$0] }
  }
}
