/// Names series above the plot, in rows, where they cannot be named at their curves.
struct Key {
  let series: [NamedSeries]
  let type: TypeScale

  private static let swatchWidth = 18.0
  private static let swatchGap = 6.0
  private static let entryGap = 20.0
  private static let rowHeight = 19.0

  /// Draws the key with its first baseline row at `top` and returns the height used.
  func draw(at top: Double, from left: Double, to right: Double, scene: inout Scene) -> Double {
    if series.isEmpty { return 0 }
    var x = left
    var y = top + 9
    let room = right - left - Self.swatchWidth - Self.swatchGap
    for entry in series {
      let text = texts(entry, room: room)
      let width = Self.swatchWidth + Self.swatchGap + text.width
      if x > left, x + width > right {
        x = left
        y += Self.rowHeight
      }
      drawSwatch(entry, x: x, y: y, scene: &scene)
      drawText(entry, text, x: x + Self.swatchWidth + Self.swatchGap, y: y + 4.3, scene: &scene)
      x += width + Self.entryGap
    }
    return y - top + 10
  }

  private struct Texts {
    var name: String
    var nameWidth: Double
    var detail: String?
    var width: Double
  }

  private func texts(_ entry: NamedSeries, room: Double) -> Texts {
    let size = type.detail
    let name = TextFitting.shortened(
      entry.label.name, width: room, size: size, weight: .semibold)
    let nameWidth = TextMetrics.width(name, size: size, weight: .semibold)
    guard let detail = entry.label.detail else {
      return Texts(name: name, nameWidth: nameWidth, detail: nil, width: nameWidth)
    }
    let detailWidth = TextMetrics.width(detail, size: size)
    guard nameWidth + 5 + detailWidth <= room else {
      return Texts(name: name, nameWidth: nameWidth, detail: nil, width: nameWidth)
    }
    return Texts(
      name: name, nameWidth: nameWidth, detail: detail, width: nameWidth + 5 + detailWidth)
  }

  private func drawText(
    _ entry: NamedSeries, _ texts: Texts, x: Double, y: Double, scene: inout Scene
  ) {
    let name = TextBox(texts.name, at: Point(x: x, y: y), size: type.detail, weight: .semibold)
    scene.items.append(
      SceneItem(.key, .text(name), .text(entry.style.textRole), series: entry.style.colorIndex))
    guard let detail = texts.detail else { return }
    let box = TextBox(detail, at: Point(x: x + texts.nameWidth + 5, y: y), size: type.detail)
    scene.items.append(
      SceneItem(.key, .text(box), .text(.muted), series: entry.style.colorIndex))
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
