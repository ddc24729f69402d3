/// Text inside the plot area: annotations, names of rules, names of points.
struct PlotLabels {
  private let marks: [Mark]
  private let frame: PlotFrame
  private let figure: FigureLayout
  private let bounds: Rect

  init(_ marks: [Mark], frame: PlotFrame, figure: FigureLayout, hasEndLabels: Bool) {
    self.marks = marks
    self.frame = frame
    self.figure = figure
    let plot = frame.plot
    bounds = Rect(minX: plot.minX + 2, minY: plot.minY, maxX: plot.maxX - 2, maxY: plot.maxY - 2)
  }

  /// Draws the labels; items from `firstObstacle` on are obstacles.
  func draw(firstObstacle: Int, to scene: inout Scene) {
    let needsLabels = marks.contains { mark in
      switch mark {
      case .text, .pointLabels: true
      case .rule(let rule): rule.direction == .horizontal && rule.label != nil
      default: false
      }
    }
    guard needsLabels else { return }
    var field = LabelField(width: frame.plot.maxX + 40, height: frame.plot.maxY + 40)
    for item in scene.items[firstObstacle...] { field.add(item) }
    for case .rule(let rule) in marks where rule.direction == .horizontal {
      draw(rule, &field, &scene)
    }
    for case .text(let mark) in marks { draw(mark, &field, &scene) }
    drawNames(field, &scene)
  }

  private struct Name {
    var item: PointLabels.Item
    var style: SeriesStyle
    var point: Point
  }

  /// Places the names of points one after the other. Where some find no place, other orders
  /// within equal priority are tried, and the one that drops fewest is kept.
  private func drawNames(_ field: LabelField, _ scene: inout Scene) {
    let names = marks.flatMap { mark -> [Name] in
      guard case .pointLabels(let labels) = mark else { return [] }
      return labels.items.map {
        Name(item: $0, style: labels.style, point: frame.point($0.x, $0.y))
      }
    }
    if names.isEmpty { return }
    var best: Scene?
    for order in Self.orders {
      let sorted = names.enumerated().sorted {
        ($1.element.item.priority, order($0.element.point), $0.offset)
          < ($0.element.item.priority, order($1.element.point), $1.offset)
      }
      var attempt = scene
      var attemptField = field
      for name in sorted { draw(name.element, &attemptField, &attempt) }
      if best == nil || attempt.droppedLabels < best!.droppedLabels { best = attempt }
      if attempt.droppedLabels == scene.droppedLabels { break }
    }
    if let best { scene = best }
  }

  /// As given, from the right, from the left, from above, from below.
  private static let orders: [@Sendable (Point) -> Double] = [
    { _ in 0 }, { -$0.x }, { $0.x }, { $0.y }, { -$0.y },
  ]

  private func draw(_ rule: RuleMark, _ field: inout LabelField, _ scene: inout Scene) {
    let y = frame.y(rule.value)
    guard let label = rule.label, y.isFinite, frame.plot.minY - 1 <= y, y <= frame.plot.maxY + 1
    else { return }
    let size = figure.type.detail
    let text = TextFitting.shortened(label, width: frame.plot.width * 0.7, size: size)
    let width = TextMetrics.width(text, size: size)
    let plot = frame.plot
    var best: (box: TextBox, cost: Int)?
    for baseline in [y - 5, y + 14] {
      for (anchor, x) in [
        (TextBox.Anchor.end, plot.maxX - 4), (.start, plot.minX + 4),
        (.middle, plot.midX), (.middle, plot.minX + plot.width * 0.3),
        (.middle, plot.minX + plot.width * 0.7),
      ] {
        let box = TextBox(text, at: Point(x: x, y: baseline), anchor: anchor, size: size)
        guard !field.isTaken(box.extent), box.extent.minY > plot.minY - 14,
          box.extent.maxY < plot.maxY, width < plot.width
        else { continue }
        let cost = field.cost(of: box.extent)
        if best == nil || cost < best!.cost { best = (box, cost) }
      }
    }
    guard let best else {
      scene.droppedLabels += 1
      return
    }
    field.add(text: best.box.extent)
    scene.items.append(
      SceneItem(.ruleLabel, .text(best.box), .text(rule.style.textRole, hasHalo: true)))
  }

  private func draw(_ mark: TextMark, _ field: inout LabelField, _ scene: inout Scene) {
    let point = frame.point(mark.x, mark.y)
    guard frame.shows(point) else {
      scene.droppedLabels += 1
      return
    }
    let type = figure.type
    let room = max(110, frame.plot.width * 0.4)
    let lines =
      TextFitting.wrapped(
        mark.text, width: room, size: type.label, weight: .semibold, maximumLines: 3
      ).map { BlockLine(text: $0, size: type.label, weight: .semibold, role: mark.style.textRole) }
      + TextFitting.wrapped(mark.detail ?? "", width: room, size: type.detail, maximumLines: 3)
      .map { BlockLine(text: $0, size: type.detail, weight: .regular, role: .muted) }
    let distances = [12.0, 22, 34, 48, 64, 84, 110, 140]
    place(lines, .annotation, near: point, distances, leaderFrom: 20, &field, &scene)
  }

  private func draw(_ name: Name, _ field: inout LabelField, _ scene: inout Scene) {
    guard frame.shows(name.point) else {
      scene.droppedLabels += 1
      return
    }
    let size = figure.type.pointLabel
    let text = TextFitting.shortenedInside(
      name.item.text, width: min(240, max(110, frame.plot.width * 0.4)), size: size)
    let line = BlockLine(text: text, size: size, weight: .regular, role: name.style.textRole)
    let distances = [9.0, 14, 20, 28, 38, 50, 64, 80, 100, 124, 150]
    place([line], .pointLabel, near: name.point, distances, leaderFrom: 13, &field, &scene)
  }

  private struct BlockLine {
    var text: String
    var size: Double
    var weight: FontWeight
    var role: ColorRole

    var width: Double { TextMetrics.width(text, size: size, weight: weight) }
    var height: Double { size * 1.2 }
  }

  private func place(
    _ lines: [BlockLine], _ role: SceneRole, near point: Point, _ distances: [Double],
    leaderFrom: Double, _ field: inout LabelField, _ scene: inout Scene
  ) {
    guard !lines.isEmpty else { return }
    let width = lines.map(\.width).max() ?? 0
    let height = lines.map(\.height).reduce(0, +)
    let search = LabelSearch(field: field, bounds: bounds, leaderDistance: leaderFrom)
    guard
      let place = search.place(width: width, height: height, near: point, distances: distances)
    else {
      scene.droppedLabels += 1
      return
    }
    if let leader = place.leader {
      field.add(leader: leader)
      scene.items.append(SceneItem(.leader, .lines([leader]), .stroke(.axis, width: 0.8)))
    }
    var y = place.extent.minY
    let isLeft = place.extent.maxX <= point.x
    for line in lines {
      let box = TextBox(
        line.text,
        at: Point(x: isLeft ? place.extent.maxX : place.extent.minX, y: y + line.size * 0.9),
        anchor: isLeft ? .end : .start, size: line.size, weight: line.weight)
      scene.items.append(SceneItem(role, .text(box), .text(line.role, hasHalo: true)))
      field.add(text: box.extent)
      y += line.height
    }
  }
}
