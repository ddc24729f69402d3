import ScalingData
import Testing

@testable import ScalingAnalysis

struct VoteCostTests {
  private static func question(_ name: String, _ tokens: [Double]) -> QuestionSamples {
    QuestionSamples(
      name: name, answers: [], sampleCount: tokens.count, correctCount: 0,
      outputTokens: Moments(
        count: tokens.count, sum: tokens.reduce(0, +),
        sumOfSquares: tokens.reduce(0) { $0 + $1 * $1 }))
  }

  private static func cost(_ questions: [[Double]]) throws -> VoteCost {
    try #require(VoteCost.tokens(questions.map { question("q", $0) }))
  }

  /// Means 2, 4 and 3 vary by 1; samples vary by 2, which adds 2/2 to the variance of a mean.
  @Test func theScatterOfSamplesIsNotCountedAsOneOfQuestions() throws {
    let cost = try Self.cost([[1, 3], [3, 5], [2, 4]])
    #expect(cost.perSample == 3)
    #expect(cost.betweenQuestions == 0)
    #expect(abs(try #require(cost.withinQuestions) - 2.0.squareRoot()) < 1e-12)
    #expect(abs(try #require(cost.total(2).spread) - 2) < 1e-12)
    #expect(abs(try #require(cost.standardError) - (1.0 / 3).squareRoot()) < 1e-12)
  }

  /// 200 questions of eight samples with a standard deviation of 200 tokens and no difference: that
  /// of eight is 200·√8 = 566.
  @Test func questionsThatDoNotDifferAddNothing() throws {
    var random = RandomSource(seed: 4, stream: 0)
    var questions: [[Double]] = []
    for _ in 0..<200 {
      // Twelve uniform numbers have variance 1.
      questions.append(
        (0..<8).map { _ in
          var sum = -6.0
          for _ in 0..<12 { sum += random.unit() }
          return 1000 + 200 * sum
        })
    }
    let cost = try Self.cost(questions)
    #expect((540...640).contains(try #require(cost.total(8).spread)))
  }

  @Test func questionsThatDifferAddTheSquareOfK() throws {
    // Means 10 and 30 vary by 200, the samples by 2: 200 − 2/2 between questions.
    let cost = try Self.cost([[9, 11], [29, 31]])
    let between = try #require(cost.betweenQuestions)
    #expect(abs(between * between - 199) < 1e-9)
    let spread = try #require(cost.total(2).spread)
    #expect(abs(spread * spread - 800) < 1e-9)
  }

  @Test func oneSampleEachLeavesAllSpreadToQuestions() throws {
    let cost = try Self.cost([[2], [4], [3]])
    #expect(cost.withinQuestions == nil)
    #expect(cost.betweenQuestions == 1 && cost.total(1).spread == 1)
  }

  @Test func roundingIsNoScatter() throws {
    let cost = try Self.cost([Array(repeating: 0.01, count: 6), Array(repeating: 0.01, count: 7)])
    #expect(cost.total(4).spread == 0)
  }
}
