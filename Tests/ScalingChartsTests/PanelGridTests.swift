import Testing

@testable import ScalingCharts

@Suite struct PanelGridTests {
  private func panel(_ x: String, _ y: String, _ values: [Double] = [1, 2]) -> Panel {
    Panel(
      x: Axis(x), y: Axis(y),
      marks: [.line(LineMark(x: [1, 2], y: values, style: SeriesStyle(0)))])
  }

  @Test func aFirstPanelOfItsOwnKindTakesTheColumnsThatWouldStayEmpty() {
    let grid = PanelGrid([panel("a", "b"), panel("c", "d"), panel("c", "d")], columns: 2)
    #expect(
      grid.cells == [
        .init(row: 0, columns: 0...1), .init(row: 1, columns: 0...0), .init(row: 1, columns: 1...1),
      ])
  }

  @Test(arguments: [1, 2, 3, 4])
  func panelsOfOneKindFillRows(columns: Int) {
    let grid = PanelGrid([Panel](repeating: panel("a", "b"), count: 7), columns: columns)
    #expect(grid.cells.map(\.row) == (0..<7).map { $0 / columns })
    #expect(grid.cells.map(\.columns) == (0..<7).map { $0 % columns...$0 % columns })
  }

  @Test func panelsThatShareAnAxisShareItsIntervalBesideOthers() throws {
    let figure = Figure(
      title: "t",
      panels: [panel("a", "b"), panel("c", "cost", [1, 5]), panel("c", "cost", [40, 80])])
    let scene = try layout(figure, options: RenderOptions(width: 1200))
    let labels = scene.items.compactMap { item -> TextBox? in
      guard item.role == .tickLabel, case .text(let box) = item.shape, box.anchor == .end
      else { return nil }
      return box
    }
    let axes = Dictionary(grouping: labels, by: \.position.x).sorted { $0.key < $1.key }
      .map { $0.value.map { "\($0.label.text) at \($0.position.y)" } }
    #expect(axes.count == 3)
    #expect(axes[1] == axes[2] && axes[0] != axes[1])
  }
}
