/// Names series above the plot, in rows, where they cannot be named at their curves.
struct Key {
  let series: [NamedSeries]
  let type: TypeScale

  private static let swatchWidth = 18.0
  private static let swatchGap = 6.0
  private static let entryGap = 20.0
  private static let rowHeight = 19.0

  /// Many names stand in regular type, in columns.
  private var isLong: Bool { series.count > 3 }
  private var weight: FontWeight { series.count > 4 ? .regular : .semibold }

  /// Draws the key below `top` and returns the height used.
  func draw(at top: Double, from left: Double, to right: Double, scene: inout Scene) -> Double {
    if series.isEmpty { return 0 }
    let offset = Self.swatchWidth + Self.swatchGap
    let boxes = series.map { box($0, room: right - left - offset) }
    let widths = boxes.map { $0.extent.width + offset }
    let column = isLong ? (widths.max() ?? 0) : nil
    var x = left
    var y = top + 9
    for (index, entry) in series.enumerated() {
      let width = column ?? widths[index]
      if x > left, x + width > right {
        x = left
        y += Self.rowHeight
      }
      drawSwatch(entry, x: x, y: y, scene: &scene)
      let box = boxes[index].moved(x: x + offset, y: y + 4.3)
      scene.items.append(
        SceneItem(
          .key, .text(box), .text(entry.style.textRole), series: entry.style.colorIndex))
      x += width + Self.entryGap
    }
    return y - top + 18
  }

  /// The name with its detail, which is left out when it does not fit the width.
  private func box(_ entry: NamedSeries, room: Double) -> TextBox {
    let name = TextFitting.shortened(
      entry.label.name, width: room, size: type.detail, weight: weight)
    let box = TextBox(name, at: Point(x: 0, y: 0), size: type.detail, weight: weight)
    guard let detail = entry.label.detail else { return box }
    let continued = box.continued(detail)
    return continued.extent.width <= room ? continued : box
  }

  private func drawSwatch(_ entry: NamedSeries, x: Double, y: Double, scene: inout Scene) {
    if let line = entry.line {
      let ends = [Point(x: x + 1, y: y), Point(x: x + Self.swatchWidth - 1, y: y)]
      scene.items.append(
        SceneItem(
          .key, .lines([ends]),
          .stroke(
            entry.style.markRole, width: min(line.width, 2.4), pattern: line.pattern,
            isRound: true), series: entry.style.colorIndex))
    }
    if let points = entry.points {
      scene.items.append(
        SceneItem(
          .key,
          .symbol(
            entry.style.shape, center: Point(x: x + Self.swatchWidth / 2, y: y), radius: 4.2),
          points.paint, series: entry.style.colorIndex))
    }
  }
}
