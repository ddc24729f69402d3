import Testing

@testable import ScalingCharts

@Suite struct MarkTests {
  @Test func aFigureShowsEveryMark() throws {
    let scene = try layout(SampleFigures.everyMark)
    let roles = Set(scene.items.map(\.role))
    #expect(
      roles.isSuperset(of: [
        .region, .regionLabel, .rule, .ruleLabel, .rectangle, .contour, .contourLabel, .band, .line,
        .point, .annotation, .pointLabel, .endLabel, .key,
      ]))
  }

  @Test func stepsHoldEachValueUntilTheNext() {
    let corners = Interpolation.step.corners(x: [1, 2, 4], y: [5, 6, 7])
    #expect(corners.x == [1, 2, 2, 4, 4])
    #expect(corners.y == [5, 5, 6, 6, 7])
    #expect(Interpolation.straight.corners(x: [1, 2], y: [3, 4]).x == [1, 2])
  }

  @Test func theSecondUnitIsTheFirstTimesItsFactor() throws {
    let scene = try layout(SampleFigures.everyMark)
    let ticks = scene.items.compactMap { item -> TextBox? in
      guard item.role == .tickLabel, case .text(let box) = item.shape else { return nil }
      return box
    }
    let dollars = try #require(ticks.first { $0.label.text == "$0.50" })
    let tokens = try #require(ticks.first { $0.label.text == "100K" })
    // 100,000 tokens are worth a quarter of a dollar: half of fifty cents, to the left.
    let tenfold = try #require(ticks.first { $0.label.text == "1M" })
    let half = 0.30103 * (tenfold.position.x - tokens.position.x)
    #expect((dollars.position.x - tokens.position.x - half).magnitude < 0.5)
    #expect(tokens.position.y > dollars.position.y + 20)
  }

  @Test func rectanglesAreCutAtThePlotArea() throws {
    let mark = RectanglesMark(
      [.init(x: -5...0.5, y: 0...3), .init(x: 2...3, y: 0...1)], style: SeriesStyle(0))
    let figure = Figure(
      title: "t",
      panels: [
        Panel(
          x: Axis("x", domain: 0...1), y: Axis("y", domain: 0...2), marks: [.rectangles(mark)])
      ])
    let scene = try layout(figure)
    let shapes = scene.items.filter { $0.role == .rectangle }.map(\.shape)
    guard case .rectangle(let rect)? = shapes.first, shapes.count == 1 else {
      Issue.record("one rectangle is visible")
      return
    }
    #expect(scene.plotAreas[0].insetBy(-0.01).contains(rect))
  }

  @Test func aContourIsOpenWhereItsNameStands() throws {
    let scene = try layout(SampleFigures.equalAccuracy)
    let names = scene.items.filter { $0.role == .contourLabel }
    #expect(names.count >= 6)
    let lines = scene.items.filter { $0.role == .contour }.flatMap(\.shape.points)
    for case .text(let box) in names.map(\.shape) {
      #expect(!lines.contains(where: box.extent.contains))
    }
  }

  @Test func anInsetStandsWhereNoDataAreAndIsAPanelOnAPhone() throws {
    let wide = try layout(SampleFigures.inset, options: RenderOptions(width: 760))
    #expect(wide.insetAreas.count == 1 && wide.plotAreas.count == 2)
    #expect(wide.plotAreas[0].contains(wide.plotAreas[1]))
    let phone = try layout(SampleFigures.inset, options: RenderOptions(width: 320))
    #expect(phone.insetAreas.isEmpty && phone.plotAreas.count == 2)
    #expect(!phone.plotAreas[0].intersects(phone.plotAreas[1]))
  }

  @Test func anEmptyPanelAmongOthersSaysSo() throws {
    let scene = try layout(SampleFigures.emptyFacet)
    #expect(scene.plotAreas.count == 3)
    #expect(scene.textBoxes.count { $0.label.text == "no data" } == 1)
  }

  @Test func panelsWithEqualAxesShowTheSameInterval() throws {
    let drafts = try PanelDraft.drafts(
      of: [(1.0, 10.0), (5, 100)].map { low, high in
        Panel(
          x: Axis("x"), y: Axis("y"),
          marks: [.line(LineMark(x: [low, high], y: [low, high], style: SeriesStyle(0)))])
      })
    #expect(drafts[0].xDomain != drafts[1].xDomain)
    let figure = Figure(title: "t", panels: drafts.map(\.panel))
    let scene = try layout(figure)
    let lines = scene.items.filter { $0.role == .line }.map { item in
      item.shape.points.map(\.x).max() ?? 0
    }
    #expect(lines[0] < scene.plotAreas[0].maxX - 100)
    #expect(lines[1] > scene.plotAreas[1].maxX - 20)
  }

  @Test func manyNamesEndInACount() throws {
    let scene = try layout(SampleFigures.manySeries(200) { "series \($0)" })
    #expect(scene.textBoxes.contains { $0.label.text == "and 161 more" })
  }

  @Test func namesKeepTheirEnds() {
    let name = "gpt-4.1-mini-with-a-long-suffix-2025-04-14-reasoning-effort-high-run-3"
    let lines = TextFitting.wrappedName(name, width: 150, size: 13, maximumLines: 3)
    #expect(lines.count == 3 && lines[0].hasPrefix("gpt-4.1") && lines[2].hasSuffix("run-3"))
  }
}
