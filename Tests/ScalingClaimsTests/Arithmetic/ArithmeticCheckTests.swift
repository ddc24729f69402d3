import Testing

@testable import ScalingClaims

/// Published figures that must follow from others.
struct ArithmeticCheckTests {
  private func finding(
    _ formula: String, _ figures: [(String, String)], _ claimed: String,
    _ kind: ArithmeticClaim.Kind = .equals, tolerance: Double? = nil
  ) throws -> Finding {
    try ArithmeticCheck(
      claim: ArithmeticClaim(
        figures: try figures.map { ($0.0, .printed(try PrintedFigure($0.1))) },
        formula: try ArithmeticExpression(formula), kind, claimed: try PrintedFigure(claimed),
        tolerance: tolerance)
    ).finding()
  }

  @Test("172 × $6,677 is $1,148,444, if both are exact; as rounded they do not settle it")
  func product() throws {
    let exact = try finding(
      "factor * cost", [("factor", "172 exact"), ("cost", "$6,677 exact")], "$1,148,444")
    #expect(exact.verdict == .supported)
    #expect(exact.evidence[2].value == 1_148_444)
    let rounded = try finding(
      "factor * cost", [("factor", "172"), ("cost", "$6,677")], "$1,148,444")
    #expect(rounded.verdict == .inconclusive)
  }

  @Test(
    "a result is settled within the tolerance, or within one unit of the last claimed digit",
    arguments: [
      // 15.6 to 15.8 is one unit of the last digit of 15.7 to either side.
      ("a - b", "86.7", "71.0", "15.7", nil, Verdict.supported),
      ("a - b", "86.7", "71.0", "15.70", nil, .inconclusive),
      ("a / b", "1", "1", "1", 0.1, .inconclusive),
      ("a / b", "1.00", "1.00", "1", 0.1, .supported),
      ("a / b", "1", "1", "1", 3, .supported),
    ])
  func settled(
    formula: String, a: String, b: String, claimed: String, tolerance: Double?, verdict: Verdict
  ) throws {
    let finding = try finding(formula, [("a", a), ("b", b)], claimed, tolerance: tolerance)
    #expect(finding.verdict == verdict, "\(finding.statement)")
  }

  @Test("what rounding leaves open is said beside what the figures give as printed")
  func unsettled() throws {
    let finding = try finding("a / b", [("a", "1"), ("b", "1")], "1", tolerance: 0.1)
    #expect(
      finding.statement
        == "Consistent as printed, but not settled: a / b is 1, as claimed (1 to within 0.1), while "
        + "the rounding of the figures allows 0.333 to 3.")
  }

  @Test("a value at the limit of a claim is said to be there, and not that rounding favours it")
  func limit() throws {
    let finding = try finding("a", [("a", "70.0 %")], "70 %", .atMost)
    #expect(finding.verdict == .inconclusive)
    #expect(
      finding.statement
        == "Consistent only as printed: a is 70 %, exactly the limit of the claim, and its rounding "
        + "(69.95 to 70.05 %) reaches to both sides of it.")
    #expect(try self.finding("a", [("a", "70.0 % exact")], "70 %", .atMost).verdict == .supported)
    let above = try self.finding("a", [("a", "70.2 %")], "70.18 %", .atMost)
    #expect(above.statement.hasPrefix("Consistent only if a was 70.18 or less before rounding"))
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

  @Test(
    "a figure that occurs again is the same one, so that its rounding counts once",
    arguments: [
      ("a / (a + b)", "1", "1", 0.25, 0.75), ("a * b / a", "172", "6,677", 6676.5, 6677.5),
      ("a / a + b", "1", "2", 2.5, 3.5), ("a * (2 - a) + b", "1", "0 exact", 0.75, 1),
      ("(a - b) / (a + b)", "9", "3", 5.0 / 12, 7.0 / 12),
    ])
  func dependency(
    formula: String, a: String, b: String, lower: Double, upper: Double
  ) throws {
    let figures = ["a": try PrintedFigure(a).bounds, "b": try PrintedFigure(b).bounds]
    let range = try ArithmeticExpression(formula).range(figures)
    #expect(abs(range.lower - lower) < 1e-9 * upper)
    #expect(abs(range.upper - upper) < 1e-9 * upper)
  }

  @Test("a repeated figure that may make a division by zero is refused, as any other")
  func repeatedZero() throws {
    let expression = try ArithmeticExpression("a / (a - b)")
    let figures = ["a": Bounds(0.5, 1.5), "b": Bounds(1)]
    #expect(throws: ClaimError("a division by a figure that may be zero")) {
      try expression.range(figures)
    }
  }

  @Test("a figure that would have to be another is printed so that it is another")
  func digits() throws {
    let finding = try finding(
      "factor * cost", [("factor", "172 exact"), ("cost", "$6,677 exact")], "$1,148,445 exact")
    #expect(
      finding.statement
        == "Inconsistent: factor * cost is 1,148,444 USD exactly, not 1,148,445 USD; factor would "
        + "have to be 172.00015.")
    let need = try #require(finding.evidence.last { $0.name.hasPrefix("factor for") })
    #expect(need.fewestDigits == 8)
    #expect(try self.finding("a", [("a", "0.5")], "0", .atLeast).verdict == .supported)
    let cancelled = try self.finding(
      "factor * cost / factor", [("factor", "172"), ("cost", "$6,677")], "$7,000")
    #expect(
      cancelled.statement.hasSuffix("not 7000 USD to within 0.5; cost would have to be 7000."))
  }

  @Test(
    "what would decide is named: a digit more, or a correction",
    arguments: [
      ("86.7", "71.0", "15.7", "The published figures with one digit more."),
      ("86.7", "71.0", "15.70", "The published figures with one digit more."),
      (
        "86.7 exact", "71.0 exact", "15.7",
        "A correction of the published figures, which count as exact."
      ),
      (
        "86.7", "71.0", "17.7",
        "A correction of the published figures, such as a to 88.7; more digits of them cannot "
          + "change it."
      ),
    ])
  func wouldDecide(a: String, b: String, claimed: String, words: String) throws {
    #expect(try finding("a - b", [("a", a), ("b", b)], claimed).wouldDecide == words)
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
    "thousands to trillions are letters that touch the digits, or words",
    arguments: [
      ("$1.15M", 1.15e6, 5e3, "USD"), ("5.7B tokens", 5.7e9, 5e7, "tokens"),
      ("33 million tokens", 33e6, 5e5, "tokens"), ("10k", 1e4, 500, ""),
      ("2.5e3K samples exact", 2.5e6, 0, "samples"), ("$1 trillion", 1e12, 5e11, "USD"),
      ("6 M", 6, 0.5, "M"), ("6 million exact", 6e6, 0, ""), ("7Mtokens", 7, 0.5, "Mtoken"),
    ])
  func powersOfTen(text: String, value: Double, halfWidth: Double, unit: String) throws {
    let figure = try PrintedFigure(text)
    #expect(figure.value == value)
    #expect(figure.halfWidth == halfWidth)
    #expect(figure.unit.symbol == unit)
  }

  @Test(
    "a comma that parts no thousands is refused, and not left out",
    arguments: ["1,5", "12,34", "1,2,3", "0,500", "1234,567", "1,234.5,6", "1,234e1,000", "172,"])
  func commas(text: String) throws {
    let error = try #require(throws: ClaimError.self) { try PrintedFigure(text) }
    #expect(
      error.description
        == "\"\(text)\" is not a figure: a comma may only part groups of three digits, as in "
        + "1,148,444; write decimals with a point, as in 1.5")
  }

  @Test(
    "groups of three digits are thousands",
    arguments: [("1,148,444", 1_148_444), ("-12,345.5 USD", -12_345.5), ("$6,677", 6677)])
  func thousands(text: String, value: Double) throws {
    #expect(try PrintedFigure(text).value == value)
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
