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
}
