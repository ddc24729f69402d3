extension BandMark {
  /// A translucent area per unbroken piece.
  func draw(in frame: PlotFrame, to scene: inout Scene) {
    let outlines = pieces(in: frame)
    if outlines.isEmpty { return }
    scene.items.append(
      SceneItem(
        .band, .areas(outlines), .fill(style.markRole, opacity: 0.14),
        clip: frame.clip(for: outlines.joined()), series: style.colorIndex))
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
    let (places, low) = interpolation.corners(x: x, y: low)
    let high = interpolation.corners(x: x, y: high).y
    for index in 0..<min(places.count, low.count, high.count) {
      let bottom = frame.lowerEnd(places[index], low[index])
      let top = frame.point(places[index], high[index])
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
}
