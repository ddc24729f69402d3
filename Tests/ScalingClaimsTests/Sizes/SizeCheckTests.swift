import ScalingAnalysis
import Testing

@testable import ScalingClaims

/// Claims on the size of a figure: how often they are wrong, and what is said where none can be.
struct SizeCheckTests {
  private static func data(_ seed: UInt64) -> CurveData {
    var random = RandomSource(seed: seed, stream: 9)
    let x = (0..<10).map { raise(2, to: Double($0)) }
    let y = (0..<10).map { 0.2 + 0.06 * Double($0) + 0.04 * random.normal() }
    return CurveData(x: x, y: y, isAccuracy: false)
  }

  @Test("a gain at the edge of the claim is wrongly supported or contradicted in at most 5 %")
  func errorRate() throws {
    let runs = 400
    let supported = try (0..<runs).count { try verdict(.atLeast(0.06), $0) == .supported }
    let contradicted = try (0..<runs).count { try verdict(.atLeast(0.06), $0) == .contradicted }
    // 2.5 % on either side: 10 of 400, and 20 is three standard errors more.
    #expect(supported < 20)
    #expect(contradicted < 20)
  }

  private func verdict(_ relation: Relation, _ seed: Int) throws -> Verdict {
    try SizeClaim("slopePerDoubling", model: .logLinear, relation)
      .judge(Self.data(UInt64(seed)), CheckSettings()).verdict
  }

  @Test("a claimed multiple of x follows from the slope")
  func multiple() throws {
    let finding = try SizeClaim(
      "multiple@0.06", model: .logLinear, .equal(2, tolerance: 1)
    ).judge(Self.data(1), CheckSettings())
    #expect(finding.verdict == .supported)
    #expect(abs(try #require(finding.evidence[0].value) - 2) < 0.5)
  }

  @Test("claims on a curve that is fitted already find what each finds on its own")
  func sharedCurve() throws {
    let curve = try JudgedCurve(Self.data(3), .logLinear, level: 0.95)
    for relation in [Relation.atLeast(0.02), .atLeast(0.06), .equal(0.06, tolerance: 0.05)] {
      let claim = SizeClaim("slopePerDoubling", model: .logLinear, relation)
      #expect(try claim.judge(curve) == claim.judge(Self.data(3), CheckSettings()))
    }
  }

  @Test("an unknown figure is refused with those that exist")
  func unknown() {
    let claim = SizeClaim("steepness", model: .logLinear, .atLeast(1))
    #expect(
      throws: ClaimError(
        "the quantity \"steepness\": there is no such quantity; write value@X, x@TARGET, "
          + "gain-per-doubling@X, gain@X1..X2, doubling-time or 1/COEFFICIENT; or name a "
          + "coefficient of log-linear: intercept, slopePerDoubling, slopePerTenfold")
    ) { try claim.judge(Self.data(1), CheckSettings()) }
  }

  /// Shares of 20 questions; the same pattern as percentages of y alone.
  private static func shares(items: Double?) -> CurveData {
    let y = [0.05, 0.15, 0.1, 0.3, 0.35, 0.5, 0.65, 0.6, 0.85, 0.9]
    return CurveData(
      x: (0..<10).map { raise(2, to: Double($0)) }, y: y, items: y.map { _ in items },
      isAccuracy: true)
  }

  @Test("where questions are known, points scatter as their answers do, as in a contest of shapes")
  func items() throws {
    let claim = SizeClaim("value@1", model: .logLinear, .equal(0.05, tolerance: 0.1))
    let known = try claim.judge(Self.shares(items: 20), CheckSettings())
    #expect(known.assumptions[1].hasPrefix("points scatter as right answers out of 20 questions"))
    let plain = try claim.judge(Self.shares(items: nil), CheckSettings())
    #expect(plain.assumptions[1].hasPrefix("points scatter independently and normally"))
    // A share near 0 is better known than one variance for all points says.
    let widths = try [known, plain].map { finding -> Double in
      let interval = try #require(finding.evidence[0].interval)
      return try #require(interval.upper) - (try #require(interval.lower))
    }
    #expect(widths[0] < widths[1])
  }

  @Test("a ratio by a slope that may be zero has no bounds, and that is the reason given")
  func unbounded() throws {
    let x = [1.0, 2, 4, 8]
    let curves = [("new", [0.1, 0.2, 0.3, 0.41]), ("old", [0.1, 0.2, 0.08, 0.2])].map {
      ComparisonClaim.Curve(name: $0.0, data: CurveData(x: x, y: $0.1, isAccuracy: false))
    }
    let finding = try ComparisonClaim("slope-ratio:new/old", model: .logLinear, .atLeast(1))
      .judge(curves, CheckSettings())
    #expect(finding.verdict == .inconclusive)
    #expect(finding.evidence[0].pieces.count == 2)
    #expect(
      finding.statement.contains("because the slope of old cannot be told from zero"),
      "\(finding.statement)")
    #expect(!finding.wouldDecide.contains("questions"), "y is no accuracy")
  }

  @Test("a figure outside the points is decided by the family, and so by nothing")
  func outside() throws {
    let finding = try SizeClaim("value@2048", model: .logLinear, .atLeast(0.5))
      .judge(Self.shares(items: nil), CheckSettings())
    #expect(finding.verdict == .inconclusive)
    #expect(
      finding.statement.hasSuffix(
        "but the figure lies outside the points: the family of the curve decides it, not the data."),
      "\(finding.statement)")
    #expect(finding.against == "A curve of this family would support the claim there.")
    #expect(finding.wouldDecide == "Points that reach as far as the figure is asked for.")
  }

  @Test(
    "an accuracy outside 0 to 100 % is refused as impossible",
    arguments: [
      ("value@64", 1.3, "an accuracy of 130 % is impossible; claim one from 0 to 100 %"),
      ("value@64", -0.1, "an accuracy of -10 % is impossible; claim one from 0 to 100 %"),
      (
        "x@1.5", 64,
        "no x reaches an accuracy of 150 %; write a target from 0 to 1, such as x@0.9 or x@90%"
      ),
    ])
  func impossible(quantity: String, claimed: Double, message: String) {
    #expect(throws: ClaimError(message)) {
      var claim = SizeClaim(quantity, model: .logLinear, .atLeast(claimed))
      claim.isInPercent = true
      return try claim.judge(Self.shares(items: nil), CheckSettings())
    }
  }

  @Test("a plain number above 1 for a share is refused with what may be meant")
  func plain() throws {
    let claim = SizeClaim("slopePerDoubling", model: .logLinear, .equal(6, tolerance: 2))
    #expect(
      throws: ClaimError("a plain 6 is 600 points of an accuracy; write 6 points or 0.06")
    ) { try claim.judge(Self.shares(items: nil), CheckSettings()) }
    let level = SizeClaim("value@64", model: .logLinear, .atLeast(70))
    #expect(
      throws: ClaimError("a plain 70 is 7000 % of an accuracy; write 70 % or 0.7")
    ) { try level.judge(Self.shares(items: nil), CheckSettings()) }
    #expect(try claim.judge(Self.data(1), CheckSettings()).verdict == .contradicted)
  }

  @Test("a gain per doubling of a curve that the data show to be linear in x decides nothing")
  func wrongFamily() throws {
    let x = (0..<12).map { 100 * raise(2, to: Double($0)) }
    let wiggle = [
      0.004, -0.006, 0.005, 0.001, -0.004, 0.006, -0.003, 0.002, -0.005, 0.004, 0, 0.001,
    ]
    let y = zip(x, wiggle).map { 0.2 + 2.4e-6 * $0 + $1 }
    let finding = try SizeClaim(
      "slopePerDoubling", model: .logLinear, .equal(0.034, tolerance: 0.03)
    )
    .judge(CurveData(x: x, y: y, isAccuracy: true), CheckSettings())
    #expect(finding.verdict == .inconclusive)
    #expect(
      finding.statement.hasPrefix(
        "A gain per doubling is not one number there: linear describes the points "),
      "\(finding.statement)")
    #expect(finding.statement.hasSuffix(" AICc units better."))
    #expect(finding.against.hasSuffix("log-linear would have the claim supported."))
  }

  @Test("figures have words and not the names of the command line")
  func words() throws {
    let data = Self.shares(items: nil)
    let names = try ["value@64", "x@0.5", "gain@2..64", "slopePerDoubling"].map {
      try SizeClaim($0, model: .logLinear, .atLeast(0)).judge(data, CheckSettings())
        .evidence[0].name
    }
    #expect(
      names == [
        "value at x = 64", "x at which the curve reaches 50 %", "gain from x = 2 to 64",
        "gain per doubling",
      ])
  }
}
