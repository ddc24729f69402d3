import Testing

@testable import ScalingAnalysis

struct BoundedMeanTests {
  private func mean(_ estimate: Double) -> QuestionMean {
    QuestionMean(estimate: estimate, standardError: 0.03, questions: 200)
  }

  private func bounded(_ low: Double, _ high: Double) -> BoundedMean {
    BoundedMean(mean(0.5), lowest: mean(low), highest: mean(high), level: 0.95)
  }

  @Test func withoutARangeItIsTheInterval() throws {
    let result = bounded(0.5, 0.5)
    #expect(result.isSettled && result.interval == mean(0.5).interval(level: 0.95))
    #expect(result.bounds == nil)
  }

  @Test func aNarrowRangeWidensTheInterval() throws {
    let plain = try #require(mean(0.5).interval(level: 0.95))
    let interval = try #require(bounded(0.493, 0.507).interval)
    #expect(try #require(interval.lower) < (try #require(plain.lower)))
    #expect(try #require(interval.upper) > (try #require(plain.upper)))
    #expect(interval.method == .imbensManski && interval.level == 0.95)
  }

  @Test func aRangeWithinTheErrorIsBoundsOfItsOwn() {
    let result = bounded(0.49, 0.51)
    #expect(result.interval == nil && result.bounds != nil)
    #expect(result.isRange(within: 1) && !bounded(0.48, 0.52).isRange(within: 1))
  }

  @Test func aWideRangeGivesBoundsWithOneSidedEnds() throws {
    let result = bounded(0.3, 0.7)
    #expect(result.interval == nil && !result.isSettled)
    let bounds = try #require(result.bounds)
    // Far from the other end, only one side can miss: the two-sided 90 % interval of each.
    #expect(bounds.lower == mean(0.3).interval(level: 0.9)?.lower)
    #expect(bounds.upper == mean(0.7).interval(level: 0.9)?.upper)
  }
}
