/// Names of horizontal rules, along them and clear of vertical ones.
struct RuleLabels {
  private let marks: [Mark]
  private let frame: PlotFrame
  private let size: Double
  /// Where hairlines of the grid stand, which should not strike through a name.
  private let grid: [Double]

  init(_ marks: [Mark], frame: PlotFrame, size: Double, grid: [Double] = []) {
    self.marks = marks
    self.frame = frame
    self.size = size
    self.grid = grid
  }

  /// Draws the names; one that finds no free place is counted as dropped.
  func draw(_ field: inout LabelField, _ scene: inout Scene) {
    for case .rule(let rule) in marks where rule.direction == .horizontal {
      draw(rule, &field, &scene)
    }
  }

  private func draw(_ rule: RuleMark, _ field: inout LabelField, _ scene: inout Scene) {
    let y = frame.y(rule.value)
    guard let label = rule.label, y.isFinite, frame.plot.minY - 1 <= y, y <= frame.plot.maxY + 1
    else { return }
    let plot = frame.plot
    let gap = widestGap
    let room = min(gap.upperBound - gap.lowerBound - 8, plot.width * 0.7)
    let text = TextFitting.shortenedInside(label, width: room, size: size)
    let width = TextMetrics.width(text, size: size)
    let crossings = verticalRules
    var best: (box: TextBox, cost: Int)?
    for baseline in [y - 5, y + 14] {
      for (anchor, x) in [
        (TextBox.Anchor.end, plot.maxX - 4), (.start, plot.minX + 4),
        (.middle, (gap.lowerBound + gap.upperBound) / 2),
      ] + [0.5, 0.3, 0.7, 0.2, 0.4, 0.6, 0.8].map({ (.middle, plot.minX + plot.width * $0) }) {
        let box = TextBox(text, at: Point(x: x, y: baseline), anchor: anchor, size: size)
        guard !crossings.contains(where: { box.extent.minX < $0 && $0 < box.extent.maxX }),
          !field.isTaken(box.extent), box.extent.minY > plot.minY - 14,
          box.extent.maxY < plot.maxY, width < plot.width
        else { continue }
        let isStruck = grid.contains { box.extent.minY + 1 < $0 && $0 < box.extent.maxY - 2 }
        let cost = (field.cost(of: box.extent) ?? 1000) + (isStruck ? 5 : 0)
        if cost < best?.cost ?? .max { best = (box, cost) }
      }
    }
    guard let best else {
      scene.droppedLabels += 1
      return
    }
    field.add(text: best.box.extent)
    scene.items.append(
      SceneItem(
        .ruleLabel, .text(best.box), .text(rule.style.textRole, hasHalo: true),
        tooltip: text == label ? nil : label))
  }

  /// Where vertical rules stand in the drawing.
  private var verticalRules: [Double] {
    marks.compactMap { mark in
      guard case .rule(let rule) = mark, rule.direction == .vertical else { return nil }
      let x = frame.x(rule.value)
      return x.isFinite && frame.plot.minX < x && x < frame.plot.maxX ? x : nil
    }.sorted()
  }

  /// The widest part of the plot that no vertical rule divides.
  private var widestGap: ClosedRange<Double> {
    let ends = [frame.plot.minX] + verticalRules + [frame.plot.maxX]
    return zip(ends, ends.dropFirst()).map { $0...$1 }
      .max { $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound }
      ?? frame.plot.minX...frame.plot.maxX
  }
}
