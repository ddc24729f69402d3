import ScalingClaims
import Testing

@testable import ScalingReports

/// The headline of the figure of a claim on a size.
struct IntervalPanelTests {
  private static func title(
    _ verdict: Verdict, _ value: Double?, unit: String, _ relation: Relation
  ) -> String {
    let finding = Finding(
      verdict, "", evidence: [Evidence("ceiling's level", value, unit: unit)], against: "",
      wouldDecide: "")
    return IntervalPanel(finding: finding, relation: relation).title
  }

  @Test("the headline is a sentence to quote, and numbers end in no empty decimals")
  func headline() {
    #expect(
      Self.title(.supported, 66.996, unit: "%", .equal(0.705, tolerance: 0.05))
        == "The ceiling's level is 67 %, which supports 70.5 % to within 5 points")
    #expect(
      Self.title(.contradicted, 0.58, unit: "years", .atLeast(1))
        == "The ceiling's level is 0.58 years, which contradicts at least 1 years")
    #expect(
      Self.title(.inconclusive, nil, unit: "", .atMost(2.5))
        == "The points leave open whether the ceiling's level is at most 2.5")
  }
}
