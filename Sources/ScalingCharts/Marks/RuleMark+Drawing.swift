extension RuleMark {
  /// A line across the plot area; a vertical one reaches up to its label.
  func draw(in frame: PlotFrame, top: Double, to scene: inout Scene) {
    let plot = frame.plot
    let ends: [Point]
    switch direction {
    case .horizontal:
      let y = frame.y(value)
      guard y.isFinite, y >= plot.minY - 0.05, y <= plot.maxY + 0.05 else { return }
      ends = [Point(x: plot.minX, y: y), Point(x: plot.maxX, y: y)]
    case .vertical:
      let x = frame.x(value)
      guard x.isFinite, x >= plot.minX - 0.05, x <= plot.maxX + 0.05 else { return }
      ends = [Point(x: x, y: plot.maxY), Point(x: x, y: top)]
    }
    scene.items.append(
      SceneItem(
        .rule, .lines([ends]),
        .stroke(style.markRole, width: line.width, pattern: line.pattern),
        series: style.colorIndex))
  }
}
