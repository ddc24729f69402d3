import Testing

@testable import ScalingAnalysis

/// Floors and ceilings that the accuracies contradict.
struct SurfaceRangeTests {
  private static func data(_ accuracy: [Double], items: Double?) throws -> SurfaceData {
    try SurfaceData(
      training: [1e20, 1e20, 1e21, 1e21], inference: [1, 10, 1, 10], accuracy: accuracy,
      items: items.map { count in accuracy.map { _ in count } })
  }

  @Test(
    "a range that the rows contradict is refused, with their number",
    arguments: [
      (
        0.0, 0.5, 1000.0, "2 of 4 rows exceed the ceiling of 0.5, 1 of them by more than the chance"
      ),
      (0.0, 0.5, nil, "2 of 4 rows exceed the ceiling of 0.5, and no questions are known"),
      (0.2, 1.0, 1000.0, "1 of 4 rows lie below the floor of 0.2, 1 of them by more than"),
    ] as [(Double, Double, Double?, String)])
  func contradicted(floor: Double, ceiling: Double, items: Double?, message: String) throws {
    let data = try Self.data([0.1, 0.3, 0.51, 0.7], items: items)
    let range = try AccuracyRange(floor: floor, ceiling: ceiling)
    let error = #expect(throws: FitError.self) {
      try SurfaceAnalysis(data, settings: .init(range: range))
    }
    #expect(try #require(error).description.hasPrefix(message), "\(error?.description ?? "")")
  }

  @Test("what the chance of few questions explains is no contradiction")
  func chance() throws {
    let range = try AccuracyRange(floor: 0.12, ceiling: 0.68)
    try Self.data([0.1, 0.3, 0.51, 0.7], items: 50).requireRows(within: range)
  }

  @Test("rows that lie below a floor together, though none does alone, are refused")
  func together() throws {
    let accuracy = (0..<30).map { $0 % 2 == 0 ? 0.004 : 0.012 } + [0.3, 0.4]
    let data = try Self.grid(accuracy, items: 128)
    let error = #expect(throws: FitError.self) {
      try data.requireRows(within: try AccuracyRange(floor: 0.05))
    }
    #expect(
      try #require(error).description.hasPrefix(
        "30 of 32 rows lie below the floor of 0.05, none of them by more than chance explains, but "
          + "together, at 0.008 on average, by more than"))
    try data.requireRows(within: try AccuracyRange(floor: 0.01))
  }

  @Test(
    "accuracies at the floor are refused in at most 5 % of simulations, however much the rows share",
    arguments: [0.0, 0.5, 1.0])
  func level(share: Double) throws {
    let range = try AccuracyRange(floor: 0.05)
    let refused = try (0..<400).count { simulation in
      var random = RandomSource(seed: 5, stream: UInt64(simulation))
      let common = (0..<128).map { _ in random.unit() }
      let accuracy = (0..<20).map { _ in
        Double(
          common.count { shared in
            let own = random.unit()
            return (random.unit() < share ? shared : own) < 0.05
          }) / 128
      }
      let data = try Self.grid(accuracy + [0.4], items: 128)
      return (try? data.requireRows(within: range)) == nil
    }
    // The row test and the pooled test have 5 % each; 400 simulations scatter by one point.
    #expect(refused <= 44)
  }

  /// Rows of several models at two inference computes each.
  private static func grid(_ accuracy: [Double], items: Double) throws -> SurfaceData {
    try SurfaceData(
      training: accuracy.indices.map { 1e20 * Double(1 + $0 / 2) },
      inference: accuracy.indices.map { $0 % 2 == 0 ? 1 : 10 }, accuracy: accuracy,
      items: accuracy.map { _ in items })
  }
}
