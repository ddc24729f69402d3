import Foundation
import Testing

@testable import ScalingData

/// Tables that users have, where a copy is at hand: `SCALING_REFERENCE` names the folder.
@Suite struct ReferenceTableTests {
  static let folder = ProcessInfo.processInfo.environment["SCALING_REFERENCE"] ?? ""
  static var isPresent: Bool { !folder.isEmpty && FileManager.default.fileExists(atPath: folder) }

  @Test(
    .enabled(if: isPresent, "SCALING_REFERENCE does not name a folder of reference tables"),
    arguments: [
      ("o1-mini-aime2024/points.csv", "avg_tokens_used", "accuracy", 1, 15),
      ("arc-agi-leaderboard/evaluations.csv", "cost_per_task_usd", "score", 609, 667),
      ("bnsl-4-digit-addition/points.csv", "train_set_size", "test_cross_entropy", 1, 17),
      ("chinchilla-epoch/points.csv", "train_flops", "loss", 1, 245),
      ("formats/chinchilla-csv/svg_extracted_data.csv", "Training FLOP", "loss", 1, 245),
      ("metr-time-horizons/horizons.csv", "release_date", "average_score", 1, 29),
      ("porian-isoflop-refinedweb/isoflop_points.csv", "flops", "loss", 5, 579),
      ("pythia-checkpoint-passk/coverage.csv", "k", "coverage", 144, 1296),
      ("revisiting-nsl-benchmark/benchmark.lang.csv", "Seen Examples", "Loss", 20, 1399),
      ("nist-strd/Misra1a.csv", "x", "y", 1, 14),
    ])
  func rolesAreGuessed(path: String, x: String, y: String, series: Int, count: Int) throws {
    let table = try SeriesTable(
      reading: TableRequest(inputs: [.file(Self.folder + "/" + path)], threads: 2))
    #expect(table.x.column == x)
    #expect(table.y.column == y)
    #expect(table.series.count == series)
    #expect(table.observationCount == count)
  }
}
