extension Panel {
  /// Points that stand out, without replicates.
  var pointCount: Int {
    marks.reduce(0) { count, mark in
      guard case .points(let mark) = mark, mark.emphasis != .faint else { return count }
      return count + mark.points.count
    }
  }

  /// Crowds of points as hexagons, then rectangles, then bands.
  func drawAreas(in frame: PlotFrame, to scene: inout Scene) {
    for case .points(let mark) in marks where mark.isCrowd(in: frame) {
      mark.drawBins(in: frame, to: &scene)
    }
    for case .rectangles(let mark) in marks { mark.draw(in: frame, to: &scene) }
    for case .band(let mark) in marks { mark.draw(in: frame, to: &scene) }
  }

  /// Contours, then lines, then points that are drawn one by one.
  func drawLinesAndPoints(in frame: PlotFrame, to scene: inout Scene) {
    for case .contours(let mark) in marks { mark.draw(in: frame, to: &scene) }
    for case .line(let mark) in marks { mark.draw(in: frame, to: &scene) }
    for case .points(let mark) in marks where !mark.isCrowd(in: frame) {
      mark.draw(in: frame, to: &scene)
    }
  }
}
