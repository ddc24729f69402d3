import Testing

@testable import ScalingAnalysis

/// The inference at which clusters cross a target.
struct ComputeNeededTests {
  /// Accuracy c·k in each cluster, so that a target is crossed at target/c.
  static func data(_ factors: [Double]) throws -> SurfaceData {
    let k = [1.0, 4, 16, 64]
    return try SurfaceData(
      training: factors.indices.flatMap { index in k.map { _ in raise(100, to: Double(index)) } },
      inference: factors.flatMap { _ in k }, accuracy: factors.flatMap { c in k.map { c * $0 } })
  }

  @Test("crossings by interpolation of logarithms, and their slope")
  func slope() throws {
    let needed = ComputeNeeded(
      try Self.data([0.003, 0.006, 0.012]), target: 0.1, level: 0.95)
    for (place, factor) in zip(needed.crossings, [0.003, 0.006, 0.012]) {
      #expect(place.logInference.isNear(logarithmBase10(0.1 / factor), 1e-9))
    }
    #expect(try #require(needed.slope?.value).isNear(-logarithmBase10(2) / 2, 1e-9))
    #expect(try #require(needed.rSquared).isNear(1, 1e-9))
  }

  @Test("clusters that never cross, or are above throughout, are counted and left out")
  func leftOut() throws {
    let needed = ComputeNeeded(
      try Self.data([0.0001, 0.003, 0.0149]), target: 0.01, level: 0.95)
    #expect(needed.crossings.count == 1)
    #expect(needed.neverCount == 1)
    #expect(needed.beforeCount == 1)
    #expect(needed.slope == nil)
  }
}
