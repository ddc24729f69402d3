import Testing

@testable import ScalingCharts

@Suite struct CollisionCheckerTests {
  static let names = SampleFigures.all.map(\.name)
  static let widths: [Double] = [280, 320, 480, 560, 760, 1200, 2000]

  @Test(arguments: names, widths)
  func sampleFiguresAreClean(name: String, width: Double) throws {
    let figure = try #require(SampleFigures.all.first { $0.name == name }).figure
    let scene = try layout(figure, options: RenderOptions(width: width))
    #expect(CollisionChecker().issues(in: scene) == [])
  }

  @Test(arguments: SampleFigures.strains.map(\.name), [320.0, 360, 760, 1200])
  func strainedFiguresAreClean(name: String, width: Double) throws {
    let figure = try #require(SampleFigures.strains.first { $0.name == name }).figure
    let scene = try layout(figure, options: RenderOptions(width: width))
    #expect(CollisionChecker().issues(in: scene) == [])
  }

  @Test func aWideFrontierNamesEveryPoint() throws {
    let scene = try layout(SampleFigures.frontier, options: RenderOptions(width: 1200))
    #expect(scene.droppedLabels == 0)
    #expect(scene.items.count { $0.role == .pointLabel } == 17)
  }

  @Test func droppedNamesAreCountedAndTheImportantOnesStay() throws {
    let scene = try layout(SampleFigures.frontier, options: RenderOptions(width: 320))
    let shown = scene.items.count { $0.role == .pointLabel }
    #expect(shown + scene.droppedLabels == 17)
    #expect(shown >= 6)
  }

  @Test func thousandsOfSeriesAreDrawnAndTheirNamesCounted() throws {
    let figure = SampleFigures.manySeries(5000) { "series \($0)" }
    let scene = try layout(figure, options: RenderOptions(width: 760))
    #expect(scene.items.count { $0.role == .line && $0.series != nil } == 5000)
    let texts = scene.textBoxes.map(\.label.text)
    #expect(texts.contains { $0.hasPrefix("and 4") && $0.hasSuffix("more") })
    // Texts only: lines and points cover each other.
    #expect(CollisionChecker().issues(in: scene).filter { $0.kind == .textOverlapsText } == [])
  }

  @Test func findsWhatIsWrong() throws {
    var scene = try layout(SampleFigures.voting)
    let box = TextBox("over the title", at: Point(x: 30, y: 34), size: 12)
    scene.items.append(SceneItem(.annotation, .text(box), .text(.ink)))
    let far = TextBox("far out", at: Point(x: 750, y: 200), size: 12)
    scene.items.append(SceneItem(.annotation, .text(far), .text(.ink)))
    scene.items.append(
      SceneItem(.line, .lines([[Point(x: 0, y: 0), Point(x: 9, y: 9)]]), .stroke(.ink), clip: 0))
    let kinds = Set(CollisionChecker().issues(in: scene).map(\.kind))
    #expect(kinds.isSuperset(of: [.textOverlapsText, .textOutsideCanvas, .markClipped]))
  }

  @Test func findsATextThatABarRunsThrough() throws {
    var scene = try layout(SampleFigures.voting)
    let plot = try #require(scene.plotAreas.first)
    let place = Point(x: plot.midX, y: plot.maxY - 12)
    let box = TextBox("struck", at: place, anchor: .middle, size: 12)
    let line = [Point(x: plot.midX, y: plot.maxY - 60), Point(x: plot.midX, y: plot.maxY)]
    scene.items.append(SceneItem(.annotation, .text(box), .text(.ink)))
    scene.items.append(SceneItem(.line, .lines([line]), .stroke(.ink, width: 2)))
    #expect(!CollisionChecker().issues(in: scene).contains { $0.kind == .barCrossesText })
    scene.items.append(SceneItem(.line, .lines([line]), .stroke(.ink, width: 5)))
    #expect(CollisionChecker().issues(in: scene).contains { $0.kind == .barCrossesText })
  }

  @Test func droppedNamesAreSaidInANote() throws {
    let scene = try layout(SampleFigures.frontier, options: RenderOptions(width: 320))
    let note = "\(scene.droppedLabels) names have no room at this width."
    #expect(scene.droppedLabels > 1)
    #expect(scene.items.contains { $0.role == .note && $0.shape.text == note })
  }

  @Test func seriesAreNamedAtTheirEndsWhenThereIsRoom() throws {
    #expect(try !layout(SampleFigures.fourSeries, options: RenderOptions(width: 760)).hasKey)
    #expect(try layout(SampleFigures.fourSeries, options: RenderOptions(width: 320)).hasKey)
  }
}

extension SceneShape {
  fileprivate var text: String? {
    if case .text(let box) = self { box.label.text } else { nil }
  }
}
