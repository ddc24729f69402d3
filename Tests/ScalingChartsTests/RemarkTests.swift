import Testing

@testable import ScalingCharts

/// Remarks that find no place inside the plot area.
struct RemarkTests {
  /// A curve in a plot that points fill, with remarks on the curve and on the points.
  private static func figure(_ remarkStyle: SeriesStyle) -> Figure {
    let places = (0...70).flatMap { x in (0...36).map { (Double(x), Double($0)) } }
    return Figure(
      title: "Crowded", description: "A plot without room",
      panels: [
        Panel(
          x: Axis("x"), y: Axis("y"),
          marks: [
            .line(LineMark(x: [0, 70], y: [0, 36], style: SeriesStyle(0))),
            .points(
              PointsMark(places.map { PointDatum(x: $0.0, y: $0.1) }, style: SeriesStyle(1))),
            .text(
              TextMark("levels off here", x: 35, y: 18, detail: "at 18", style: remarkStyle)),
          ])
      ])
  }

  @Test("a remark on a curve without a place goes to the key, with the curve's line")
  func remarkInKey() throws {
    let scene = try layout(Self.figure(SeriesStyle(0)), options: RenderOptions(width: 320))
    #expect(scene.hasKey)
    #expect(scene.droppedLabels == 0)
    let keyed = scene.items.filter { $0.role == .key }
    #expect(keyed.count { if case .lines = $0.shape { true } else { false } } == 1)
    let texts = scene.textBoxes.filter { $0.label.text == "levels off here" }
    #expect(texts.map(\.continuation) == ["at 18"])
  }

  @Test("a remark that belongs to no mark is counted as left out")
  func remarkWithoutMark() throws {
    let scene = try layout(Self.figure(.neutral), options: RenderOptions(width: 320))
    #expect(!scene.hasKey)
    #expect(scene.droppedLabels == 1)
    #expect(scene.textBoxes.contains { $0.label.text == "One name has no room at this width." })
  }
}
