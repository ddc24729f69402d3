#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Counts of points in hexagons, where single points could no longer be told apart.
///
/// Every point lies in the hexagon whose centre is nearest; centres stand on two rectangular
/// grids that are shifted by half a step (Carr et al. 1987, Scatterplot matrix techniques for
/// large N, section 3).
struct HexagonBins {
  /// From a centre to a corner, in pixels.
  static let radius = 3.6

  /// A hexagon with points in it.
  struct Bin: Equatable {
    var center: Point
    var count: Int
  }

  /// From top to bottom and left to right.
  let bins: [Bin]

  init(_ points: [Point], in plot: Rect) {
    let stepX = Self.radius * 3.0.squareRoot()
    let stepY = Self.radius * 1.5
    let columns = Int(plot.width / stepX) + 3
    let rows = Int(plot.height / stepY) + 3
    var counts = [Int](repeating: 0, count: columns * rows)
    let center = { (row: Int, column: Int) in
      Point(
        x: plot.minX + (Double(column) + (row % 2 == 0 ? 0 : 0.5)) * stepX,
        y: plot.minY + Double(row) * stepY)
    }
    for point in points {
      let y = (point.y - plot.minY) / stepY
      var best = (row: 0, column: 0, distance: Double.infinity)
      for row in [Int(y), Int(y) + 1] {
        let x = (point.x - plot.minX) / stepX - (row % 2 == 0 ? 0 : 0.5)
        let column = max(0, Int(x.rounded()))
        let middle = center(row, column)
        let dx = middle.x - point.x
        let dy = middle.y - point.y
        let distance = dx * dx + dy * dy
        if distance < best.distance { best = (row, column, distance) }
      }
      counts[best.row * columns + best.column] += 1
    }
    bins = counts.indices.filter { counts[$0] > 0 }.map {
      Bin(center: center($0 / columns, $0 % columns), count: counts[$0])
    }
  }

  /// The smallest count of each class: ratios are equal, so that rare and crowded places are
  /// both seen.
  var classes: [Int] {
    let most = Double(bins.map(\.count).max() ?? 1)
    let steps = Self.opacities.count
    var lows: [Int] = []
    for step in 0..<steps {
      let low = Int(pow(most, Double(step) / Double(steps)).rounded(.up))
      if low > lows.last ?? 0 { lows.append(low) }
    }
    return lows
  }

  /// From few points to many; never the full colour, which is that of the curve.
  static let opacities = [0.14, 0.23, 0.33, 0.43, 0.53, 0.64, 0.75, 0.87]

  /// The corners of a hexagon.
  static func outline(_ center: Point) -> [Point] {
    let half = radius * 3.0.squareRoot() / 2
    return [
      Point(x: center.x, y: center.y - radius), Point(x: center.x + half, y: center.y - radius / 2),
      Point(x: center.x + half, y: center.y + radius / 2),
      Point(x: center.x, y: center.y + radius), Point(x: center.x - half, y: center.y + radius / 2),
      Point(x: center.x - half, y: center.y - radius / 2),
    ]
  }
}
