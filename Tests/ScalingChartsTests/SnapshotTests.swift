import Testing

@testable import ScalingCharts

@Suite struct SnapshotTests {
  static let names = SampleFigures.all.map(\.name)

  @Test(arguments: names, [320.0, 760])
  func sampleFiguresLookAsBefore(name: String, width: Double) throws {
    let figure = try #require(SampleFigures.all.first { $0.name == name }).figure
    let text = try render(figure, options: RenderOptions(width: width))
    try expectSnapshot(text, named: "\(name)-\(Int(width)).svg")
  }
}
