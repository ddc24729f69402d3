/// Looks for a place of a text near a point: sixteen directions, several distances.
struct LabelSearch {
  /// A place for a text block.
  struct Place {
    var extent: Rect
    /// The line from the point to the text, when they are far apart.
    var leader: [Point]?
  }

  let field: LabelField
  /// Text must stay inside.
  let bounds: Rect
  /// From which distance on a leader is drawn.
  let leaderDistance: Double
  /// Other points with names; a text without a leader must be nearest to its own point.
  var rivals: [Point] = []
  /// How far above or below another text a text must stay, so that the two are not read as one.
  var lead = 0.0
  /// The most ink a text may cover.
  var tolerance = 40

  /// The cheapest free place, or nil when every candidate hits text, points or the border.
  func place(
    width: Double, height: Double, near point: Point, distances: [Double]
  ) -> Place? {
    var best: Place?
    var bestCost = Double.infinity
    for distance in distances where distance * 0.5 < bestCost {
      for (preference, direction) in Self.directions.enumerated() {
        let extent = Self.extent(
          width: width, height: height, near: point, direction: direction, distance: distance)
        guard bounds.contains(extent), !field.isTaken(extent, lead: lead) else { continue }
        guard let ink = field.cost(of: extent), ink <= tolerance else { continue }
        var cost = Double(ink) + Double(preference) + distance * 0.5
        var leader: [Point]?
        if distance >= leaderDistance {
          let line = Self.leader(from: point, to: extent)
          guard let crossed = field.leaderCost(line) else { continue }
          cost += Double(crossed) + (direction.x == 0 ? 16 : 4)
          leader = line
        } else if isAmbiguous(extent, of: point) {
          continue
        }
        if cost < bestCost {
          bestCost = cost
          best = Place(extent: extent, leader: leader)
        }
      }
    }
    return best
  }

  /// Whether the text could be read as the name of another point.
  private func isAmbiguous(_ extent: Rect, of point: Point) -> Bool {
    let own = Self.distance(extent, point)
    return rivals.contains { $0 != point && Self.distance(extent, $0) < own + 3 }
  }

  private static func distance(_ rect: Rect, _ point: Point) -> Double {
    let dx = max(rect.minX - point.x, point.x - rect.maxX, 0)
    let dy = max(rect.minY - point.y, point.y - rect.maxY, 0)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// From near the point to the nearest place on the border of the text.
  private static func leader(from point: Point, to extent: Rect) -> [Point] {
    let end = Point(
      x: min(max(point.x, extent.minX - 1), extent.maxX + 1),
      y: min(max(point.y, extent.minY), extent.maxY))
    let dx = end.x - point.x
    let dy = end.y - point.y
    let length = max(1, (dx * dx + dy * dy).squareRoot())
    let start = Point(x: point.x + dx / length * 6, y: point.y + dy / length * 6)
    return [start, end]
  }

  /// East and the upper right first: they read most naturally. Leaders straight up or down cost
  /// more, because they look like whiskers.
  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (0.75, -0.75), (-0.75, -0.75), (0.75, 0.75), (-1, 0), (-0.75, 0.75), (0, -1), (0, 1),
    (0.4, 0.92), (0.4, -0.92), (-0.4, 0.92), (-0.4, -0.92), (0.92, 0.4), (0.92, -0.4),
    (-0.92, 0.4), (-0.92, -0.4),
  ]

  private static func extent(
    width: Double, height: Double, near point: Point, direction: (x: Double, y: Double),
    distance: Double
  ) -> Rect {
    let x = point.x + direction.x * distance
    let y = point.y + direction.y * distance
    let left = direction.x > 0 ? x : direction.x < 0 ? x - width : x - width / 2
    let top = direction.y > 0 ? y : direction.y < 0 ? y - height : y - height / 2
    return Rect(minX: left, minY: top, maxX: left + width, maxY: top + height)
  }
}
