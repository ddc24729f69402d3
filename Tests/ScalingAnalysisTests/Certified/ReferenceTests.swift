import Foundation
import Testing

@testable import ScalingAnalysis

/// Values recomputed with numpy and scipy from public tables.
@Suite(.enabled(if: ReferenceTable.isPresent, "the reference tables are not on this machine"))
struct ReferenceTests {
  struct Sigmoid: Sendable {
    var metric: String
    var points: Int
    var slope: Double
    var slopeR2: Double
    var floor: Double
    var k: Double
    var x0: Double
    var r2: Double
  }

  static let sigmoids = [
    Sigmoid(
      metric: "MMLU", points: 123, slope: 0.1124, slopeR2: 0.5306, floor: 0.25, k: 1.4067,
      x0: 23.7546, r2: 0.67),
    Sigmoid(
      metric: "ARC-C", points: 120, slope: 0.0947, slopeR2: 0.6609, floor: 0.2, k: 0.6904,
      x0: 23.8482, r2: 0.6959),
    Sigmoid(
      metric: "HellaSwag", points: 123, slope: 0.1153, slopeR2: 0.6885, floor: 0.25, k: 0.7474,
      x0: 22.2519, r2: 0.7048),
    Sigmoid(
      metric: "GSM8K", points: 123, slope: 0.142, slopeR2: 0.4879, floor: 0, k: 1.4665,
      x0: 23.889, r2: 0.6383),
    Sigmoid(
      metric: "Winograd", points: 123, slope: 0.0708, slopeR2: 0.6699, floor: 0.5, k: 0.8049,
      x0: 23.5163, r2: 0.7038),
  ]

  /// Ruan, Maddison and Hashimoto 2024: accuracy against training FLOP, chance level fixed.
  @Test(arguments: sigmoids)
  func `accuracies of 148 base models follow the published lines and sigmoids`(
    _ expected: Sigmoid
  ) throws {
    let points = try ReferenceTable("obs-scaling/base_llm_benchmark_eval.csv")
      .points("FLOPs (1E21)", expected.metric)
    #expect(points.count == expected.points)
    let data = CurveData(
      x: points.map { $0.x * 1e21 }, y: points.map(\.y), isAccuracy: true)
    let line = try LogLinearModel().fit(to: data)
    #expect(
      try abs(#require(line.coefficient("slopePerTenfold")?.estimate) - expected.slope) < 1e-3)
    #expect(try abs(#require(line.statistics.rSquared) - expected.slopeR2) < 1e-3)
    let sigmoid = try LogisticModel(floor: expected.floor, ceiling: 1).fit(to: data)
    let steepness = try #require(sigmoid.coefficient("steepnessPerDoubling")?.estimate)
    #expect(abs(steepness * doublingsPerTenfold - expected.k) < 1e-3)
    let midpoint = try #require(sigmoid.coefficient("midpoint")?.estimate)
    #expect(abs(logarithmBase2(midpoint) / doublingsPerTenfold - expected.x0) < 1e-3)
    #expect(try abs(#require(sigmoid.statistics.rSquared) - expected.r2) < 1e-3)
  }

  /// ARC Prize leaderboard, v1 semi-private: score against cost per task by reasoning effort.
  @Test(arguments: [
    ("o3-2025-04-16", 3, 0.4243, 0.9638), ("o4-mini-2025-04-16", 3, 0.3729, 0.9995),
    ("o3-pro-2025-06-10", 3, 0.3838, 0.9805), ("o3-mini-2025-01-31", 3, 0.2158, 0.9221),
    ("gpt-5-2025-08-07", 4, 0.5022, 0.9921),
  ])
  func `effort ladders have the recomputed slopes, and three points are said to be few`(
    _ model: String, _ count: Int, _ slope: Double, _ rSquared: Double
  ) throws {
    let points = try ReferenceTable("arc-agi-leaderboard/evaluations.csv")
      .points("cost_per_task_usd", "score") {
        $0["snapshot"] == "2026-06-04" && $0["dataset_id"] == "v1_Semi_Private"
          && ($0["model_id"] ?? "").hasPrefix(model + "-")
      }
    #expect(points.count == count)
    let data = CurveData(x: points.map(\.x), y: points.map(\.y), isAccuracy: true)
    let fit = try LogLinearModel().fit(to: data)
    #expect(try abs(#require(fit.coefficient("slopePerTenfold")?.estimate) - slope) < 1e-3)
    #expect(try abs(#require(fit.statistics.rSquared) - rSquared) < 1e-3)
    #expect(fit.has(.tooFewPoints))
  }

  /// METR 2025: log2 of the horizon against the date of release, frontier rows.
  @Test(arguments: [("2025-02-28", 11, 212.96), ("2026-12-31", 14, 202.26)])
  func `the doubling time of METR's horizons is the recomputed one`(
    _ last: String, _ count: Int, _ days: Double
  ) throws {
    let table = try ReferenceTable("metr-time-horizons/horizons.csv")
    let rows = table.rows.filter {
      $0["frontier_at_release"] == "1" && ($0["release_date"] ?? "") <= last
    }
    #expect(rows.count == count)
    let x = try rows.map { row in
      try Date(#require(row["release_date"]) + "T00:00:00Z", strategy: .iso8601)
        .timeIntervalSince1970 / 86_400
    }
    let y = try rows.map { row in
      let minutes = try #require(row["p50_horizon_minutes"].flatMap(Double.init))
      return logarithmBase2(minutes)
    }
    let fit = try LinearModel().fit(to: CurveData(x: x, y: y, isAccuracy: false))
    #expect(try abs(1 / #require(fit.coefficient("slope")?.estimate) - days) < 0.1)
  }
}
