extension SymbolShape {
  /// The corners of a symbol. Sizes are balanced so that all shapes look equally large.
  func outline(center: Point, radius: Double) -> [Point] {
    let unit: [(Double, Double)] =
      switch self {
      case .circle, .square: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
      case .triangle: [(0, -1.36), (1.2, 0.78), (-1.2, 0.78)]
      case .triangleDown: [(0, 1.36), (-1.2, -0.78), (1.2, -0.78)]
      case .diamond: [(0, -1.32), (1.2, 0), (0, 1.32), (-1.2, 0)]
      case .plus: Self.plusOutline
      case .cross: Self.plusOutline.map { x, y in (0.74 * (x - y), 0.74 * (x + y)) }
      }
    return unit.map { Point(x: center.x + $0 * radius, y: center.y + $1 * radius) }
  }

  private static let plusOutline: [(Double, Double)] = [
    (-0.42, -1.25), (0.42, -1.25), (0.42, -0.42), (1.25, -0.42), (1.25, 0.42), (0.42, 0.42),
    (0.42, 1.25), (-0.42, 1.25), (-0.42, 0.42), (-1.25, 0.42), (-1.25, -0.42), (-0.42, -0.42),
  ]
}
