import Testing

@testable import ScalingData

/// What the last printed digit is worth.
struct PrintedStepTests {
  @Test(
    "decimals and exponents",
    arguments: [
      ("0.35", 0.01), ("200", 1), ("$0.1500", 0.0001), ("83.3%", 0.1), ("1.5e3", 100),
      ("2E-2", 0.01),
    ])
  func steps(cell: String, step: Double) {
    #expect(abs(PrintedStep.of(cell) / step - 1) < 1e-12)
  }
}
