import Foundation
import ScalingAnalysis
import ScalingCharts
import ScalingData
import ScalingReports
import Testing

/// The Swift in the README and the articles compiles, word by word, and gives what it says.
struct DocumentedExampleTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let documents = [
    "README.md", "Sources/ScalingAnalysis/ScalingAnalysis.docc/Tour.md",
    "Sources/ScalingCharts/ScalingCharts.docc/ScalingCharts.md",
    "Sources/ScalingReports/ScalingReports.docc/ScalingReports.md",
  ]

  @Test("README: the slope of the example is 9.9 points per doubling")
  func readme() throws {
    let data = CurveData(
      x: [1_000, 2_000, 4_000, 8_000, 16_000, 32_000],
      y: [0.21, 0.30, 0.42, 0.49, 0.61, 0.70], isAccuracy: true)
    let ranking = try FamilySelection(names: [.linear, .logLinear]).rank(data)
    let slope = ranking.preferred?.fit.coefficient("slopePerDoubling")
    #expect(abs(try #require(slope?.estimate) - 0.0986) < 0.0001)
  }

  @Test("charts: an SVG with the title of the example")
  func chart() throws {
    let curve = LineMark(
      x: [1, 2, 4, 8], y: [0.2, 0.3, 0.4, 0.5], style: SeriesStyle(0),
      label: SeriesLabel("a model"))
    let figure = Figure(
      title: "Each doubling adds ten points",
      panels: [
        Panel(
          x: Axis("Samples", scale: .log2, format: .tokens), y: Axis("Accuracy", format: .percent),
          marks: [.line(curve)])
      ])
    let svg = try render(figure)
    #expect(svg.hasPrefix("<svg") && svg.contains("Each doubling adds ten points"))
  }

  /// Compiled only: the paths are those of a reader in the project's folder.
  func tour() throws {
    let table = try SeriesTable(
      reading: TableRequest(inputs: [.file("data/o1-mini-aime2024.csv")]))
    for series in table.series {
      let data = CurveData(series, isAccuracy: table.y.unit != .number)
      let ranking = try FamilySelection().rank(data)
      print(series.name, ranking.isDecided, ranking.entries.map(\.fit.name))
    }
  }

  /// Compiled only, too.
  func report() throws {
    let table = try SeriesTable(reading: TableRequest(inputs: [.file("data/o1-mini-aime2024.csv")]))
    let report = try FitReport(table)
    print(report.markdown)
  }

  @Test("the statements that are shown are those that are compiled here", arguments: documents)
  func words(_ document: String) throws {
    let source = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
    let text = try String(
      contentsOf: Self.root.appendingPathComponent(document), encoding: .utf8)
    let block = try #require(text.firstMatch(of: /\n```swift\n((?s:.*?))\n```\n/)).1
    let lines = block.split(separator: "\n")
    for line in lines where line.hasPrefix("import ") { #expect(source.contains("\(line)\n")) }
    let statements = lines.filter { !$0.hasPrefix("import ") && !$0.hasPrefix("//") }
    #expect(statements.count >= 3)
    #expect(source.contains(statements.map { "    \($0)\n" }.joined()))
  }

  @Test("no other document shows Swift")
  func others() throws {
    let files = FileManager.default.enumerator(
      atPath: Self.root.appendingPathComponent("Sources").path)
    let articles = (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }
      .map { "Sources/" + $0 }
    #expect(articles.count > 10)
    for article in articles where !Self.documents.contains(article) {
      let text = try String(contentsOf: Self.root.appendingPathComponent(article), encoding: .utf8)
      #expect(!text.contains("```swift"), "\(article)")
    }
  }
}
