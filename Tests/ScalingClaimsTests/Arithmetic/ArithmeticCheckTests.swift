import Testing

@testable import ScalingClaims

/// Published figures that must follow from others.
struct ArithmeticCheckTests {
  private func finding(
    _ formula: String, _ figures: [(String, String)], _ claimed: String
  ) throws -> Finding {
    try ArithmeticCheck(
      claim: ArithmeticClaim(
        figures: try figures.map { ($0.0, .printed(try PrintedFigure($0.1))) },
        formula: try ArithmeticExpression(formula), .equals, claimed: try PrintedFigure(claimed))
    ).finding()
  }

  @Test("172 × $6,677 is $1,148,444")
  func product() throws {
    let finding = try finding(
      "factor * cost", [("factor", "172"), ("cost", "$6,677")], "$1,148,444")
    #expect(finding.verdict == .supported)
    #expect(finding.evidence[2].value == 1_148_444)
  }

  @Test("tokens of the public set do not give 172, and the figure that would is named")
  func inconsistent() throws {
    let finding = try finding(
      "high / low", [("high", "9.5e9 tokens"), ("low", "111e6 tokens")], "172")
    #expect(finding.verdict == .contradicted)
    #expect(
      finding.statement
        == "Inconsistent: high / low is 85.586 (84.753 to 86.425 with the rounding), not 172 to "
        + "within 0.5; high would have to be 19,092,000,000.")
  }

  @Test("a figure that rounding alone allows is consistent only if")
  func onlyIf() throws {
    let finding = try finding("a * b", [("a", "1.2"), ("b", "3.3")], "4.00")
    #expect(finding.verdict == .inconclusive)
    #expect(finding.statement.hasPrefix("Consistent only if a was 1.212 before rounding"))
  }

  @Test("units that do not match are refused")
  func units() {
    #expect(
      throws: ClaimError(
        "the formula gives USD/task, but the claimed figure is USD; give every figure its unit")
    ) { try finding("c / n", [("c", "$6,677"), ("n", "400 tasks exact")], "$17") }
    #expect(throws: ClaimError("USD cannot be added to tokens")) {
      try finding("a + b", [("a", "$1"), ("b", "2 tokens")], "3")
    }
  }

  @Test(
    "the last printed digit says how far a figure was rounded",
    arguments: [
      ("172", 0.5), ("5.7e9 tokens", 0.05e9), ("$6,677", 0.5), ("87.50 %", 0.005),
      ("6 samples exact", 0),
    ])
  func rounding(text: String, halfWidth: Double) throws {
    #expect(abs(try PrintedFigure(text).halfWidth - halfWidth) < 1e-9 * max(halfWidth, 1))
  }

  @Test(
    "a formula that cannot be read names the character",
    arguments: [
      ("a + ", "the end"), ("a $ b", "\"$\""), ("(a", "the end"), ("log10 a", "\"a\""),
    ])
  func broken(formula: String, found: String) throws {
    let error = try #require(throws: ClaimError.self) { try ArithmeticExpression(formula) }
    #expect(error.description.contains("\(found) was not expected"))
  }
}
