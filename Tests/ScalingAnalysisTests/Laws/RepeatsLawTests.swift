import Testing

@testable import ScalingAnalysis

/// The law of repeated tokens of Muennighoff et al. 2023 (arXiv 2305.16264).
struct RepeatsLawTests {
  static let published = TrainingLaw(
    .repeats, coefficients: PublishedLaw.muennighoffBase + [15.387_756, 5.309_743])

  static func data() throws -> LawData {
    try ReferenceRuns.data(
      "data-constrained-muennighoff/runs_182.csv",
      ["params_n", "tokens_d", "unique_tokens_u", "val_loss"])
  }

  @Test("the two published values of the law")
  func values() {
    #expect(Self.published.loss(6.34e9, 242e9, 25e9).isNear(2.225_644_088_998_447_7, 1e-12))
    #expect(Self.published.loss(8.67e9, 178e9, 25e9).isNear(2.226_963_407_508_786_7, 1e-12))
  }

  @Test(
    "objective and R² at the published point",
    .enabled(if: ReferenceRuns.arePresent, "\(ReferenceRuns.absence)"))
  func publishedPoint() throws {
    let data = try Self.data()
    let value = LawObjective.huberLog(delta: 1e-3).value(of: Self.published, on: data)
    #expect(value.isNear(0.015_825_935_258_02, 1e-11))
    let fixed = ["r_D": 15.387_756, "r_N": 5.309_743]
    let fit = try LawFit(data, settings: .init(form: .repeats, fixed: fixed))
    #expect(abs(try #require(fit.rSquared) - 0.772_204_608_496_840_8) < 1e-9)
    let plain = try LawFit(
      data, settings: .init(form: .repeats, fixed: ["r_D": .infinity, "r_N": .infinity]))
    #expect(abs(try #require(plain.rSquared) - 0.445_168_437_875_998_6) < 1e-9)
    let tokensOnly = try LawFit(
      data, settings: .init(form: .repeats, fixed: ["r_N": .infinity]))
    #expect(abs(try #require(tokensOnly.law["r_D"]) - 2.9157) < 0.01)
    #expect(abs(try #require(tokensOnly.rSquared) - 0.7354) < 1e-4)
  }

  @Test(
    "the published optimum is the minimum below its start; the search finds a lower one",
    .enabled(if: ReferenceRuns.arePresent, "\(ReferenceRuns.absence)"))
  func fit() throws {
    let data = try Self.data()
    let local = try LawFit(
      data, settings: .init(form: .repeats, start: ["r_D": 15, "r_N": 5], threads: 2))
    #expect(local.value.isNear(0.015_825_932_069_11, 1e-10))
    #expect(abs(try #require(local.law["r_D"]) - 15.371_76) < 1e-3)
    #expect(abs(try #require(local.law["r_N"]) - 5.315_13) < 1e-3)
    #expect(local.diagnostics.contains { $0.code == .betterElsewhere })
    let best = try LawFit(data, settings: .init(form: .repeats, threads: 2))
    #expect(best.value < 0.015_81)
    #expect(best.termination.converged)
    #expect(best.otherMinima.contains { $0.value.isNear(0.015_825_932_069_11, 1e-10) })
  }

  @Test(
    "a rate that refits do not limit has an open end",
    .enabled(if: ReferenceRuns.arePresent, "\(ReferenceRuns.absence)"))
  func openEnd() throws {
    let fit = try LawFit(try Self.data(), settings: .init(form: .repeats, threads: 2))
    let refits = LawBootstrap(replicateCount: 200, threads: 2).run(fit)
    let open = try #require(refits.interval(ofCoefficient: "r_D"))
    #expect(open.upper == nil)
    #expect(try #require(open.lower) > 1)
    #expect(refits.runawayShare(ofCoefficient: "r_D") > 0.025)
    #expect(refits.interval(ofCoefficient: "r_N")?.isClosed == true)
    #expect(refits.runawayShare(ofCoefficient: "A") == 0)
  }
}
