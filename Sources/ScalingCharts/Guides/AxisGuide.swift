/// Draws grid, base line, ticks and titles of a panel's axes.
struct AxisGuide {
  let frame: PlotFrame
  let draft: PanelDraft
  let figure: FigureLayout
  /// Whether the x axis says what it measures.
  var showsTitle = true

  /// Hairlines and labels of the y axis.
  func drawVertical(to scene: inout Scene) {
    let plot = frame.plot
    let lines = draft.yTicks.map { tick in
      let y = (frame.y(tick) - 0.5).rounded() + 0.5
      return [Point(x: plot.minX, y: y), Point(x: plot.maxX, y: y)]
    }
    scene.items.append(SceneItem(.grid, .lines(lines), .stroke(.grid)))
    guard draft.showsYLabels else { return }
    let size = figure.type.tick
    for (tick, label) in zip(draft.yTicks, draft.yLabels) {
      let position = Point(x: plot.minX - 8, y: frame.y(tick) + size * 0.35)
      let box = TextBox(label, at: position, anchor: .end, size: size)
      scene.items.append(SceneItem(.tickLabel, .text(box), .text(.muted)))
    }
  }

  /// Base line, ticks, labels and title of the x axis; returns where they end.
  func drawHorizontal(to scene: inout Scene) -> Double {
    let axis = draft.panel.x
    let bottom = drawHorizontal(
      frame.x, axis.title, axis.format, at: frame.plot.maxY, to: &scene)
    guard showsTitle, draft.showsXLabels, let other = draft.panel.secondaryX,
      let scale = secondaryScale(other)
    else { return bottom }
    return drawHorizontal(scale, other.title, other.format, at: bottom + 8, to: &scene)
  }

  /// The scale of the x axis in another unit.
  private func secondaryScale(_ other: SecondaryAxis) -> Scale? {
    let bounds = [draft.xDomain.lowerBound, draft.xDomain.upperBound].map { $0 * other.factor }
    let kind = frame.x.kind.isLogarithmic ? ScaleKind.log(base: other.base) : .linear
    guard other.factor > 0, other.base > 1, bounds.allSatisfy(kind.accepts) else { return nil }
    return Scale(
      kind, domain: bounds[0]...bounds[1], from: frame.plot.minX, to: frame.plot.maxX)
  }

  private func drawHorizontal(
    _ scale: Scale, _ title: String, _ format: TickFormat, at top: Double, to scene: inout Scene
  ) -> Double {
    let plot = frame.plot
    let size = figure.type.tick
    let base = (top - 0.5).rounded() + 0.5
    let (ticks, labels) = horizontalTicks(scale, format)
    var lines = [[Point(x: plot.minX, y: base), Point(x: plot.maxX, y: base)]]
    for tick in ticks {
      let x = scale(tick)
      lines.append([Point(x: x, y: base), Point(x: x, y: base + 5)])
    }
    scene.items.append(SceneItem(.axis, .lines(lines), .stroke(.axis)))
    guard draft.showsXLabels else { return base + 5 }
    scene.hasBinaryCounts = scene.hasBinaryCounts || ticks.contains(where: format.isBinary)
    for (tick, label) in zip(ticks, labels) {
      let position = Point(x: scale(tick), y: base + 8 + size)
      let box = TextBox(label, at: position, anchor: .middle, size: size)
      scene.items.append(SceneItem(.tickLabel, .text(box), .text(.muted)))
    }
    var y = base + 10 + size
    guard showsTitle else { return y + 4 }
    for line in TextFitting.wrapped(title, width: plot.width, size: size, maximumLines: 2) {
      y += 17
      let box = TextBox(line, at: Point(x: plot.midX, y: y), anchor: .middle, size: size)
      scene.items.append(SceneItem(.axisTitle, .text(box), .text(.muted)))
    }
    return y + 4
  }

  /// As many ticks as leave clear space between their labels.
  private func horizontalTicks(
    _ scale: Scale, _ format: TickFormat
  ) -> ([Double], [TickLabel]) {
    let size = figure.type.tick
    var count = max(2, min(10, Int(frame.plot.width / 46)))
    while true {
      let ticks = Ticks.values(
        scale.kind, domain: scale.domain, count: count, format: format)
      let labels = format.labels(for: ticks)
      if count <= 2 || fits(ticks.map { scale($0) }, labels, size: size) { return (ticks, labels) }
      count -= 1
    }
  }

  private func fits(_ places: [Double], _ labels: [TickLabel], size: Double) -> Bool {
    var last = -Double.infinity
    for (x, label) in zip(places, labels) {
      let half = TextBox.width(label, size: size) / 2
      if x - half < last + 12 { return false }
      last = x + half
    }
    return true
  }
}
