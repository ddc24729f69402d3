/// Draws grid, base line, ticks and titles of a panel's axes.
struct AxisGuide {
  let frame: PlotFrame
  let draft: PanelDraft
  let figure: FigureLayout

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
    let plot = frame.plot
    let size = figure.type.tick
    let base = (plot.maxY - 0.5).rounded() + 0.5
    let (ticks, labels) = horizontalTicks()
    var lines = [[Point(x: plot.minX, y: base), Point(x: plot.maxX, y: base)]]
    for tick in ticks {
      let x = frame.x(tick)
      lines.append([Point(x: x, y: base), Point(x: x, y: base + 5)])
    }
    scene.items.append(SceneItem(.axis, .lines(lines), .stroke(.axis)))
    for (tick, label) in zip(ticks, labels) {
      let position = Point(x: frame.x(tick), y: base + 8 + size)
      let box = TextBox(label, at: position, anchor: .middle, size: size)
      scene.items.append(SceneItem(.tickLabel, .text(box), .text(.muted)))
    }
    var y = base + 10 + size
    for line in TextFitting.wrapped(
      draft.panel.x.title, width: plot.width, size: size, maximumLines: 2)
    {
      y += 17
      let box = TextBox(line, at: Point(x: plot.midX, y: y), anchor: .middle, size: size)
      scene.items.append(SceneItem(.axisTitle, .text(box), .text(.muted)))
    }
    return y + 4
  }

  /// As many ticks as leave clear space between their labels.
  private func horizontalTicks() -> ([Double], [TickLabel]) {
    let axis = draft.panel.x
    let size = figure.type.tick
    var count = max(2, min(10, Int(frame.plot.width / 46)))
    while true {
      let ticks = Ticks.values(
        axis.scale, domain: draft.xDomain, count: count, format: axis.format)
      let labels = axis.format.labels(for: ticks)
      if count <= 2 || fits(ticks, labels, size: size) { return (ticks, labels) }
      count -= 1
    }
  }

  private func fits(_ ticks: [Double], _ labels: [TickLabel], size: Double) -> Bool {
    var last = -Double.infinity
    for (tick, label) in zip(ticks, labels) {
      let half = TextBox.width(label, size: size) / 2
      let x = frame.x(tick)
      if x - half < last + 12 { return false }
      last = x + half
    }
    return true
  }
}
