/// Names series above the plot, in rows, where they cannot be named at their curves.
struct Key {
  let series: [NamedSeries]
  let type: TypeScale

  private static let swatchWidth = 18.0
  private static let swatchGap = 6.0
  private static let entryGap = 20.0
  private static let rowHeight = 19.0
  /// More names than these are no help.
  private static let mostEntries = 40
  /// With more names than these, numbers beside them are a table, not a key.
  private static let mostDetails = 20

  /// Many names stand in regular type, in columns.
  private var isLong: Bool { series.count > 3 }
  private var weight: FontWeight { series.count > 4 ? .regular : .semibold }

  /// Draws the key below `top` and returns the height used.
  func draw(at top: Double, from left: Double, to right: Double, scene: inout Scene) -> Double {
    if series.isEmpty { return 0 }
    let offset = Self.swatchWidth + Self.swatchGap
    let shown =
      series.count <= Self.mostEntries ? series : Array(series.prefix(Self.mostEntries - 1))
    let boxes = shown.map { box($0, room: right - left - offset) }
    let widths = boxes.map { $0.extent.width + offset }
    let column = isLong ? (widths.max() ?? 0) : nil
    let perRow = column.map { Self.evenRows(shown.count, column: $0, room: right - left) }
    var x = left
    var y = top + 9
    for (index, entry) in shown.enumerated() {
      let width = column ?? widths[index]
      let isRowFull = perRow.map { index.isMultiple(of: $0) } ?? (x + width > right)
      if x > left, isRowFull {
        x = left
        y += Self.rowHeight
      }
      drawSwatch(entry, x: x, y: y, scene: &scene)
      let box = boxes[index].moved(x: x + offset, y: y + 4.3)
      scene.items.append(
        SceneItem(
          .key, .text(box), .text(entry.style.textRole), series: entry.style.colorIndex,
          tooltip: box.label.text == entry.label.name ? nil : entry.label.name))
      x += width + Self.entryGap
    }
    y += drawRest(shown.count, x: x, y: y, from: left, to: right, &scene)
    return y - top + 18
  }

  /// How many entries stand in a row so that no row is much shorter than the others.
  private static func evenRows(_ count: Int, column: Double, room: Double) -> Int {
    let fitting = max(1, Int((room + entryGap) / (column + entryGap)))
    let rows = (count + fitting - 1) / fitting
    return max(1, (count + rows - 1) / rows)
  }

  /// Says how many names there was no room for, and returns the height of a new row.
  private func drawRest(
    _ shown: Int, x: Double, y: Double, from left: Double, to right: Double, _ scene: inout Scene
  ) -> Double {
    guard shown < series.count else { return 0 }
    let text = "and \(TickFormat.grouped(series.count - shown)) more"
    let needsRow = x + TextMetrics.width(text, size: type.detail) > right
    let place = Point(x: needsRow ? left : x, y: y + 4.3 + (needsRow ? Self.rowHeight : 0))
    let box = TextBox(text, at: place, size: type.detail)
    scene.items.append(SceneItem(.key, .text(box), .text(.muted)))
    return needsRow ? Self.rowHeight : 0
  }

  /// The name with its detail, which is left out when it does not fit the width.
  private func box(_ entry: NamedSeries, room: Double) -> TextBox {
    let name = TextFitting.shortenedInside(
      entry.label.name, width: room, size: type.detail, weight: weight)
    let box = TextBox(name, at: Point(x: 0, y: 0), size: type.detail, weight: weight)
    guard series.count <= Self.mostDetails, let detail = entry.label.detail else { return box }
    let continued = box.continued(detail)
    return continued.extent.width <= room ? continued : box
  }

  private func drawSwatch(_ entry: NamedSeries, x: Double, y: Double, scene: inout Scene) {
    if let area = entry.area {
      let rect = Rect(minX: x + 2, minY: y - 5, maxX: x + Self.swatchWidth - 2, maxY: y + 5)
      scene.items.append(
        SceneItem(.key, .rectangle(rect), area, series: entry.style.colorIndex))
    }
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
          points.paint(among: 1), series: entry.style.colorIndex))
    }
  }
}
