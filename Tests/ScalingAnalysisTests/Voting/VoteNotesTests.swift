import ScalingData
import Testing

@testable import ScalingAnalysis

struct VoteNotesTests {
  private static func analysis(
    _ questions: [QuestionSamples], _ change: (inout VoteSettings) -> Void = { _ in }
  ) throws -> VoteAnalysis {
    var settings = VoteSettings()
    change(&settings)
    return try VoteAnalysis(SampleGroup(name: "", questions: questions), settings)
  }

  private static func scored(_ scores: [Double]) -> QuestionSamples {
    QuestionSamples(
      name: "a",
      answers: [
        AnswerCount(text: "x", count: 2, isCorrect: true),
        AnswerCount(text: "y", count: 2, isCorrect: false),
      ], sampleCount: 4, correctCount: 2, sequence: [0, 1, 1, 0], scores: scores)
  }

  @Test func oneQuestionHasNoInterval() throws {
    let one = try Self.analysis([VoteSamples.counts("a", samples: 4, right: 2)])
    #expect(
      one.notes == ["there is one question: intervals are over questions, so none can be given."])
    let two = try Self.analysis([
      VoteSamples.counts("a", samples: 4, right: 2), VoteSamples.counts("b", samples: 4, right: 3),
    ])
    #expect(two.notes.isEmpty)
  }

  /// Right samples before all wrong ones, or behind them, question by question.
  @Test(arguments: [(TieRule.first, true), (.split, false)])
  func aSortedFileIsSaidWhereItDecidesTies(_ ties: TieRule, _ isSaid: Bool) throws {
    let sorted = (0..<8).map { place in
      VoteSamples.question(
        "\(place)", right: "1", place % 2 == 0 ? ["1", "1", "2", "2"] : ["2", "3", "2", "1"])
    }
    let result = try Self.analysis(sorted) { $0.ties = ties }
    #expect(result.notes.contains { $0.hasPrefix("the table is sorted") } == isSaid)
    let mixed = sorted + [VoteSamples.question("m", right: "1", ["1", "2", "1", "2"])]
    #expect(
      !(try Self.analysis(mixed) { $0.ties = ties }.notes.contains { $0.contains("is sorted") }))
    #expect(
      !(try Self.analysis(Array(sorted.prefix(2))) { $0.ties = ties }.notes.contains {
        $0.contains("is sorted")
      }), "two questions may be in this order by chance")
  }

  @Test func negativeScoresWeighNoVotes() throws {
    let result = try Self.analysis([Self.scored([-0.1, -2, -3, -0.5])])
    #expect(result.weighted.isEmpty && result.bestOfK.count == 4)
    #expect(result.notes.contains { $0.contains("such as exp(score)") })
    let positive = try Self.analysis([Self.scored([0, 0.2, 0.3, 0.9])])
    #expect(positive.weighted.count == 4)
    #expect(!positive.notes.contains { $0.contains("scores") })
  }

  @Test func aVoteOfOneSampleNeedsNoRandomOrders() throws {
    let rows = try Self.analysis([Self.scored([0.1, 0.2, 0.3, 0.9])]).weighted
    #expect(rows[0].method == .exact && rows[0].mean.estimate == 0.5)
    #expect(rows[1].method == .permutation)
  }

  @Test func pricesInPlaceOfCostsAreSaid() throws {
    let question = QuestionSamples(
      name: "a", answers: [], sampleCount: 2, correctCount: 1,
      outputTokens: Moments(count: 2, sum: 200, sumOfSquares: 20_000),
      cost: Moments(count: 2, sum: 4, sumOfSquares: 8))
    let priced = try Self.analysis([question]) { $0.price = TokenPrice(output: 10) }
    #expect(abs(try #require(priced.dollars).perSample - 0.001) < 1e-12)
    #expect(priced.notes.contains { $0.contains("the costs in the table are not used") })
    #expect(!(try Self.analysis([question]).notes.contains { $0.contains("costs") }))
  }

  @Test func aWindowNeedsTheOrderOfAnswers() throws {
    let counts = [VoteSamples.counts("a", samples: 4, right: 2)]
    let thrown = #expect(throws: VoteError.self) {
      try Self.analysis(counts) { $0.window = 2 }
    }
    #expect(thrown?.description.hasPrefix("stopping at a window needs the answers") == true)
  }
}
