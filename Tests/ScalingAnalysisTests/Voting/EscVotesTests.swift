import ScalingData
import Testing

@testable import ScalingAnalysis

/// The votes of GPT-3.5 on last letters, 500 questions with 40 samples.
@Suite(.enabled(if: ReferenceTable.isPresent, "the reference folder is missing"))
struct EscVotesTests {
  private static let ks = [1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 35, 40]

  private func analysis(_ change: (inout VoteSettings) -> Void = { _ in }) throws -> VoteAnalysis {
    var settings = VoteSettings()
    settings.schedule = .list(Self.ks)
    settings.threads = 2
    change(&settings)
    return try VoteAnalysis(VoteSamples.escLastLetters(), settings)
  }

  @Test func publishedFiguresAreReached() throws {
    let result = try analysis()
    #expect(abs(result.gap.single.estimate - 0.80360) < 1e-12)
    #expect(abs(try #require(result.gap.majority).estimate - 0.8320) < 1e-12)
    #expect(abs(result.gap.coverage.estimate - 0.9260) < 1e-12)
    #expect(abs(try #require(result.majority.first { $0.k == 2 }).mean.estimate - 0.80360) < 1e-12)
    for row in try ReferenceTable("esc-last-letters-votes/expected.csv").rows {
      let k = try #require(row["k"].flatMap(Int.init))
      let mean = try #require(row["maj_accuracy_mc_mean"].flatMap(Double.init))
      let spread = try #require(row["mc_sd_over_subsets"].flatMap(Double.init))
      let found = try #require(result.majority.first { $0.k == k })
      #expect(abs(found.mean.estimate - mean) <= 3 * spread / 20 + 1e-9, "k = \(k)")
      #expect(found.method == .exact)
    }
  }

  @Test func theFirstAnswerDecidesTiesInTheOrderOfTheFile() throws {
    let result = try analysis {
      $0.ties = .first
      $0.schedule = .list([1, 5, 10, 40])
      $0.permutationCount = 40
    }
    #expect(abs(try #require(result.gap.majority).estimate - 0.8300) < 1e-12)
    let rows = result.majority
    #expect(rows.map(\.method) == [.exact, .permutation, .permutation, .exact])
    #expect(abs(rows[3].mean.estimate - 0.8300) < 1e-12)
    #expect(abs(rows[0].mean.estimate - 0.8036) < 1e-12)
    #expect(abs(rows[1].mean.estimate - 0.83) < 0.01)
  }

  @Test func stoppingEarlySavesSamplesAtEqualAccuracy() throws {
    let stopping = try #require(
      try analysis {
        $0.ties = .first
        $0.window = 5
        $0.schedule = .list([40])
        $0.permutationCount = 40
      }.stopping)
    #expect(abs(stopping.fileOrder.samples - 8.56) < 0.005)
    #expect(abs(stopping.fileOrder.accuracy - 0.832) < 1e-9)
    #expect(abs(stopping.randomOrders.samples - 8.83) < 0.1)
    #expect(abs(stopping.randomOrders.accuracy - 0.8311) < 0.001)
  }

  @Test func aPlateauIsFoundAndTheCeilingIsNotTheCoverage() throws {
    let result = try analysis()
    let plateau = try #require(result.plateau)
    #expect(try #require(plateau.estimate) <= 5)
    let ceiling = try #require(result.ceiling)
    let interval = try #require(result.boundedCeiling?.interval, "an interval, not bounds")
    #expect(abs(ceiling.mean.estimate - 0.832) < 0.01)
    #expect(try #require(interval.upper) < 0.9)
    #expect(result.outcomes.contains { $0.state == .unsettled })
  }
}
