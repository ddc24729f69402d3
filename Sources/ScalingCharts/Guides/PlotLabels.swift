/// Text inside the plot area: annotations, names of rules, names of points.
struct PlotLabels {
  private let marks: [Mark]
  private let frame: PlotFrame
  private let figure: FigureLayout
  private let bounds: Rect
  private let inlineNames: [EndLabels.InlineName]

  init(_ marks: [Mark], frame: PlotFrame, figure: FigureLayout, inlineNames: [EndLabels.InlineName])
  {
    self.marks = marks
    self.frame = frame
    self.figure = figure
    self.inlineNames = inlineNames
    let plot = frame.plot
    bounds = Rect(minX: plot.minX + 2, minY: plot.minY, maxX: plot.maxX - 2, maxY: plot.maxY - 2)
  }

  /// Draws the labels; items from `firstObstacle` on are obstacles.
  func draw(firstObstacle: Int, to scene: inout Scene) {
    let needsLabels =
      !inlineNames.isEmpty
      || marks.contains { mark in
        switch mark {
        case .text, .pointLabels: true
        case .contours(let contours): contours.levels.contains { $0.label != nil }
        case .rule(let rule): rule.direction == .horizontal && rule.label != nil
        default: false
        }
      }
    guard needsLabels else { return }
    var field = LabelField(width: frame.plot.maxX + 40, height: frame.plot.maxY + 40)
    for item in scene.items[firstObstacle...] { field.add(item) }
    RuleLabels(
      marks, frame: frame, size: figure.type.detail,
      grid: Self.heights(ofGridIn: scene.items[firstObstacle...])
    ).draw(&field, &scene)
    for case .contours(let mark) in marks {
      ContourLabels(mark, frame: frame, size: figure.type.detail).draw(&field, &scene)
    }
    for name in inlineNames { draw(name, &field, &scene) }
    for case .text(let mark) in marks { draw(mark, &field, &scene) }
    drawNames(field, &scene)
  }

  /// Where the hairlines of the y axis stand.
  private static func heights(ofGridIn items: ArraySlice<SceneItem>) -> [Double] {
    items.filter { $0.role == .grid }.flatMap { $0.shape.points.map(\.y) }
  }

  private struct Name {
    var item: PointLabels.Item
    var style: SeriesStyle
    var point: Point
  }

  /// Places the names of points one after the other. Where some find no place, other orders
  /// within equal priority are tried, and the one that drops fewest is kept.
  private func drawNames(_ field: LabelField, _ scene: inout Scene) {
    let names = importantNames(&scene)
    if names.isEmpty { return }
    var best: Scene?
    for attemptNumber in 0..<Self.mostAttempts {
      let keys = names.indices.map { Self.key($0, names[$0].point, attempt: attemptNumber) }
      let order = names.indices.sorted {
        (names[$1].item.priority, keys[$0], $0) < (names[$0].item.priority, keys[$1], $1)
      }
      var attempt = scene
      var attemptField = field
      for index in order {
        draw(names[index], rivals: names.map(\.point), &attemptField, &attempt)
      }
      if attempt.droppedLabels < best?.droppedLabels ?? .max { best = attempt }
      if attempt.droppedLabels == scene.droppedLabels { break }
    }
    if let best { scene = best }
  }

  /// The names to be placed, those of highest priority when there are very many.
  private func importantNames(_ scene: inout Scene) -> [Name] {
    let names = marks.flatMap { mark -> [Name] in
      guard case .pointLabels(let labels) = mark else { return [] }
      return labels.items.map {
        Name(item: $0, style: labels.style, point: frame.point($0.x, $0.y))
      }
    }
    guard names.count > Self.mostNames else { return names }
    scene.droppedLabels += names.count - Self.mostNames
    let order = names.indices.sorted {
      (names[$1].item.priority, $0) < (names[$0].item.priority, $1)
    }
    return order.prefix(Self.mostNames).map { names[$0] }
  }

  private static let mostAttempts = 14
  /// No plot has room for more names.
  private static let mostNames = 150

  /// Orders of names with equal priority: as given, from the right, left, top and bottom, then
  /// mixed ones, which are the same in every run.
  private static func key(_ index: Int, _ point: Point, attempt: Int) -> Double {
    switch attempt {
    case 0: 0
    case 1: -point.x
    case 2: point.x
    case 3: point.y
    case 4: -point.y
    default:
      Double((UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15 &* UInt64(2 * attempt + 1)) >> 40)
    }
  }

  private func draw(_ mark: TextMark, _ field: inout LabelField, _ scene: inout Scene) {
    let point = frame.point(mark.x, mark.y)
    guard frame.shows(point) else {
      scene.droppedLabels += 1
      return
    }
    let lines = block(mark.text, mark.detail, role: mark.style.textRole)
    let distances = [12.0, 22, 34, 48, 64, 84, 110, 140]
    if place(lines, .annotation, near: point, distances, leaderFrom: 20, &field, &scene) { return }
    if let remark = NamedSeries(mark, among: marks) {
      scene.unplacedRemarks.append(remark)
    } else {
      scene.droppedLabels += 1
    }
  }

  /// The name of a curve that ends inside the plot area; without a place it is left to the key.
  private func draw(
    _ name: EndLabels.InlineName, _ field: inout LabelField, _ scene: inout Scene
  ) {
    let lines = block(name.label.name, name.label.detail, role: name.style.textRole)
    let isPlaced = place(
      lines, .endLabel, near: name.end, [10.0, 16, 24, 34, 48, 66, 90, 120], leaderFrom: 18,
      series: name.style.colorIndex, isRequired: true, &field, &scene)
    if !isPlaced { scene.unnamedSeries.insert(SeriesIdentity(name.label, name.style)) }
  }

  private func block(_ text: String, _ detail: String?, role: ColorRole) -> [BlockLine] {
    let type = figure.type
    // On a phone two lines of a few letters each fill the plot sooner than one long line.
    let size = figure.isNarrow ? type.pointLabel : type.label
    let room = max(110, frame.plot.width * (figure.isNarrow ? 0.55 : 0.4))
    let name = TextFitting.wrappedName(
      text, width: room, size: size, weight: .semibold, maximumLines: 3)
    let quiet = TextFitting.wrapped(
      detail ?? "", width: room, size: min(size, type.detail), maximumLines: 3)
    return name.map { BlockLine(text: $0, size: size, weight: .semibold, role: role) }
      + quiet.map {
        BlockLine(text: $0, size: min(size, type.detail), weight: .regular, role: .muted)
      }
  }

  private func draw(
    _ name: Name, rivals: [Point], _ field: inout LabelField, _ scene: inout Scene
  ) {
    guard frame.shows(name.point) else {
      scene.droppedLabels += 1
      return
    }
    let size = figure.type.pointLabel
    let distances = [10.0, 14, 20, 28, 38, 50, 64, 80, 100, 124, 150, 180, 215]
    let room = min(240, max(110, frame.plot.width * 0.4))
    for share in Self.shares {
      let text = TextFitting.shortenedInside(name.item.text, width: share * room, size: size)
      let line = BlockLine(text: text, size: size, weight: .regular, role: name.style.textRole)
      let isPlaced = place(
        [line], .pointLabel, near: name.point, distances, leaderFrom: 13, rivals: rivals, &field,
        &scene)
      if isPlaced { return }
    }
    scene.droppedLabels += 1
  }

  /// A name that finds no place is tried once more in fewer letters.
  private static let shares = [1, 0.8, 0.65]

  private struct BlockLine {
    var text: String
    var size: Double
    var weight: FontWeight
    var role: ColorRole

    var width: Double { TextMetrics.width(text, size: size, weight: weight) }
    var height: Double { size * 1.2 }
  }

  /// Writes lines near a point; false where there is no place.
  private func place(
    _ lines: [BlockLine], _ role: SceneRole, near point: Point, _ distances: [Double],
    leaderFrom: Double, series: Int? = nil, isRequired: Bool = false,
    rivals: [Point] = [],
    _ field: inout LabelField, _ scene: inout Scene
  ) -> Bool {
    guard !lines.isEmpty else { return true }
    let width = lines.map(\.width).max() ?? 0
    let height = lines.map(\.height).reduce(0, +)
    var search = LabelSearch(
      field: field, bounds: bounds, leaderDistance: leaderFrom, rivals: rivals,
      lead: role == .pointLabel ? 0 : 4)
    var found = search.place(width: width, height: height, near: point, distances: distances)
    if found == nil {
      search.tolerance = isRequired ? .max : 100
      found = search.place(width: width, height: height, near: point, distances: distances)
    }
    guard let place = found else { return false }
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
      scene.items.append(
        SceneItem(role, .text(box), .text(line.role, hasHalo: true), series: series))
      field.add(text: box.extent)
      y += line.height
    }
    return true
  }
}
