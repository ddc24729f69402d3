import Testing

@testable import ScalingAnalysis

/// Whether accuracy falls where training rises.
struct MonotoneTestTests {
  static func data(_ accuracy: [Double], items: Double? = 200) throws -> SurfaceData {
    try SurfaceData(
      training: accuracy.indices.flatMap {
        [raise(10, to: Double($0)), raise(10, to: Double($0))]
      },
      inference: accuracy.flatMap { _ in [1.0, 10] }, accuracy: accuracy.flatMap { [$0 / 2, $0] },
      items: items.map { items in accuracy.flatMap { _ in [items, items] } })
  }

  @Test(
    "a clear fall contradicts; a small one does not",
    arguments: [
      ([0.1, 0.6, 0.3], true), ([0.1, 0.6, 0.57], false), ([0.1, 0.3, 0.6], false),
    ])
  func verdict(accuracy: [Double], isContradicted: Bool) throws {
    let test = MonotoneTest(try Self.data(accuracy), groups: nil)
    #expect(test.comparisons == 3)
    #expect(test.isContradicted == isContradicted)
  }

  @Test("the clearest fall is named, at the largest shared inference")
  func clearest() throws {
    let test = MonotoneTest(try Self.data([0.1, 0.6, 0.3]), groups: nil)
    let fall = try #require(test.falls.first)
    #expect(fall.from.isNear(1, 1e-12))
    #expect(fall.to.isNear(2, 1e-12))
    #expect(fall.logInference.isNear(1, 1e-12))
    // Two shares of 200: (0.6 − 0.3)/√(0.45·0.55·2/200).
    #expect(try #require(fall.statistic).isNear(6.030_227, 1e-6))
    #expect(test.fallCount == 1)
  }

  @Test("groups are not compared with each other")
  func groups() throws {
    let data = try Self.data([0.1, 0.6, 0.3])
    let test = MonotoneTest(data, groups: ["a", "a", "a", "a", "b", "b"])
    #expect(test.comparisons == 1)
    #expect(test.fallCount == 0)
  }

  @Test("without questions falls are counted and not tested")
  func withoutQuestions() throws {
    let test = MonotoneTest(try Self.data([0.1, 0.6, 0.3], items: nil), groups: nil)
    #expect(test.fallCount == 1)
    #expect(test.pValue == nil)
    #expect(test.isContradicted == nil)
  }
}
