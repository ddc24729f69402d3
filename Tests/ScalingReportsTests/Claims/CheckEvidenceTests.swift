import ScalingAnalysis
import Testing

@testable import ScalingClaims
@testable import ScalingReports

/// How the figures behind a verdict are printed.
struct CheckEvidenceTests {
  @Test(
    "the ends of a rounding are printed as they are, not rounded again",
    arguments: [
      (6677.0, 0.5, "cost: 6677 (rounding 6676.5 to 6677.5)"),
      (0.454, 0.0005, "cost: 0.4540 (rounding 0.4535 to 0.4545)"),
      (12_345, 0.5, "cost: 12,345 (rounding 12,344.5 to 12,345.5)"),
    ])
  func rounding(value: Double, halfWidth: Double, words: String) {
    let interval = Interval(
      level: 1, lower: value - halfWidth, upper: value + halfWidth, method: .rounding)
    #expect(Evidence("cost", value, interval: interval).words == words)
  }

  @Test("a figure that differs from a like one in a late digit shows it")
  func late() {
    #expect(Evidence("factor", 172.00015, fewestDigits: 8).words == "factor: 172.00015")
    #expect(Evidence("factor", 172.00015).words == "factor: 172.0")
  }
}
