extension PointsMark {
  /// Whether the points are too many to be told apart, and hexagons count them.
  func isCrowd(in frame: PlotFrame) -> Bool { points.count >= frame.binsFrom }

  /// Whiskers first, then symbols, so that no whisker crosses a neighbour's symbol.
  func draw(in frame: PlotFrame, to scene: inout Scene) {
    let whiskers = points.compactMap { whisker($0, in: frame) }
    if !whiskers.isEmpty {
      let paint = Paint.stroke(style.markRole, width: 1.2, opacity: 0.4)
      scene.items.append(
        SceneItem(.whisker, .lines(whiskers), paint, series: style.colorIndex))
    }
    let radius = radius(among: frame.crowding)
    let paint = paint(among: frame.crowding)
    for datum in points {
      let center = frame.point(datum.x, datum.y)
      guard frame.shows(center) else { continue }
      scene.items.append(
        SceneItem(
          .point, .symbol(style.shape, center: center, radius: radius), paint,
          series: style.colorIndex, tooltip: datum.label))
    }
  }

  /// Hexagons that count the points: one item for each class of counts.
  func drawBins(in frame: PlotFrame, to scene: inout Scene) {
    let centers = points.map { frame.point($0.x, $0.y) }.filter(frame.shows)
    let hexagons = HexagonBins(centers, in: frame.plot)
    let lows = hexagons.classes
    let opacities = HexagonBins.opacities.suffix(lows.count)
    for (index, opacity) in zip(lows.indices, opacities) {
      let upper = index + 1 < lows.count ? lows[index + 1] : Int.max
      let members = hexagons.bins.filter { $0.count >= lows[index] && $0.count < upper }
      if members.isEmpty { continue }
      let outlines = members.map { HexagonBins.outline($0.center) }
      scene.items.append(
        SceneItem(
          .bin, .areas(outlines), .fill(style.markRole, opacity: opacity),
          clip: frame.clip(for: outlines.joined()), series: style.colorIndex))
    }
    scene.binnedPoints += centers.count
    scene.mostInOneBin = max(scene.mostInOneBin, hexagons.bins.map(\.count).max() ?? 0)
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
