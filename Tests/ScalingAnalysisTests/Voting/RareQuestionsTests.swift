import Foundation
import Testing

@testable import ScalingAnalysis

/// Intervals where few of the questions are lost, or won.
@Suite struct RareQuestionsTests {
  private func interval(lost: Int, of count: Int) throws -> Interval {
    let values = (0..<count).map { $0 < lost ? 0.0 : 1.0 }
    return try #require(QuestionMean(values)?.interval(level: 0.95))
  }

  /// The probability of so many of independent questions, each lost with a probability.
  private func probability(_ lost: Int, of count: Int, each share: Double) -> Double {
    let ways =
      lgamma(Double(count + 1)) - lgamma(Double(lost + 1)) - lgamma(Double(count - lost + 1))
    return exp(ways + Double(lost) * log(share) + Double(count - lost) * log(1 - share))
  }

  private func holds(_ interval: Interval, _ value: Double) -> Bool {
    (interval.lower ?? 0) <= value && value <= (interval.upper ?? 1)
  }

  /// Summed over all counts, so without simulation.
  @Test(arguments: [50, 100, 300])
  func theyCoverWhateverTheShareThatIsLost(count: Int) throws {
    let intervals = try (0...count).map { try interval(lost: $0, of: count) }
    for tenths in 1...80 {
      let share = Double(tenths) / 10 / Double(count)
      let covered = (0...count).reduce(0.0) {
        holds(intervals[$1], 1 - share) ? $0 + probability($1, of: count, each: share) : $0
      }
      #expect(covered > 0.93, "\(tenths) tenths of a question in \(count)")
    }
  }

  /// Hopeless questions among others that are solved in three quarters of their samples.
  @Test func oneQuestionMoreMovesNoEndFar() throws {
    let lowers = try (0...8).map { lost in
      let values = (0..<30).map { $0 < lost ? 0.0 : 0.75 }
      return try #require(QuestionMean(values)?.interval(level: 0.95)?.lower)
    }
    for (before, after) in zip(lowers.dropFirst(), lowers.dropFirst(2)) {
      #expect(after < before + 0.01 && after > before - 0.08)
    }
  }

  @Test func fewLostAreNamedAndManyAreNot() throws {
    #expect(try interval(lost: 2, of: 100).method == .heldWilson)
    #expect(try interval(lost: 98, of: 100).method == .heldWilson)
    #expect(try interval(lost: 10, of: 100).method == .effectiveWilson)
  }

  @Test func bothSidesAreAlike() throws {
    let (few, many) = (try interval(lost: 2, of: 100), try interval(lost: 98, of: 100))
    #expect(abs(try #require(few.upper) + (try #require(many.lower)) - 1) < 1e-12)
    #expect(abs(try #require(few.lower) + (try #require(many.upper)) - 1) < 1e-12)
  }
}
