import ScalingAnalysis
import ScalingData
import Testing

/// Intervals from refits without each question.
struct QuestionJackknifeTests {
  /// 12 questions at 5 budgets; see `Noise/reference.R`.
  static let answers: [[Double]] = [
    [0, 0, 0, 1, 1], [0, 1, 1, 1, 1], [0, 0, 1, 0, 1], [1, 1, 1, 1, 1], [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 1], [0, 1, 1, 1, 1], [1, 1, 0, 1, 1], [0, 0, 1, 1, 1], [0, 0, 0, 1, 0],
    [0, 1, 0, 1, 1], [0, 0, 0, 0, 1],
  ]

  static func data(_ scores: [[Double?]]) -> CurveData {
    let questions = QuestionScores(names: scores.indices.map { "q\($0)" }, scores: scores)
    let means = questions.means(without: nil)
    return CurveData(
      x: [1, 2, 4, 8, 16], y: means.y, items: means.items, isAccuracy: true, questions: questions)
  }

  @Test("standard errors and intervals are those of R")
  func reference() throws {
    let data = Self.data(Self.answers)
    let fit = try FamilySelection().model(.logLinear, for: data).fit(to: data)
    let slope = try #require(fit.coefficient("slopePerDoubling"))
    #expect(relativeError(slope.estimate, 0.158333333333333) < 1e-12)
    #expect(relativeError(slope.standardError, 0.0312815497303978) < 1e-11)
    let interval = try #require(slope.interval)
    #expect(interval.method == .questionJackknife)
    #expect(relativeError(interval.lower, 0.0894831065920592) < 1e-10)
    #expect(relativeError(interval.upper, 0.227183560074608) < 1e-10)
    let first = try #require(fit.confidenceBand(at: [1]))
    #expect(abs(first.lower[0] - -0.0676663282522147) < 1e-10)
    #expect(abs(first.upper[0] - 0.434332994918881) < 1e-10)
  }

  @Test("derived figures take their intervals from the questions too")
  func derived() throws {
    let data = Self.data(Self.answers)
    let fit = try FamilySelection().model(.logLinear, for: data).fit(to: data)
    let gain = try #require(try fit.derived(.gainPerDoubling(at: 4)))
    let slope = try #require(fit.coefficient("slopePerDoubling")?.interval)
    #expect(gain.interval?.method == .questionJackknife)
    #expect(relativeError(gain.interval?.lower, slope.lower ?? 0) < 1e-8)
  }

  @Test("a question missing at one x leaves the mean to the others")
  func missing() throws {
    var scores: [[Double?]] = Self.answers.map { $0.map { $0 } }
    scores[4][2] = nil
    let data = Self.data(scores)
    #expect(data.items[2] == 11)
    #expect(data.questions?.incompleteCount == 1)
    let fit = try FamilySelection().model(.logLinear, for: data).fit(to: data)
    #expect(fit.coefficient("slopePerDoubling")?.interval?.method == .questionJackknife)
  }

  @Test("fewer than 5 questions are refused")
  func fewQuestions() {
    let data = Self.data(Array(Self.answers.prefix(4)))
    #expect {
      try FamilySelection().model(.logLinear, for: data).fit(to: data)
    } throws: { error in
      (error as? FitError)?.description
        == "4 questions: intervals from questions need at least 5; check the choice of --question"
    }
  }
}
