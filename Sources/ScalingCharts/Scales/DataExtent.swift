/// The interval that values cover.
struct DataExtent: Sendable, Equatable {
  private(set) var lower = Double.infinity
  private(set) var upper = -Double.infinity

  var isEmpty: Bool { lower > upper }

  mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    lower = min(lower, value)
    upper = max(upper, value)
  }

  mutating func add(_ values: [Double], on kind: ScaleKind) {
    for value in values where kind.accepts(value) { add(value) }
  }
}

/// The extents of a panel's marks along both axes.
struct PanelExtent: Sendable {
  var x = DataExtent()
  var y = DataExtent()
  /// The extent of observations alone, without intervals, curves and bands.
  var observedY = DataExtent()

  init(_ panel: Panel) {
    for mark in panel.marks { add(mark, panel) }
  }

  /// The extent of all panels, which have the same axes; 1 to 10 when there are none.
  init(_ panels: [Panel]) {
    for panel in panels { for mark in panel.marks { add(mark, panel) } }
    guard isEmpty else { return }
    for value in [1.0, 10] {
      x.add(value)
      y.add(value)
    }
  }

  /// Whether there is nothing to draw along one of the axes.
  var isEmpty: Bool { x.isEmpty || y.isEmpty }

  private mutating func add(_ mark: Mark, _ panel: Panel) {
    switch mark {
    case .points(let mark):
      for point in mark.points { add(point, panel) }
    case .line(let mark):
      for (x, y) in zip(mark.x, mark.y) { add(x: x, ys: [y], panel) }
    case .band(let mark):
      for index in 0..<min(mark.positions.count, mark.low.count, mark.high.count) {
        let (place, ends) = (mark.positions[index], [mark.low[index], mark.high[index]])
        switch mark.direction {
        case .alongX: add(x: place, ys: ends, panel)
        case .alongY: for end in ends { add(x: end, ys: [place], panel) }
        }
      }
    case .rule(let mark):
      switch mark.direction {
      case .horizontal: y.add([mark.value], on: panel.y.scale)
      case .vertical: x.add([mark.value], on: panel.x.scale)
      }
    case .text(let mark):
      add(x: mark.x, ys: [mark.y], panel)
    case .rectangles(let mark):
      for item in mark.items {
        for x in [item.x.lowerBound, item.x.upperBound] {
          add(x: x, ys: [item.y.lowerBound, item.y.upperBound], panel)
        }
      }
    case .contours(let mark):
      x.add(mark.x, on: panel.x.scale)
      y.add(mark.y, on: panel.y.scale)
    case .region, .pointLabels: break
    }
  }

  private mutating func add(_ point: PointDatum, _ panel: Panel) {
    guard panel.x.scale.accepts(point.x), panel.y.scale.accepts(point.y) else { return }
    let ys = [point.y, point.low, point.high].compactMap(\.self).filter(panel.y.scale.accepts)
    x.add(point.x)
    observedY.add(point.y)
    for value in ys { y.add(value) }
  }

  private mutating func add(x value: Double, ys: [Double], _ panel: Panel) {
    let drawable = ys.filter(panel.y.scale.accepts)
    guard panel.x.scale.accepts(value), !drawable.isEmpty, ys.allSatisfy(ScaleKind.linear.accepts)
    else { return }
    x.add(value)
    for y in drawable { self.y.add(y) }
  }
}
