/// Knows where ink is, and finds free places for text.
///
/// Marks are kept on a coarse grid, because a rough answer is enough to keep text off lines;
/// texts are kept as exact rectangles, because two texts must never meet.
struct LabelField {
  private static let cell = 4.0
  /// Text is not placed on rectangles that are less transparent.
  static let darkOpacity = 0.4

  private let columns: Int
  private let rows: Int
  private var ink: [UInt8]
  private(set) var texts: [Rect] = []

  init(width: Double, height: Double) {
    columns = Int(width / Self.cell) + 1
    rows = Int(height / Self.cell) + 1
    ink = [UInt8](repeating: 0, count: columns * rows)
  }

  /// Reserves a place for a text.
  mutating func add(text extent: Rect) { texts.append(extent) }

  /// Whether a text there would touch another text, or follow it as if they were one.
  func isTaken(_ extent: Rect, gap: Double = 1, lead: Double = 0) -> Bool {
    var room = extent.insetBy(-gap)
    room.minY -= lead
    room.maxY += lead
    room.minX -= gap * 5
    room.maxX += gap * 5
    return texts.contains { room.intersects($0) }
  }

  /// Reserves a leader line, which no later text may cover.
  mutating func add(leader: [Point]) { mark(leader, weight: 30) }

  /// How much a leader would disturb the marks beyond its own point, or nil when it would cross
  /// a text, a point or another leader.
  func leaderCost(_ leader: [Point]) -> Int? {
    guard let start = leader.first, let end = leader.last else { return 0 }
    let dx = end.x - start.x
    let dy = end.y - start.y
    let length = (dx * dx + dy * dy).squareRoot()
    var cost = 0
    var along = 4.0
    while along < length - 2 {
      let x = start.x + dx * along / length
      let y = start.y + dy * along / length
      let spot = Rect(minX: x - 1, minY: y - 1, maxX: x + 1, maxY: y + 1)
      if isTaken(spot, gap: 0.4) { return nil }
      let spotOnGrid = Rect(minX: x, minY: y, maxX: x + 0.1, maxY: y + 0.1)
      guard let ink = self.cost(of: spotOnGrid) else { return nil }
      cost += ink > 0 ? 6 : 0
      along += 4
    }
    return cost
  }

  /// Records the ink of an item. Of areas only the edges of regions count, grid lines not.
  mutating func add(_ item: SceneItem) {
    switch (item.role, item.shape) {
    case (.point, .symbol(_, let center, let radius)):
      let reach = radius - 1
      mark(
        Rect(
          minX: center.x - reach, minY: center.y - reach, maxX: center.x + reach,
          maxY: center.y + reach), weight: 12)
    case (.inset, .rectangle(let rect)): add(text: rect)
    case (.rectangle, .rectangle(let rect)):
      mark(rect, weight: item.paint.opacity > Self.darkOpacity ? 12 : 1)
    case (.bin, .areas(let pieces)):
      for piece in pieces { mark(piece, weight: 12) }
    case (.line, .lines(let pieces)) where item.isBar:
      for piece in pieces { mark(piece, weight: 12) }
    case (.line, .lines(let pieces)), (.rule, .lines(let pieces)),
      (.contour, .lines(let pieces)):
      for piece in pieces { mark(piece, weight: 4) }
    case (.whisker, .lines(let pieces)):
      for piece in pieces { mark(piece, weight: 8) }
    case (.region, .rectangle(let rect)):
      for x in [rect.minX, rect.maxX] {
        mark([Point(x: x, y: rect.minY), Point(x: x, y: rect.maxY)], weight: 2)
      }
    case (_, .text(let box)): add(text: box.extent)
    default: break
    }
  }

  /// How much ink of lines and whiskers lies under a rectangle, or nil when a point or a leader
  /// does, which text must not cover.
  func cost(of rect: Rect) -> Int? {
    guard let span = span(rect) else { return 0 }
    var total = 0
    for row in span.rows {
      for column in span.columns {
        let weight = Int(ink[row * columns + column])
        if weight >= 12 { return nil }
        total += weight
      }
    }
    return total
  }

  private mutating func mark(_ rect: Rect, weight: UInt8) {
    guard let span = span(rect) else { return }
    for row in span.rows {
      for column in span.columns { raise(row * columns + column, to: weight) }
    }
  }

  private mutating func mark(_ points: [Point], weight: UInt8) {
    for (start, end) in zip(points, points.dropFirst()) {
      let length = max((end.x - start.x).magnitude, (end.y - start.y).magnitude)
      let steps = min(4000, max(1, Int(length / Self.cell * 2)))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let column = Int((start.x + (end.x - start.x) * share) / Self.cell)
        let row = Int((start.y + (end.y - start.y) * share) / Self.cell)
        if row >= 0, row < rows, column >= 0, column < columns {
          raise(row * columns + column, to: weight)
        }
      }
    }
  }

  private mutating func raise(_ index: Int, to weight: UInt8) {
    ink[index] = max(ink[index], weight)
  }

  private func span(_ rect: Rect) -> (rows: Range<Int>, columns: Range<Int>)? {
    let left = max(0, Int((rect.minX / Self.cell).rounded(.down)))
    let right = min(columns, Int((rect.maxX / Self.cell).rounded(.up)))
    let top = max(0, Int((rect.minY / Self.cell).rounded(.down)))
    let bottom = min(rows, Int((rect.maxY / Self.cell).rounded(.up)))
    return left < right && top < bottom ? (top..<bottom, left..<right) : nil
  }
}
