extension Panel {
  /// Points that stand out, without replicates.
  var pointCount: Int {
    marks.reduce(0) { count, mark in
      guard case .points(let mark) = mark, mark.emphasis != .faint else { return count }
      return count + mark.points.count
    }
  }

  /// Rectangles, then bands.
  func drawAreas(in frame: PlotFrame, to scene: inout Scene) {
    for case .rectangles(let mark) in marks { mark.draw(in: frame, to: &scene) }
    for case .band(let mark) in marks { mark.draw(in: frame, to: &scene) }
  }

  /// Contours, then lines, then points.
  func drawLinesAndPoints(in frame: PlotFrame, to scene: inout Scene) {
    for case .contours(let mark) in marks { mark.draw(in: frame, to: &scene) }
    for case .line(let mark) in marks { mark.draw(in: frame, to: &scene) }
    for case .points(let mark) in marks { mark.draw(in: frame, to: &scene) }
  }
}
