import Testing

@testable import ScalingClaims

/// What points cost.
struct MeasurementPriceTests {
  private static let points = PlannedPoints(.beyond, [100, 200], repeats: 3, items: 10)

  @Test("without a price the cost is x, for each question and repeat")
  func x() {
    #expect(MeasurementPrice().cost(Self.points) == 3 * 300 * 10)
  }

  @Test("a price per unit counts questions, a price per run does not; both add up")
  func prices() {
    #expect(MeasurementPrice(perUnit: 0.5).cost(Self.points) == 0.5 * 9000)
    #expect(MeasurementPrice(perRun: 7).cost(Self.points) == 6 * 7)
    #expect(MeasurementPrice(perUnit: 0.5, perRun: 7).cost(Self.points) == 4500 + 42)
  }

  @Test("points without a known number of questions cost x once")
  func noItems() {
    #expect(MeasurementPrice().cost(PlannedPoints(.again, [4, 8], repeats: 2)) == 24)
  }
}
