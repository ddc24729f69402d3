import Testing

@testable import ScalingAnalysis

struct MonotoneIntervalsTests {
  private static func row(
    _ k: Int, _ lower: Double, _ upper: Double, questions: Int = 40
  ) -> MonotoneIntervals.Row {
    (k, questions, Interval(level: 0.95, lower: lower, upper: upper, method: .skewed))
  }

  @Test func endsOfARisingCurveNeverFall() {
    let rows = [Self.row(1, 0.5, 0.8), Self.row(2, 0.7, 0.95), Self.row(4, 0.6, 0.9)]
    let intervals = MonotoneIntervals.rising(rows)
    #expect(intervals.map { $0?.lower } == [0.5, 0.7, 0.7])
    #expect(intervals.map { $0?.upper } == [0.8, 0.9, 0.9])
  }

  @Test func theOrderOfRowsDoesNotMatter() {
    let rows = [Self.row(4, 0.6, 0.9), Self.row(1, 0.5, 0.8), Self.row(2, 0.7, 0.95)]
    #expect(MonotoneIntervals.rising(rows).map { $0?.lower } == [0.7, 0.5, 0.7])
  }

  @Test func endsOfAFallingCurveNeverRise() {
    let rows = [Self.row(1, 0.5, 0.8), Self.row(2, 0.55, 0.7), Self.row(4, 0.2, 0.75)]
    let intervals = MonotoneIntervals.falling(rows)
    #expect(intervals.map { $0?.lower } == [0.55, 0.55, 0.2])
    #expect(intervals.map { $0?.upper } == [0.8, 0.7, 0.7])
  }

  @Test func otherQuestionsImplyNothing() {
    let rows = [Self.row(1, 0.7, 0.8), Self.row(2, 0.6, 0.9, questions: 12)]
    #expect(MonotoneIntervals.rising(rows).map { $0?.lower } == [0.7, 0.6])
  }
}
