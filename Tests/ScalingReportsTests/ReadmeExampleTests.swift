import Foundation
import ScalingAnalysis
import Testing

/// The library example of the README compiles, word by word, and gives what it says.
struct ReadmeExampleTests {
  @Test("the slope of the example is 9.9 points per doubling")
  func example() throws {
    let data = CurveData(
      x: [1_000, 2_000, 4_000, 8_000, 16_000, 32_000],
      y: [0.21, 0.30, 0.42, 0.49, 0.61, 0.70], isAccuracy: true)
    let ranking = try FamilySelection(names: [.linear, .logLinear]).rank(data)
    let slope = ranking.preferred?.fit.coefficient("slopePerDoubling")
    #expect(abs(try #require(slope?.estimate) - 0.0986) < 0.0001)
  }

  @Test("the README shows the statements that are compiled here")
  func words() throws {
    let own = URL(fileURLWithPath: #filePath)
    let source = try String(contentsOf: own, encoding: .utf8)
    let readme = try String(
      contentsOf: own.deletingLastPathComponent().appendingPathComponent("../../README.md"),
      encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /\n```swift\n((?s:.*?))\n```\n/)).1
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
    let imports = lines.filter { $0.hasPrefix("import ") }
    #expect(imports.allSatisfy { source.contains("\n\($0)\n") || source.hasPrefix("\($0)\n") })
    let statements = lines.filter {
      !$0.hasPrefix("import ") && !$0.hasPrefix("//") && !$0.isEmpty
    }
    #expect(statements.count > 3)
    #expect(source.contains(statements.map { "    \($0)\n" }.joined()))
  }
}
