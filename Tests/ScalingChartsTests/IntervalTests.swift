import Testing

@testable import ScalingCharts

@Suite struct IntervalTests {
  private let panel = Panel(
    x: Axis("x"), y: Axis("y", scale: .log10),
    marks: [
      .band(BandMark(x: [0, 1, 2], low: [0, 1, -1], high: [10, 20, 30], style: SeriesStyle(0))),
      .points(PointsMark([PointDatum(x: 1, y: 5, low: 0, high: 8)], style: SeriesStyle(0))),
    ])

  @Test func intervalsThatReachZeroGoToTheBottomOfALogAxis() throws {
    let scene = try layout(Figure(title: "t", panels: [panel]))
    let bottom = scene.plotAreas[0].maxY
    for role in [SceneRole.band, .whisker] {
      let item = try #require(scene.items.first { $0.role == role })
      let lowest = item.shape.points.map(\.y).max() ?? 0
      #expect(abs(lowest - bottom) < 0.1, "\(role)")
    }
  }

  @Test func whiskersAreLeftOutWithoutAnInterval() throws {
    var plain = panel
    plain.marks = [.points(PointsMark([PointDatum(x: 1, y: 5)], style: SeriesStyle(0)))]
    let scene = try layout(Figure(title: "t", panels: [plain]))
    #expect(!scene.items.contains { $0.role == .whisker })
  }
}
