extension BandMark {
  /// The paint of the area, also used by the key.
  var paint: Paint { .fill(style.markRole, opacity: 0.14) }

  /// A translucent area per unbroken piece.
  func draw(in frame: PlotFrame, to scene: inout Scene) {
    let outlines = pieces(in: frame)
    if outlines.isEmpty { return }
    scene.items.append(
      SceneItem(
        .band, .areas(outlines), paint, clip: frame.clip(for: outlines.joined()),
        series: style.colorIndex))
  }

  private func pieces(in frame: PlotFrame) -> [[Point]] {
    var outlines: [[Point]] = []
    var upper: [Point] = []
    var lower: [Point] = []
    func finish() {
      if upper.count > 1 {
        outlines.append(
          Polyline.simplified(upper) + Polyline.simplified(lower).reversed())
      }
      upper = []
      lower = []
    }
    for (bottom, top) in edges(in: frame) {
      if bottom.isFinite, top.isFinite {
        lower.append(Polyline.limited(bottom, to: frame.plot))
        upper.append(Polyline.limited(top, to: frame.plot))
      } else {
        finish()
      }
    }
    finish()
    return outlines
  }

  /// The lower and the upper end of the interval at each position, where they are drawn.
  func edges(in frame: PlotFrame) -> [(low: Point, high: Point)] {
    let (places, low) = interpolation.corners(x: positions, y: low)
    let high = interpolation.corners(x: positions, y: high).y
    return (0..<min(places.count, low.count, high.count)).map { index in
      switch direction {
      case .alongX:
        (frame.lowerEnd(places[index], low[index]), frame.point(places[index], high[index]))
      case .alongY:
        (frame.leftEnd(low[index], places[index]), frame.point(high[index], places[index]))
      }
    }
  }
}
