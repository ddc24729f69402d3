import ScalingData
import Testing

@testable import ScalingAnalysis

/// Records from their frontier to their contradictions.
struct FrontierAnalysisTests {
  private static func analysis(
    _ records: [ScoredRecord], targets: [Double] = [], budgets: [Double] = []
  ) throws -> FrontierAnalysis {
    var settings = FrontierSettings()
    settings.targets = targets
    settings.budgets = budgets
    settings.draws = 400
    return try FrontierAnalysis(records, isAccuracy: true, settings: settings)
  }

  @Test("a target is reached, interpolated straight in the logarithm of cost, or not reached")
  func targets() throws {
    let result = try Self.analysis(
      [ScoredRecord("a", cost: 1, score: 0.4), ScoredRecord("b", cost: 100, score: 0.8)],
      targets: [0.3, 0.6, 0.8, 0.9], budgets: [0.5, 50, 500])
    #expect(result.targets.map(\.record) == [0, 1, 1, nil])
    #expect(result.targets.map(\.chance) == [nil, nil, nil, nil])
    #expect(result.targets[0].interpolatedCost == nil)
    #expect(abs(try #require(result.targets[1].interpolatedCost) - 10) < 1e-9)
    #expect(result.targets[2].interpolatedCost == nil)
    #expect(result.withinBudgets == [nil, 0, 1])
    #expect(result.chances == nil)
  }

  @Test("the cost of a target has a range that is open where too few draws reach it")
  func targetRange() throws {
    let result = try Self.analysis(
      [
        ScoredRecord("a", cost: 1, score: 0.5, items: 100),
        ScoredRecord("b", cost: 10, score: 0.7, items: 100),
      ], targets: [0.6, 0.72])
    let first = try #require(result.targets[0].interval)
    #expect(first.lower == 1 || first.lower == 10)
    #expect(result.targets[1].record == nil)
    #expect(result.targets[1].chance == nil)
    #expect(try #require(result.targets[1].reachedShare) > 0.2)
    #expect(result.targets[1].interval?.lower == 10)
    #expect(result.targets[1].interval?.upper == nil)
  }

  @Test("unknown costs, costs of 0 and repetitions are left out and counted")
  func leftOut() throws {
    let result = try Self.analysis([
      ScoredRecord("a", cost: 1, score: 0.4, line: 2), ScoredRecord("b", cost: nil, score: 0.9),
      ScoredRecord("c", cost: 0, score: 0.9, line: 4),
      ScoredRecord("a", cost: 1, score: 0.4, line: 5),
      ScoredRecord("d", cost: -2, score: 0.9, line: 6),
    ])
    #expect(result.records.map(\.line) == [2])
    #expect(result.leftOut.unknownCost.map(\.name) == ["b"])
    #expect(result.leftOut.noCost.map(\.line) == [4, 6])
    #expect(result.leftOut.repetitions == 1)
    #expect(throws: FrontierError.noCost(1)) {
      try Self.analysis([ScoredRecord("c", cost: 0, score: 0.9)])
    }
  }

  @Test("conflicts are told beyond rounding, and only within one identity")
  func conflicts() throws {
    let result = try Self.analysis([
      ScoredRecord(
        "o3", cost: 20, score: 0.757, identity: ["v1"], costStep: 1, scoreStep: 0.001, line: 2),
      ScoredRecord(
        "o3", cost: 200, score: 0.76, identity: ["v1"], costStep: 1, scoreStep: 0.01, line: 3),
      ScoredRecord(
        "o3", cost: 200, score: 0.04, identity: ["v2"], costStep: 1, scoreStep: 0.01, line: 4),
      ScoredRecord(
        "o3", cost: 20.4, score: 0.757, identity: ["v1"], costStep: 0.1, scoreStep: 0.001, line: 5),
    ])
    #expect(result.conflicts.count == 1)
    let conflict = try #require(result.conflicts.first)
    #expect(conflict.records == [0, 1])
    #expect(conflict.costsDiffer)
    #expect(!conflict.scoresDiffer)
    #expect(result.leftOut.repetitions == 1)
    #expect(result.records.count == 3)
  }

  @Test("a ladder's slope is per tenfold of cost, with Student's t; two records give no interval")
  func ladders() throws {
    let result = try Self.analysis([
      ScoredRecord("m low", cost: 1, score: 0.2, ladder: "m"),
      ScoredRecord("m high", cost: 100, score: 0.6, ladder: "m"),
      ScoredRecord("m medium", cost: 10, score: 0.5, ladder: "m"),
      ScoredRecord("n low", cost: 1, score: 0.1, ladder: "n"),
      ScoredRecord("n high", cost: 10, score: 0.4, ladder: "n"),
      ScoredRecord("alone", cost: 10, score: 0.4, ladder: "alone"),
    ])
    #expect(result.ladders.map(\.name) == ["m", "n"])
    #expect(result.ladders[0].records == [0, 2, 1])
    let slope = try #require(result.ladders[0].slope)
    #expect(abs(slope.perTenfold - 0.2) < 1e-12)
    // Residuals −1/30, 2/30, −1/30: RSS = 6/900, standard error √(RSS/2), t(1) = 12.706.
    let error = (6.0 / 900 / 2).squareRoot()
    #expect(abs(try #require(slope.standardError) - error) < 1e-12)
    #expect(abs(try #require(slope.interval?.upper) - (0.2 + 12.706_205 * error)) < 1e-6)
    #expect(result.ladders[1].slope?.interval == nil)
    #expect(result.ladders.allSatisfy { $0.isShort })
  }

  @Test("records that contradict each other are kept out of the slope and named beside it")
  func contestedRungs() throws {
    let result = try Self.analysis([
      ScoredRecord("m-low", cost: 1, score: 0.2, ladder: "m"),
      ScoredRecord("m-high", cost: 100, score: 0.4, ladder: "m"),
      ScoredRecord("m-max", cost: 20, score: 0.9, ladder: "m"),
      ScoredRecord("m-max", cost: 200, score: 0.9, ladder: "m"),
      ScoredRecord("A", cost: 9, score: 0.5, ladder: "A"),
      ScoredRecord("A", cost: 7, score: 0.8, ladder: "A"),
    ])
    #expect(result.conflicts.map(\.records) == [[2, 3], [4, 5]])
    #expect(result.ladders.map(\.name) == ["m"])
    #expect(result.ladders[0].records == [0, 1])
    #expect(result.ladders[0].contested == [2, 3])
    #expect(abs(try #require(result.ladders[0].slope).perTenfold - 0.1) < 1e-12)
  }

  @Test("records exactly on a line have no interval", arguments: [[0, 0, 0], [0.3, 0.4, 0.5]])
  func noScatter(scores: [Double]) throws {
    let costs: [Double] = [1, 10, 100]
    let result = try Self.analysis(
      zip(scores, costs).map { score, cost in
        ScoredRecord("m \(cost)", cost: cost, score: score, ladder: "m", items: 120)
      })
    let ladder = result.ladders[0]
    #expect(abs(try #require(ladder.slope).perTenfold - (scores[1] - scores[0])) < 1e-12)
    #expect(ladder.slope?.interval == nil)
    #expect(ladder.slope?.standardError == nil)
    #expect(ladder.hasNoScatter)
  }
}
