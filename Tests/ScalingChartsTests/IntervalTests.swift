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

  @Test func aBandAlongYIsTheBandAlongXTurned() throws {
    let places = [1.0, 2, 4]
    let along = BandMark(x: places, low: [2, 3, .nan], high: [3, 5, 9], style: SeriesStyle(0))
    let up = BandMark(y: places, low: [2, 3, .nan], high: [3, 5, 9], style: SeriesStyle(0))
    let outlines = try [along, up].map { band in
      let axis = Axis("value", scale: .log10, domain: 1...10)
      let figure = Figure(title: "t", panels: [Panel(x: axis, y: axis, marks: [.band(band)])])
      let scene = try layout(figure)
      let item = try #require(scene.items.first { $0.role == .band })
      let plot = scene.plotAreas[0]
      return item.shape.points.map {
        (x: ($0.x - plot.minX) / plot.width, y: (plot.maxY - $0.y) / plot.height)
      }
    }
    #expect(outlines[0].count == 4)
    for (first, second) in zip(outlines[0], outlines[1]) {
      #expect(abs(first.x - second.y) < 1e-9 && abs(first.y - second.x) < 1e-9)
    }
  }

  @Test func theExtentOfABandAlongYIsThatOfItsEnds() {
    let band = BandMark(y: [1, 2], low: [-4, 0], high: [3, 9], style: SeriesStyle(0))
    let extent = PanelExtent(Panel(x: Axis("x"), y: Axis("y"), marks: [.band(band)]))
    #expect(extent.x.lower == -4 && extent.x.upper == 9)
    #expect(extent.y.lower == 1 && extent.y.upper == 2)
  }

  @Test func crowdedPointsHaveNoOutline() {
    let few = PointsMark([PointDatum(x: 1, y: 1)], style: SeriesStyle(0))
    #expect(few.paint(among: 30).stroke == .background)
    #expect(few.paint(among: 600).stroke == nil)
  }
}
