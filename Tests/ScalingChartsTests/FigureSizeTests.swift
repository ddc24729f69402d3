import Testing

@testable import ScalingCharts

@Suite struct FigureSizeTests {
  static let names = ["voting", "four-series", "frontier", "both-lenses", "compute"]

  @Test(arguments: FigureSize.allCases, names)
  func figuresHaveTheSizeAndStayClean(size: FigureSize, name: String) throws {
    let figure = try #require(SampleFigures.all.first { $0.name == name }).figure
    var options = RenderOptions()
    size.apply(to: &options)
    let scene = try layout(figure, options: options)
    #expect(CollisionChecker().issues(in: scene) == [])
    let svg = try render(figure, options: options)
    #expect(svg.contains("width=\"\(Int(size.width))\""))
    if let height = size.height { #expect(svg.contains("height=\"\(Int(height))\"")) }
  }

  @Test func magnifyingLaysOutASmallerCanvas() throws {
    var options = RenderOptions(width: 1200)
    options.theme.magnification = 1.5
    let scene = try layout(SampleFigures.voting, options: options)
    #expect(scene.width == 800 && scene.magnification == 1.5)
    #expect(try render(SampleFigures.voting, options: options).contains("viewBox=\"0 0 800 "))
    options.width = 300
    options.theme.magnification = 100
    #expect(try layout(SampleFigures.voting, options: options).width == 280)
  }

  @Test(arguments: [FigureSize.slide, .card])
  func panelsThatAreTooHighForASlideStandSideBySide(size: FigureSize) throws {
    let panel = SampleFigures.voting.panels[0]
    var figure = SampleFigures.voting
    figure.panels = [panel, panel]
    figure.columns = 1
    var options = RenderOptions()
    size.apply(to: &options)
    let areas = try layout(figure, options: options).plotAreas
    #expect(areas.count == 2 && areas[0].minY == areas[1].minY && areas[0].maxX < areas[1].minX)
    options.height = nil
    #expect(Set(try layout(figure, options: options).plotAreas.map(\.minY)).count == 2)
  }

  @Test func aKiloOf1024IsSaid() throws {
    let note = "On the x axis 1K is 1,024."
    let says = { (last: Double) in
      let line = LineMark(x: [1, last], y: [0.1, 0.2], style: SeriesStyle(0))
      let figure = Figure(
        title: "t",
        panels: [
          Panel(x: Axis("k", scale: .log2, format: .tokens), y: Axis("y"), marks: [.line(line)])
        ])
      return try layout(figure, options: RenderOptions()).textBoxes.contains {
        $0.label.text == note
      }
    }
    #expect(try says(4096))
    #expect(try !says(256))
  }

  @Test func aFigureWithoutRoomIsRefused() throws {
    let error = #expect(throws: ChartError.self) {
      try layout(SampleFigures.oddText, options: RenderOptions(height: 200))
    }
    #expect(error?.description.contains("pixels of height, but was given 200") == true)
  }

  @Test(arguments: NamedTheme.allCases)
  func themesDrawWhatTheySay(theme: NamedTheme) throws {
    var options = RenderOptions()
    theme.apply(to: &options)
    let svg = try render(SampleFigures.fourSeries, options: options)
    #expect(svg.contains("@media(prefers-color-scheme:dark)") == [.auto, .slides].contains(theme))
    #expect(
      svg.contains("fill:\(Palette.dark.background.css)") == (theme != .light && theme != .print))
    #expect(
      CollisionChecker().issues(in: try layout(SampleFigures.fourSeries, options: options)) == [])
  }
}
