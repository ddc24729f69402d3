extension PointsMark {
  /// Whiskers first, then symbols, so that no whisker crosses a neighbour's symbol.
  func draw(in frame: PlotFrame, to scene: inout Scene) {
    let whiskers = points.compactMap { whisker($0, in: frame) }
    if !whiskers.isEmpty {
      let paint = Paint.stroke(style.markRole, width: 1.2, opacity: 0.4)
      scene.items.append(
        SceneItem(.whisker, .lines(whiskers), paint, series: style.colorIndex))
    }
    for datum in points {
      let center = frame.point(datum.x, datum.y)
      guard frame.shows(center) else { continue }
      scene.items.append(
        SceneItem(
          .point, .symbol(style.shape, center: center, radius: radius), paint,
          series: style.colorIndex, tooltip: datum.label))
    }
  }

  /// The paint of a symbol, also used by the key.
  var paint: Paint {
    switch emphasis {
    case .normal:
      points.count > 200
        ? .fill(style.markRole, opacity: 0.6)
        : Paint(fill: style.markRole, stroke: .background, strokeWidth: 1.2)
    case .hollow: Paint(fill: .background, stroke: style.markRole, strokeWidth: 1.6)
    case .faint: .fill(style.markRole, opacity: 0.35)
    }
  }

  private func whisker(_ datum: PointDatum, in frame: PlotFrame) -> [Point]? {
    guard let low = datum.low, let high = datum.high else { return nil }
    let center = frame.point(datum.x, datum.y)
    let bottom = frame.lowerEnd(datum.x, low)
    let top = frame.point(datum.x, high)
    guard frame.shows(center), bottom.isFinite, top.isFinite else { return nil }
    let ends = [bottom, top].map { point in
      Point(x: point.x, y: min(max(point.y, frame.plot.minY), frame.plot.maxY))
    }
    return (ends[0].y - ends[1].y).magnitude > 0.5 ? ends : nil
  }
}
