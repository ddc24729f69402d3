import ScalingData
import Testing

@testable import ScalingAnalysis

/// Counts of right samples of two models on the same questions.
@Suite(.enabled(if: ReferenceTable.isPresent, "the reference folder is missing"))
struct PassCountsTests {
  private func analysis(_ name: String, _ source: String?, _ schedule: VoteSchedule) throws
    -> VoteAnalysis
  {
    var settings = VoteSettings()
    settings.schedule = schedule
    settings.threads = 2
    return try VoteAnalysis(VoteSamples.passCounts(name, source: source), settings)
  }

  @Test func theErrorOfThirtyQuestionsIsEightTimesTheNaiveOne() throws {
    let base = try analysis("base", "aime24", .list([1, 128]))
    #expect(abs(base.gap.single.estimate - 0.2901) < 5e-5)
    #expect(abs(base.gap.naiveStandardError - 0.0073) < 5e-5)
    #expect(abs(try #require(base.gap.single.standardError) - 0.0593) < 5e-5)
    #expect(abs(base.passAtK[1].mean.estimate - 0.8333) < 5e-5)
    #expect(base.majority.isEmpty && base.ceiling == nil && base.plateau == nil)
  }

  @Test func theCrossingOfTwoModelsIsAsPublished() throws {
    let schedule = VoteSchedule.list([1, 2, 5, 9, 10, 11, 12, 30, 59, 60, 61, 62, 90, 128])
    let rl = try analysis("rl", nil, schedule)
    let base = try analysis("base", nil, schedule)
    let compared = try #require(rl.compared(to: base, .passAtK))
    #expect(compared.questions == 1060)
    let verdicts = Dictionary(uniqueKeysWithValues: compared.rows.map { ($0.k, $0.verdict) })
    #expect(verdicts[1] == .firstBetter && verdicts[9] == .firstBetter)
    #expect(verdicts[12] == .undecided && verdicts[59] == .undecided)
    #expect(verdicts[62] == .secondBetter && verdicts[128] == .secondBetter)
    #expect(compared.stretches.count == 3)
  }
}
