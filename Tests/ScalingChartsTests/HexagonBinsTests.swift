import Testing

@testable import ScalingCharts

@Suite struct HexagonBinsTests {
  private let plot = Rect(minX: 10, minY: 20, maxX: 210, maxY: 120)

  private var points: [Point] {
    (0..<3000).map { index in
      Point(
        x: 10 + Double(index * 73 % 2000) / 10, y: 20 + Double(index * index % 1000) / 10)
    }
  }

  @Test func everyPointIsCountedOnce() {
    let bins = HexagonBins(points, in: plot).bins
    #expect(bins.map(\.count).reduce(0, +) == 3000)
  }

  @Test func aPointLiesInTheHexagonOfItsNearestCentre() throws {
    for point in points.prefix(300) {
      let bins = HexagonBins([point], in: plot).bins
      let center = try #require(bins.first).center
      let dx = center.x - point.x
      let dy = center.y - point.y
      #expect((dx * dx + dy * dy).squareRoot() <= HexagonBins.radius + 1e-9)
    }
  }

  @Test func classesStartAtOneAndGrowByEqualRatios() {
    let same = [Point](repeating: Point(x: 50, y: 50), count: 1000)
    let lows = HexagonBins(same + [Point(x: 150, y: 90)], in: plot).classes
    #expect(lows.first == 1 && lows.count == HexagonBins.opacities.count)
    #expect(zip(lows, lows.dropFirst()).allSatisfy { $0 < $1 })
    #expect(HexagonBins([Point(x: 50, y: 50)], in: plot).classes == [1])
  }

  @Test func aCrowdIsThinnedAndSaidSo() throws {
    let scene = try layout(SampleFigures.crowd(20_000))
    #expect(!scene.items.contains { $0.role == .point })
    #expect(scene.binnedPoints == 20_000)
    #expect(scene.textBoxes.contains { $0.label.text.contains("20,000 points") })
    #expect(try layout(SampleFigures.crowd(3000)).items.count { $0.role == .point } == 3000)
  }

  @Test func aCurveLiesOverTheCrowdWithAMarginOfPaper() throws {
    var figure = SampleFigures.crowd(20_000)
    let line = LineMark(x: [1, 32768], y: [0.1, 0.9], style: SeriesStyle(0))
    figure.panels[0].marks.insert(.line(line), at: 0)
    let items = try layout(figure).items
    let lastBin = try #require(items.lastIndex { $0.role == .bin })
    let lines = items.indices.filter { items[$0].role == .line && $0 > lastBin }
    let papers = lines.filter { items[$0].paint.stroke == .background }
    let curve = try #require(lines.first { items[$0].paint.stroke == .series(0) })
    #expect(papers.contains { $0 < curve && items[$0].paint.strokeWidth > line.line.width + 2 })
    #expect(items[..<lastBin].allSatisfy { $0.role != .line })
  }

  @Test func theDensestPlacesAreMoreThanOneClassAndNeverTheColourOfTheCurve() throws {
    let scene = try layout(SampleFigures.crowd(20_000))
    let opacities = Set(scene.items.filter { $0.role == .bin }.map(\.paint.opacity))
    #expect(opacities.count { $0 > 0.5 } >= 3)
    #expect(opacities.allSatisfy { $0 < 1 })
  }

  @Test func aHundredThousandPointsMakeASmallFile() throws {
    #expect(try renderBytes(SampleFigures.crowd(100_000)).count < 300_000)
  }
}
