import Testing

@testable import ScalingCharts

@Suite struct LineMarkTests {
  private let frame = PlotFrame(
    index: 0, plot: Rect(minX: 0, minY: 0, maxX: 100, maxY: 100),
    x: Scale(.linear, domain: 0...10, from: 0, to: 100),
    y: Scale(.linear, domain: 0...10, from: 100, to: 0))

  private func drawn(_ line: LineMark) -> [SceneItem] {
    var scene = Scene(width: 100, height: 100, title: "", description: "")
    line.draw(in: frame, to: &scene)
    return scene.items
  }

  @Test func missingValuesBreakTheLine() throws {
    let line = LineMark(
      x: [0, 1, 2, 3, 4, 5], y: [1, 2, .nan, 4, 7, .infinity], style: SeriesStyle(0))
    let item = try #require(drawn(line).first)
    guard case .lines(let pieces) = item.shape else { return }
    #expect(pieces.map(\.count) == [2, 2])
  }

  @Test func theLineIsDashedBeyondTheDataWithoutAGap() {
    let line = LineMark(
      x: [0, 2, 4, 6, 8], y: [0, 2, 3, 5, 9], style: SeriesStyle(0),
      line: LineStyle(solidRange: 2...6))
    let items = drawn(line)
    #expect(items.map(\.paint.pattern) == [.dashed, .solid, .dashed])
    let ends = items.compactMap { item -> (Point, Point)? in
      guard case .lines(let pieces) = item.shape, let first = pieces.first?.first,
        let last = pieces.last?.last
      else { return nil }
      return (first, last)
    }
    #expect(ends.count == 3 && ends[0].1 == ends[1].0 && ends[1].1 == ends[2].0)
  }

  @Test func onlyALineThatLeavesThePlotIsClipped() {
    #expect(drawn(LineMark(x: [0, 10], y: [0, 10], style: SeriesStyle(0)))[0].clip == nil)
    #expect(drawn(LineMark(x: [0, 10], y: [0, 11], style: SeriesStyle(0)))[0].clip == 0)
  }
}
