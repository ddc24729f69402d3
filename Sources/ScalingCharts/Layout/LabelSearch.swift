/// Looks for a place of a text near a point: eight directions, several distances.
struct LabelSearch {
  /// A place for a text block, with the direction seen from its point.
  struct Place {
    var extent: Rect
    var distance: Double
  }

  let field: LabelField
  /// Text must stay inside.
  let bounds: Rect
  /// The most ink a text may cover.
  var tolerance = 40

  /// The cheapest free place, or nil when every candidate hits text, points or the border.
  func place(
    width: Double, height: Double, near point: Point, distances: [Double]
  ) -> Place? {
    var best: Place?
    var bestCost = Double.infinity
    for distance in distances {
      for (preference, direction) in Self.directions.enumerated() {
        let extent = Self.extent(
          width: width, height: height, near: point, direction: direction, distance: distance)
        guard bounds.contains(extent), !field.isTaken(extent) else { continue }
        let ink = field.cost(of: extent)
        guard ink <= tolerance else { continue }
        let cost = Double(ink) + Double(preference) * 1.5 + distance * 0.8
        if cost < bestCost {
          bestCost = cost
          best = Place(extent: extent, distance: distance)
        }
      }
    }
    return best
  }

  /// East and the upper right first: they read most naturally.
  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-1, 0), (-0.8, 0.8), (0, -1), (0, 1),
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
