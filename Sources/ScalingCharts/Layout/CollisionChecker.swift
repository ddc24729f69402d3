/// Something in a scene that a reader would stumble over.
public struct LayoutIssue: Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: Sendable, Equatable, Hashable {
    case textOverlapsText
    case textOutsideCanvas
    /// A name of a series or a remark lies over a point.
    case textCoversPoint
    /// A leader line crosses a text that is not its own.
    case leaderCrossesText
    /// A reference line runs through a name above the plot area.
    case ruleCrossesText
    /// A mark leaves its plot area and is cut there.
    case markClipped
    /// A shape other than text leaves the canvas.
    case shapeOutsideCanvas
    /// A title, a note, a tick label or a name in the margin reaches into a plot area.
    case wordsInsidePlot
    /// An inset lies over a point.
    case insetCoversPoint
    /// A name of a place lies over a bar or a crowd of points.
    case textCoversArea
    /// A line as thick as a bar runs through a text.
    case barCrossesText
  }

  /// What is wrong.
  public var kind: Kind
  /// Names the items, for example the two texts.
  public var description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}

/// Finds overlapping text, text off the canvas, covered points and clipped marks.
///
/// It looks at the laid-out scene, whose text extents leave room for substituted fonts, so a
/// clean scene stays clean with other fonts.
public struct CollisionChecker: Sendable {
  /// Texts may be this close, in pixels, before they count as overlapping.
  public var tolerance: Double

  /// A checker.
  public init(tolerance: Double = 0) {
    self.tolerance = tolerance
  }

  /// All issues of a scene; empty when nothing overlaps and nothing is cut.
  public func issues(in scene: Scene) -> [LayoutIssue] {
    let texts = scene.items.compactMap { item -> (role: SceneRole, box: TextBox)? in
      if case .text(let box) = item.shape { (item.role, box) } else { nil }
    }
    return overlaps(texts.map(\.box)) + outside(scene, texts.map(\.box))
      + coveredPoints(scene, texts) + crossedTexts(scene, texts.map(\.box))
      + crossedNames(scene, texts) + clippedMarks(scene) + wordsInPlots(scene, texts)
      + coveredByInsets(scene) + coveredAreas(scene, texts)
      + struckTexts(scene, texts.map(\.box))
  }

  private func overlaps(_ boxes: [TextBox]) -> [LayoutIssue] {
    var issues: [LayoutIssue] = []
    for (index, box) in boxes.enumerated() {
      let extent = box.extent.insetBy(tolerance / 2)
      for other in boxes[(index + 1)...] where extent.intersects(other.extent) {
        issues.append(
          LayoutIssue(
            .textOverlapsText, "“\(box.label.text)” overlaps “\(other.label.text)”"))
      }
    }
    return issues
  }

  private func outside(_ scene: Scene, _ boxes: [TextBox]) -> [LayoutIssue] {
    let canvas = Rect(minX: 0, minY: 0, maxX: scene.width, maxY: scene.height)
    let texts = boxes.filter { !canvas.contains($0.extent) }.map {
      LayoutIssue(.textOutsideCanvas, "“\($0.label.text)” leaves the canvas")
    }
    let shapes = scene.items.filter { item in
      item.clip == nil && item.shape.points.contains { !canvas.contains($0) }
    }
    return texts
      + shapes.map { LayoutIssue(.shapeOutsideCanvas, "a \($0.role) leaves the canvas") }
  }

  private func coveredPoints(
    _ scene: Scene, _ texts: [(role: SceneRole, box: TextBox)]
  ) -> [LayoutIssue] {
    let centers = scene.items.compactMap { item -> Point? in
      guard item.role == .point, case .symbol(_, let center, _) = item.shape else { return nil }
      return center
    }
    return texts.flatMap { role, box in
      centers.filter(box.extent.contains).map { center in
        LayoutIssue(
          .textCoversPoint, "“\(box.label.text)” covers a point at \(center.x), \(center.y)")
      }
    }
  }

  private func crossedTexts(_ scene: Scene, _ boxes: [TextBox]) -> [LayoutIssue] {
    scene.items.filter { $0.role == .leader }.flatMap { leader -> [LayoutIssue] in
      guard case .lines(let pieces) = leader.shape else { return [] }
      return boxes.filter { box in
        pieces.contains { Self.crosses($0, box.extent.insetBy(1.5)) }
      }.map { LayoutIssue(.leaderCrossesText, "a leader crosses “\($0.label.text)”") }
    }
  }

  private func struckTexts(_ scene: Scene, _ boxes: [TextBox]) -> [LayoutIssue] {
    scene.items.filter { $0.role == .line && $0.isBar }.flatMap { bar -> [LayoutIssue] in
      guard case .lines(let pieces) = bar.shape else { return [] }
      return boxes.filter { box in
        pieces.contains { Self.crosses($0, box.extent.insetBy(0.5)) }
      }.map { LayoutIssue(.barCrossesText, "a bar runs through “\($0.label.text)”") }
    }
  }

  private func crossedNames(
    _ scene: Scene, _ texts: [(role: SceneRole, box: TextBox)]
  ) -> [LayoutIssue] {
    let names = texts.filter { $0.role == .ruleLabel || $0.role == .regionLabel }.map(\.box)
    return scene.items.filter { $0.role == .rule }.flatMap { rule -> [LayoutIssue] in
      guard case .lines(let pieces) = rule.shape else { return [] }
      return names.filter { box in
        pieces.contains { Self.crosses($0, box.extent.insetBy(1.5)) }
      }.map { LayoutIssue(.ruleCrossesText, "a rule crosses “\($0.label.text)”") }
    }
  }

  private func wordsInPlots(
    _ scene: Scene, _ texts: [(role: SceneRole, box: TextBox)]
  ) -> [LayoutIssue] {
    let outside: Set<SceneRole> = [
      .title, .subtitle, .heading, .note, .axisTitle, .tickLabel, .key, .regionLabel,
    ]
    return texts.filter { outside.contains($0.role) }.filter { _, box in
      let extent = box.extent.insetBy(0.5)
      return scene.plotAreas.contains { plot in
        plot.intersects(extent)
          && !scene.insetAreas.contains { $0.contains(extent) && plot.contains($0) }
      }
    }.map { LayoutIssue(.wordsInsidePlot, "“\($0.box.label.text)” reaches into a plot area") }
  }

  private func coveredByInsets(_ scene: Scene) -> [LayoutIssue] {
    guard let first = scene.items.firstIndex(where: { $0.role == .inset }) else { return [] }
    return scene.items[..<first].compactMap { item in
      guard item.role == .point, case .symbol(_, let center, _) = item.shape,
        scene.insetAreas.contains(where: { $0.contains(center) })
      else { return nil }
      return LayoutIssue(
        .insetCoversPoint, "an inset covers a point at \(center.x), \(center.y)")
    }
  }

  private func coveredAreas(
    _ scene: Scene, _ texts: [(role: SceneRole, box: TextBox)]
  ) -> [LayoutIssue] {
    let names = texts.filter { $0.role == .pointLabel || $0.role == .annotation }.map(\.box)
    return scene.items.filter { $0.hidesText }.flatMap { item in
      names.filter { box in item.shape.centers.contains { box.extent.contains($0) } }
        .map { LayoutIssue(.textCoversArea, "“\($0.label.text)” lies over a \(item.role)") }
    }
  }

  private static func crosses(_ line: [Point], _ rect: Rect) -> Bool {
    for (start, end) in zip(line, line.dropFirst()) {
      let steps = max(
        1, Int(max((end.x - start.x).magnitude, (end.y - start.y).magnitude)))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let point = Point(
          x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
        if rect.contains(point) { return true }
      }
    }
    return false
  }

  private func clippedMarks(_ scene: Scene) -> [LayoutIssue] {
    scene.items.filter { $0.clip != nil }.map {
      LayoutIssue(.markClipped, "a \($0.role) leaves the plot area and is clipped")
    }
  }
}

extension SceneItem {
  /// Whether a line is as thick as a bar, which no text can be read over.
  var isBar: Bool { paint.stroke != .background && paint.strokeWidth >= 4 }

  /// Whether text over this shape would be hard to read.
  var hidesText: Bool {
    switch role {
    case .rectangle: paint.opacity > LabelField.darkOpacity
    case .bin: true
    default: false
    }
  }
}

extension SceneShape {
  /// The middles of areas.
  fileprivate var centers: [Point] {
    switch self {
    case .rectangle(let rect): [Point(x: rect.midX, y: rect.midY)]
    case .areas(let pieces):
      pieces.compactMap { piece in
        guard let low = piece.map(\.y).min(), let high = piece.map(\.y).max(),
          let x = piece.first?.x
        else { return nil }
        return Point(x: x, y: (low + high) / 2)
      }
    case .lines, .symbol, .text: []
    }
  }

  /// The corners that span a shape; none for text, which has an extent of its own.
  var points: [Point] {
    switch self {
    case .rectangle(let rect):
      [Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.maxY)]
    case .lines(let pieces), .areas(let pieces): pieces.flatMap(\.self)
    case .symbol(_, let center, let radius):
      [
        Point(x: center.x - radius, y: center.y - radius),
        Point(x: center.x + radius, y: center.y + radius),
      ]
    case .text: []
    }
  }
}
