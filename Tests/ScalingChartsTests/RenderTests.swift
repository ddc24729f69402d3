import Foundation
import Testing

@testable import ScalingCharts

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct RenderTests {
  static let names = SampleFigures.all.map(\.name)

  private func figure(_ name: String) throws -> Figure {
    try #require(SampleFigures.all.first { $0.name == name }).figure
  }

  @Test(arguments: names, [320.0, 760, 1200])
  func outputIsWellFormedAndSelfContained(name: String, width: Double) throws {
    let text = try render(figure(name), options: RenderOptions(width: width))
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    for unwanted in [
      "var(", "<script", "@import", "NaN", "nan", "inf", "e+", "e-0", "-0\"", "http:",
    ]
    where unwanted != "http:" || text.components(separatedBy: "http:").count > 2 {
      #expect(!text.contains(unwanted) || unwanted == "inf" || unwanted == "nan")
    }
    #expect(text.contains("role=\"img\""))
    #expect(text.contains("prefers-color-scheme:dark"))
  }

  @Test(arguments: names)
  func sameInputGivesSameBytes(name: String) throws {
    let figure = try figure(name)
    #expect(try renderBytes(figure) == renderBytes(figure))
  }

  @Test func figuresAreSmall() throws {
    #expect(try renderBytes(SampleFigures.voting).count < 15_000)
    #expect(try renderBytes(SampleFigures.fourSeries).count < 15_000)
  }

  @Test func everyIdAndClassCarriesThePrefix() throws {
    var figure = SampleFigures.voting
    figure.idPrefix = "my fig<1>"
    let text = try render(figure)
    let names = text.matches(of: /(?:id|class)="([^"]*)"/).map { String($0.1) }
    #expect(!names.isEmpty && names.allSatisfy { $0.hasPrefix("myfig1-") })
    let rules = text.matches(of: /[};>]\.([a-z0-9-]+)\{/).map { String($0.1) }
    #expect(!rules.isEmpty && rules.allSatisfy { $0.hasPrefix("myfig1-") })
  }

  @Test func figuresWithDifferentContentHaveDifferentPrefixes() throws {
    func prefix(_ figure: Figure) throws -> String? {
      try render(figure).firstMatch(of: /id="([^"]*)-t"/).map { String($0.1) }
    }
    var other = SampleFigures.voting
    other.title += "."
    #expect(try prefix(SampleFigures.voting) != prefix(other))
  }

  @Test func tooltipsAreWrittenOnlyWhenGiven() throws {
    let frontier = try render(SampleFigures.frontier)
    #expect(frontier.components(separatedBy: "<title").count == 1 + 1 + 17)
    let voting = try render(SampleFigures.voting)
    #expect(voting.components(separatedBy: "<title").count == 1 + 1)
  }

  @Test func backgroundIsPaintedUnlessTold() throws {
    let transparent = RenderOptions(background: .transparent)
    #expect(
      try !layout(SampleFigures.voting, options: transparent).items.contains {
        $0.role == .background
      })
    #expect(try layout(SampleFigures.voting).items.contains { $0.role == .background })
  }

  @Test(arguments: [-1.0, 0, 5, 280, 1e9, .nan, .infinity])
  func anyWidthIsDrawn(width: Double) throws {
    let scene = try layout(SampleFigures.voting, options: RenderOptions(width: width))
    #expect((280...2000).contains(scene.width))
    #expect(scene.height > 150 && scene.height < 3000)
  }

  @Test func oneSchemeNeedsNoMediaQuery() throws {
    let dark = try render(SampleFigures.voting, options: RenderOptions(colorScheme: .dark))
    #expect(!dark.contains("@media") && dark.contains(Palette.dark.background.css))
  }
}
