/// Names of contours, each on the longest piece of its line.
struct ContourLabels {
  private let mark: ContourMark
  private let frame: PlotFrame
  private let size: Double

  init(_ mark: ContourMark, frame: PlotFrame, size: Double) {
    self.mark = mark
    self.frame = frame
    self.size = size
  }

  /// Draws the names; one that finds no free place is counted as dropped.
  func draw(_ field: inout LabelField, _ scene: inout Scene) {
    for level in mark.levels {
      guard let label = level.label else { continue }
      let pieces = mark.lines(of: level, in: frame)
      guard !pieces.isEmpty else { continue }
      guard let box = place(label, on: pieces, field) else {
        scene.droppedLabels += 1
        continue
      }
      field.add(text: box.extent)
      cut(box.extent.insetBy(-1.5), of: pieces, &scene)
      scene.items.append(
        SceneItem(
          .contourLabel, .text(box), .text(mark.style.textRole, hasHalo: true),
          series: mark.style.colorIndex))
    }
  }

  /// Opens the line where its name stands, because a line between letters looks like a hyphen.
  private func cut(_ extent: Rect, of pieces: [[Point]], _ scene: inout Scene) {
    let index = scene.items.lastIndex { $0.role == .contour && $0.shape == .lines(pieces) }
    guard let index else { return }
    scene.items[index].shape = .lines(pieces.flatMap { Polyline.outside(extent, of: $0) })
  }

  /// The free place with the least ink of other marks, near the middle of a line.
  private func place(_ label: String, on pieces: [[Point]], _ field: LabelField) -> TextBox? {
    let bounds = frame.plot.insetBy(2)
    let text = TextFitting.shortenedInside(label, width: frame.plot.width * 0.4, size: size)
    var best: (box: TextBox, cost: Double)?
    for piece in pieces {
      let length = Self.length(piece)
      if length < 1.5 * TextMetrics.width(text, size: size) { continue }
      for share in stride(from: 0.1, through: 0.91, by: 0.05) {
        let middle = Self.place(at: share * length, on: piece)
        let box = TextBox(
          text, at: Point(x: middle.x, y: middle.y + size * 0.35), anchor: .middle, size: size)
        guard bounds.contains(box.extent), !field.isTaken(box.extent, gap: 2),
          let ink = field.cost(of: box.extent)
        else { continue }
        let cost = Double(ink) + 40 * (share - 0.5).magnitude - 0.2 * min(length, 400)
        if cost < best?.cost ?? .infinity { best = (box, cost) }
      }
    }
    return best?.box
  }

  private static func length(_ line: [Point]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  /// The place at a distance from the start of a line.
  private static func place(at distance: Double, on line: [Point]) -> Point {
    var rest = distance
    for (start, end) in zip(line, line.dropFirst()) {
      let step = Self.distance(start, end)
      if step >= rest, step > 0 {
        return Point(
          x: start.x + (end.x - start.x) * rest / step,
          y: start.y + (end.y - start.y) * rest / step)
      }
      rest -= step
    }
    return line.last ?? Point(x: 0, y: 0)
  }
}
