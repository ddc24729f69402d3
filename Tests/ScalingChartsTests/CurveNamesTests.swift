import Testing

@testable import ScalingCharts

/// Names of curves and rules that have little room.
@Suite struct CurveNamesTests {
  /// A curve that ends in the middle of a plot full of points.
  private var crowded: Figure {
    let points = (0..<60).flatMap { x in
      (0..<40).map { PointDatum(x: Double(x), y: Double($0)) }
    }
    let curve = LineMark(
      x: [0, 20], y: [5, 20], style: SeriesStyle(1), label: SeriesLabel("10 %"))
    let other = LineMark(
      x: [0, 59], y: [5, 35], style: SeriesStyle(2), label: SeriesLabel("30 %"))
    return Figure(
      title: "t",
      panels: [
        Panel(
          x: Axis("x"), y: Axis("y"),
          marks: [
            .line(curve), .line(other), .points(PointsMark(points, style: SeriesStyle(0))),
          ])
      ])
  }

  @Test(arguments: [320.0, 760, 853, 1200])
  func aCurveWithoutRoomForItsNameIsInTheKey(width: Double) throws {
    let scene = try layout(crowded, options: RenderOptions(width: width))
    for name in ["10 %", "30 %"] {
      #expect(scene.textBoxes.count { $0.label.text == name } == 1, "\(name)")
    }
    #expect(CollisionChecker().issues(in: scene).isEmpty)
  }

  @Test func aRuleNearAGridLineIsNamedOnItsOtherSide() throws {
    let figure = Figure(
      title: "t",
      panels: [
        Panel(
          x: Axis("x"), y: Axis("y", format: .percent, domain: 0...1),
          marks: [
            .rule(RuleMark(.horizontal, at: 0.98, label: "human panel: 98.0 %")),
            .points(
              PointsMark(
                [PointDatum(x: 1, y: 0.2), PointDatum(x: 2, y: 0.5)], style: SeriesStyle(0))),
          ])
      ])
    let scene = try layout(figure)
    let name = try #require(scene.textBoxes.first { $0.label.text.hasPrefix("human") })
    let grid = scene.items.filter { $0.role == .grid }.flatMap { $0.shape.points.map(\.y) }
    #expect(!grid.contains { name.extent.minY < $0 && $0 < name.extent.maxY })
  }

  @Test func aNameIsShortenedBeforeItIsDropped() throws {
    let wall = (0..<40).map { PointDatum(x: 1.6, y: Double($0)) }
    let figure = Figure(
      title: "t",
      panels: [
        Panel(
          x: Axis("x", domain: 0.7...4), y: Axis("y"),
          marks: [
            .points(PointsMark(wall, style: .neutral)),
            .points(PointsMark((0..<40).map { PointDatum(x: 4, y: Double($0)) }, style: .neutral)),
            .points(
              PointsMark((0..<40).map { PointDatum(x: 2.8, y: Double($0)) }, style: .neutral)),
            .pointLabels(PointLabels([.init("a-name-of-many-letters-here", x: 1.6, y: 20)])),
          ])
      ])
    let scene = try layout(figure, options: RenderOptions(width: 320))
    #expect(scene.droppedLabels == 0)
    #expect(scene.items.contains { $0.role == .pointLabel })
  }
}
