import ScalingData
import Testing

@testable import ScalingAnalysis

/// From which k on a curve gains no more than a point.
@Suite struct VotePlateauTests {
  /// A plateau of what a hundred questions gain after each k: `share` of them `gain`.
  private func plateau(_ gains: [(k: Int, share: Int, gain: Double)]) throws -> VotePlateau {
    let rows = try gains.map { row in
      VotePlateau.Remaining(
        k: row.k,
        gain: try #require(PairedMean(gains: (0..<100).map { $0 < row.share ? row.gain : 0 })),
        samplingError: 0.001, level: 0.95)
    }
    return VotePlateau(rows, upTo: rows.last?.k ?? 1, tolerance: 0.01, level: 0.95)
  }

  @Test func aCurveThatDipsFirstHasItsPlateauAfterTheLastRise() throws {
    let dipping = try plateau([
      (1, 50, 0), (3, 50, 0.1), (5, 50, 0.1), (7, 50, 0.04), (9, 50, 0.002), (11, 50, 0),
    ])
    let straight = try plateau([
      (1, 50, 0.2), (3, 50, 0.1), (5, 50, 0.1), (7, 50, 0.04), (9, 50, 0.002), (11, 50, 0),
    ])
    #expect(dipping.position == straight.position)
    #expect(dipping.interval == straight.interval)
    let ends = try #require(dipping.interval)
    #expect(try #require(ends.lower) > 7 && (try #require(ends.upper)) < 9)
  }

  private func analysis(
    _ questions: [(right: Int, wrong: Int)], _ schedule: VoteSchedule = .dense
  ) throws -> VoteAnalysis {
    var settings = VoteSettings()
    settings.schedule = schedule
    return try analysis(questions, settings)
  }

  private func analysis(
    _ questions: [(right: Int, wrong: Int)], _ settings: VoteSettings
  ) throws -> VoteAnalysis {
    try VoteAnalysis(
      SampleGroup(
        name: "g",
        questions: questions.enumerated().map { index, question in
          QuestionSamples(
            name: "\(index)",
            answers: [
              AnswerCount(text: "a", count: question.right, isCorrect: true),
              AnswerCount(text: "b", count: question.wrong, isCorrect: false),
            ].filter { $0.count > 0 },
            sampleCount: question.right + question.wrong, correctCount: question.right)
        }), settings)
  }

  @Test func aFewQuestionsWithMoreSamplesMakeNoPlateau() throws {
    let short = (0..<200).map { (right: $0 % 5 < 3 ? 3 : 1, wrong: $0 % 5 < 3 ? 1 : 3) }
    let result = try analysis(short + [(right: 8, wrong: 4), (right: 7, wrong: 5)])
    let plateau = try #require(result.plateau)
    #expect(plateau.end == 4)
    #expect(plateau.remaining.map(\.k) == [1, 2, 3, 4])
  }

  @Test func theFewWithFewerSamplesAreLeftOut() throws {
    let long = (0..<30).map { (right: 20 + $0 % 9, wrong: 20 - $0 % 9) }
    let plateau = try #require(try analysis(long + [(right: 2, wrong: 1)]).plateau)
    #expect(plateau.end == 40)
    #expect(plateau.remaining.allSatisfy { $0.gain.questions == 30 })
  }

  /// What is left is counted up to all samples, whichever k are asked for.
  @Test func oneSampleMoreChangesNoPlateauOfSomeK() throws {
    let even = Array(repeating: (right: 60, wrong: 50), count: 30)
    let uneven = even.enumerated().map { ($1.right + $0 % 2, $1.wrong) }
    for questions in [even, uneven] {
      let result = try analysis(questions, .list([1, 3, 9]))
      let plateau = try #require(result.plateau)
      #expect(plateau.end == 110)
      #expect(result.majority.map(\.k) == [1, 3, 9] && plateau.remaining.map(\.k) == [1, 3, 9])
      let last = try #require(result.majority.last).mean.estimate
      let left = try #require(plateau.remaining.last).gain.estimate
      #expect(abs(left - (try #require(result.gap.majority).estimate - last)) < 0.02 && left > 0.1)
    }
  }

  @Test func groupsOfDifferentLengthsAreCompared() throws {
    let short = (0..<20).map { $0 < 5 ? (right: 30, wrong: 20) : (right: 60, wrong: 40) }
    let long = (0..<20).map { (right: 55 + $0, wrong: 45 - $0) }
    let (first, second) = (try analysis(short), try analysis(long))
    #expect(first.reach == 50 && !second.majority.contains { $0.k == 50 })
    let compared = try #require(first.compared(to: second, .majority))
    #expect(compared.rows.last?.k == 45)
  }

  @Test func moreSamplesThanCanBeCountedAreRefused() {
    #expect(throws: VoteError.self) { try analysis([(right: 20_000_000, wrong: 1), (1, 1)]) }
  }

  /// Eight right and eight wrong: no vote gains anything, but for what rounding leaves.
  @Test(arguments: [20, 100])
  func tiedQuestionsHaveNoPlateauBetweenTheirRoundings(count: Int) throws {
    let plateau = try #require(
      try analysis(Array(repeating: (right: 8, wrong: 8), count: count)).plateau)
    let uppers = plateau.remaining.map { $0.interval.upper ?? 1 }
    #expect((uppers.max() ?? 1) - (uppers.min() ?? 0) < 1e-9)
  }

  @Test func intervalsOfWhatRemainsDoNotDenyThePlateau() throws {
    let result = try analysis((0..<60).map { (right: 40 - $0 % 13, wrong: $0 % 13) })
    let plateau = try #require(result.plateau)
    let upper = try #require(plateau.interval?.upper)
    for row in plateau.remaining where Double(row.k) >= upper {
      #expect(try #require(row.interval.upper) < plateau.tolerance)
    }
  }

  @Test func fewQuestionsWithMuchToGainMoveTheUpperEndOut() throws {
    let many = try #require(PairedMean(gains: (0..<100).map { $0 < 50 ? 0.02 : 0 }))
    let few = try #require(PairedMean(gains: (0..<100).map { $0 < 10 ? 0.1 : 0 }))
    let reach = { (mean: PairedMean) throws in
      let ends = mean.interval(level: 0.95)
      return (try #require(ends.upper) - mean.estimate)
        / (mean.estimate - (try #require(ends.lower)))
    }
    #expect(abs(try reach(many) - 1) < 1e-9)
    #expect(try reach(few) > 1.1)
  }
}
