import Foundation
import ScalingCharts
import Testing

/// The 17 points of ARC-AGI's frontier of score against cost, from the public leaderboard;
/// skipped where the reference folder is missing.
struct ArcFrontierTests {
  private static let table: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["SCALING_REFERENCE"].map {
      URL(fileURLWithPath: $0)
    }
    let beside = root.deletingLastPathComponent().appendingPathComponent("shared/reference")
    return [named, beside].compactMap(\.self)
      .map { $0.appendingPathComponent("arc-agi-leaderboard/evaluations.csv") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// Strictly better scores at higher costs, cheapest first.
  private static func frontier() throws -> [PointLabels.Item] {
    let text = try String(contentsOf: try #require(table), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let kept = rows.compactMap { row -> (name: String, score: Double, cost: Double)? in
      guard row.count == 11, row[0] == "2026-06-04", row[1] == "v1_Semi_Private",
        row[5] == "CoT", row[10] == "1", let score = Double(row[8]), let cost = Double(row[9]),
        cost > 0
      else { return nil }
      return (row[2], score, cost)
    }
    var best = -1.0
    return kept.sorted { ($0.cost, -$0.score) < ($1.cost, -$1.score) }.compactMap { row in
      guard row.score > best else { return nil }
      best = row.score
      return PointLabels.Item(row.name, x: row.cost, y: row.score)
    }
  }

  @Test(
    "no label collides on the frontier, and none is lost without being counted",
    .enabled(if: table != nil, "the reference folder is missing: set SCALING_REFERENCE"),
    arguments: [320.0, 760, 1200])
  func frontierIsClean(_ width: Double) throws {
    let items = try Self.frontier()
    #expect(items.count == 17)
    let figure = Figure(
      title: "Score against cost", description: "The frontier of ARC-AGI-1",
      panels: [
        Panel(
          x: Axis("cost per task", scale: .log10, format: .dollars),
          y: Axis("score", format: .percent),
          marks: [
            .points(
              PointsMark(items.map { PointDatum(x: $0.x, y: $0.y) }, style: SeriesStyle(0))),
            .pointLabels(PointLabels(items)),
          ])
      ])
    let scene = try layout(figure, options: RenderOptions(width: width))
    #expect(CollisionChecker().issues(in: scene).isEmpty)
    let shown = items.filter { item in
      scene.textBoxes.contains { $0.label.text.hasPrefix(String(item.text.prefix(6))) }
    }
    #expect(shown.count + scene.droppedLabels >= items.count)
  }
}
