import Testing

@testable import ScalingCharts

@Suite struct ChartErrorTests {
  private func figure(_ marks: [Mark], x: Axis = Axis("x"), y: Axis = Axis("y")) -> Figure {
    Figure(title: "t", panels: [Panel(heading: "left", x: x, y: y, marks: marks)])
  }

  @Test func aFigureNeedsAPanel() {
    #expect(throws: ChartError.noPanels) { try render(Figure(title: "t", panels: [])) }
  }

  @Test func aPanelNeedsDrawableData() {
    let marks: [Mark] = [
      .points(PointsMark([PointDatum(x: .nan, y: 1)], style: SeriesStyle(0))),
      .line(LineMark(x: [], y: [], style: SeriesStyle(0))),
      .band(BandMark(x: [1], low: [.infinity], high: [1], style: SeriesStyle(0))),
    ]
    #expect(throws: ChartError.noDrawableData(panel: 0, heading: "left")) {
      try render(figure(marks))
    }
    #expect(throws: ChartError.self) {
      try render(
        figure(
          [.points(PointsMark([PointDatum(x: 0, y: 1)], style: SeriesStyle(0)))],
          x: Axis("x", scale: .log2)))
    }
    #expect(
      ChartError.noDrawableData(panel: 0, heading: "left").description.contains("panel 1 (left)"))
  }

  @Test func aDomainMustFitItsScale() {
    let marks: [Mark] = [.points(PointsMark([PointDatum(x: 1, y: 1)], style: SeriesStyle(0)))]
    #expect(throws: ChartError.invalidDomain(panel: 0, axis: "x")) {
      try render(figure(marks, x: Axis("x", scale: .log10, domain: 0...10)))
    }
    #expect(throws: ChartError.invalidDomain(panel: 0, axis: "y")) {
      try render(figure(marks, y: Axis("y", domain: 2...2)))
    }
  }

  @Test(arguments: [
    [0.0], [1e300, -1e300], [1e-300], [.nan, 1, .infinity], [5, 5, 5], [-1e-12, 1e-12],
    [.greatestFiniteMagnitude, -.greatestFiniteMagnitude], [.leastNonzeroMagnitude],
  ])
  func oddNumbersNeverCrash(values: [Double]) {
    for scale in [ScaleKind.linear, .log2, .log10] {
      for format in [TickFormat.plain, .tokens, .powersOfTen, .dollars, .percent, .count, .year] {
        let marks: [Mark] = [
          .line(LineMark(x: values, y: values.reversed(), style: SeriesStyle(0))),
          .points(PointsMark(values.map { PointDatum(x: $0, y: $0) }, style: SeriesStyle(1))),
        ]
        _ = try? render(
          figure(
            marks, x: Axis("x", scale: scale, format: format),
            y: Axis("y", scale: scale, format: format)))
      }
    }
  }
}
