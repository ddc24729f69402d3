import Foundation
import Testing

/// Published tables of others, by the command; skipped where the reference folder is missing.
///
/// The folder is named by SCALING_REFERENCE, or stands beside the checkout as shared/reference.
struct ReferenceTests {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["SCALING_REFERENCE"].map {
      URL(fileURLWithPath: $0)
    }
    let beside = packageRoot.deletingLastPathComponent().appendingPathComponent("shared/reference")
    return [named, beside].compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  static let isMissing: Comment = "the reference folder is missing: set SCALING_REFERENCE"

  struct Sigmoid: Sendable {
    var metric: String
    var floor: String
    var lineSlope: Double
    var lineR2: Double
    var steepness: Double
    var midpoint: Double
    var r2: Double
  }

  static let sigmoids = [
    Sigmoid(
      metric: "MMLU", floor: "0.25", lineSlope: 0.1124, lineR2: 0.5306, steepness: 1.4067,
      midpoint: 23.7546, r2: 0.6700),
    Sigmoid(
      metric: "ARC-C", floor: "0.20", lineSlope: 0.0947, lineR2: 0.6609, steepness: 0.6904,
      midpoint: 23.8482, r2: 0.6959),
    Sigmoid(
      metric: "HellaSwag", floor: "0.25", lineSlope: 0.1153, lineR2: 0.6885, steepness: 0.7474,
      midpoint: 22.2519, r2: 0.7048),
    Sigmoid(
      metric: "GSM8K", floor: "0", lineSlope: 0.1420, lineR2: 0.4879, steepness: 1.4665,
      midpoint: 23.8890, r2: 0.6383),
    Sigmoid(
      metric: "Winograd", floor: "0.50", lineSlope: 0.0708, lineR2: 0.6699, steepness: 0.8049,
      midpoint: 23.5163, r2: 0.7038),
  ]

  @Test(
    "sigmoids with a fixed floor on the observational scaling table",
    .enabled(if: folder != nil, isMissing), arguments: sigmoids)
  func observationalScaling(_ expected: Sigmoid) throws {
    let file = try #require(Self.folder).appendingPathComponent(
      "obs-scaling/base_llm_benchmark_eval.csv")
    let document = try FitCommandTests.document([
      file.path, "--x", "FLOPs (1E21)", "--y", expected.metric, "--series", "none", "--floor",
      expected.floor, "--ceiling", "1", "--model", "logistic,log-linear",
    ])
    let line = try #require(document.fit("log-linear"))
    #expect(abs(try #require(line.estimate("slopePerTenfold")) - expected.lineSlope) < 1e-3)
    #expect(abs(try #require(line.statistics.rSquared) - expected.lineR2) < 1e-3)
    let curve = try #require(document.fit("logistic"))
    let perDecade = try #require(curve.estimate("steepnessPerDoubling")) * log2(10)
    #expect(abs(perDecade - expected.steepness) < 1e-3)
    let midpoint = log10(try #require(curve.estimate("midpoint"))) + 21
    #expect(abs(midpoint - expected.midpoint) < 1e-3)
    #expect(abs(try #require(curve.statistics.rSquared) - expected.r2) < 1e-3)
  }

  struct Ladder: Sendable {
    var dataset: String
    var group: String
    var slope: Double
    var r2: Double
  }

  static let ladders = [
    Ladder(dataset: "v1_Semi_Private", group: "o3-2025-04-16", slope: 0.4243, r2: 0.9638),
    Ladder(dataset: "v1_Semi_Private", group: "o4-mini-2025-04-16", slope: 0.3729, r2: 0.9995),
    Ladder(dataset: "v1_Semi_Private", group: "o3-pro-2025-06-10", slope: 0.3838, r2: 0.9805),
    Ladder(dataset: "v1_Semi_Private", group: "o3-mini-2025-01-31", slope: 0.2158, r2: 0.9221),
    Ladder(dataset: "v1_Semi_Private", group: "gpt-5-2025-08-07", slope: 0.5022, r2: 0.9921),
    Ladder(dataset: "v1_Public_Eval", group: "o3-2025-04-16", slope: 0.4113, r2: 0.9997),
    Ladder(dataset: "v1_Public_Eval", group: "gpt-5-2025-08-07", slope: 0.4746, r2: 0.9851),
  ]

  private static func arc(_ arguments: [String]) throws -> FitCommandTests.Document {
    let file = try #require(folder).appendingPathComponent("arc-agi-leaderboard/evaluations.csv")
    return try FitCommandTests.document(
      [
        file.path, "--x", "cost_per_task_usd", "--y", "score", "--series", "none", "--model",
        "log-linear", "--where", "snapshot=2026-06-04",
      ] + arguments)
  }

  @Test("effort ladders on ARC-AGI", .enabled(if: folder != nil, isMissing), arguments: ladders)
  func ladder(_ expected: Ladder) throws {
    let document = try Self.arc([
      "--where", "dataset_id=\(expected.dataset)", "--where", "model_id>=\(expected.group)-",
      "--where", "model_id<\(expected.group)-z",
    ])
    let fit = try #require(document.fit("log-linear"))
    #expect(abs(try #require(fit.estimate("slopePerTenfold")) - expected.slope) < 1e-3)
    #expect(abs(try #require(fit.statistics.rSquared) - expected.r2) < 1e-3)
    // Three or four points on a ladder are no evidence of a shape.
    #expect(fit.diagnostics.contains { $0.code == "too-few-points" })
  }

  @Test("all displayed chains of thought on ARC-AGI", .enabled(if: folder != nil, isMissing))
  func wholeLeaderboard() throws {
    let document = try Self.arc([
      "--where", "dataset_id=v1_Semi_Private", "--where", "model_type=CoT", "--where",
      "display=1", "--where", "cost_per_task_usd>0",
    ])
    #expect(document.series[0].observations == 121)
    let fit = try #require(document.fit("log-linear"))
    #expect(abs(try #require(fit.estimate("slopePerTenfold")) - 0.3058) < 1e-3)
    #expect(abs(try #require(fit.estimate("intercept")) - 0.7174) < 1e-3)
    #expect(abs(try #require(fit.statistics.rSquared) - 0.5955) < 1e-3)
  }
}
