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
    try SizeCheck(
      claim: SizeClaim("slopePerDoubling", model: .logLinear, relation),
      data: Self.data(UInt64(seed)), settings: CheckSettings()
    ).finding().verdict
  }

  @Test("a claimed multiple of x follows from the slope")
  func multiple() throws {
    let finding = try SizeCheck(
      claim: SizeClaim("multiple@0.06", model: .logLinear, .equal(2, tolerance: 1)),
      data: Self.data(1), settings: CheckSettings()
    ).finding()
    #expect(finding.verdict == .supported)
    #expect(abs(try #require(finding.evidence[0].value) - 2) < 0.5)
  }

  @Test("an unknown figure is refused with those that exist")
  func unknown() {
    let check = SizeCheck(
      claim: SizeClaim("steepness", model: .logLinear, .atLeast(1)), data: Self.data(1),
      settings: CheckSettings())
    #expect(
      throws: ClaimError(
        "the quantity \"steepness\": there is no such quantity; write value@X, x@TARGET, "
          + "gain-per-doubling@X, gain@X1..X2, doubling-time or 1/COEFFICIENT; or name a "
          + "coefficient of log-linear: intercept, slopePerDoubling, slopePerTenfold")
    ) { try check.finding() }
  }
}
