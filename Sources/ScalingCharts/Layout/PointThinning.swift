/// Decides from how many points on a mark is drawn as counts, and says so below the figure.
enum PointThinning {
  /// A figure with more points than these is too large for a page, and its points hide each other.
  private static let mostPoints = 4000
  /// Marks with fewer points than these are never thinned.
  private static let fewPoints = 150

  /// The size from which marks of a figure are thinned.
  static func binsFrom(_ panels: [Panel]) -> Int {
    var count = 0
    for case .points(let mark) in panels.flatMap(\.marks) { count += mark.points.count }
    return count > mostPoints ? fewPoints : .max
  }

  /// What a reader must know about the hexagons.
  static func notes(_ scene: Scene) -> [String] {
    guard scene.binnedPoints > 0 else { return [] }
    let total = TickFormat.grouped(scene.binnedPoints)
    return [
      "Hexagons: \(total) points, the stronger the colour the more lie there (1 to "
        + "\(TickFormat.grouped(scene.mostInOneBin))); their intervals are not drawn."
    ]
  }
}
