import ScalingAnalysis
import Testing

@testable import ScalingClaims

/// An interval decides only when it lies wholly on one side.
struct RelationTests {
  @Test(
    "verdicts by where the interval lies",
    arguments: [
      (Relation.equal(5, tolerance: 1), 4.2, 5.8, Verdict.supported),
      (.equal(5, tolerance: 1), 3.5, 5.5, .inconclusive),
      (.equal(5, tolerance: 1), 6.1, 7, .contradicted),
      (.equal(5, tolerance: 1), 1, 9, .inconclusive),
      (.atLeast(5), 5, 9, .supported), (.atLeast(5), 4, 9, .inconclusive),
      (.atLeast(5), 3, 4.9, .contradicted), (.atMost(5), 3, 5, .supported),
      (.atMost(5), 5.1, 6, .contradicted),
    ])
  func verdict(relation: Relation, lower: Double, upper: Double, expected: Verdict) {
    let interval = Interval(level: 0.95, lower: lower, upper: upper, method: .profile)
    #expect(relation.verdict([interval]) == expected)
  }

  @Test("an open end reaches as far as any value")
  func open() {
    let interval = Interval(level: 0.95, lower: 6, upper: nil, method: .profile)
    #expect(Relation.atLeast(5).verdict([interval]) == .supported)
    #expect(Relation.equal(7, tolerance: 2).verdict([interval]) == .inconclusive)
    #expect(Relation.atMost(5).verdict([interval]) == .contradicted)
  }

  @Test("a set in two pieces decides only when both agree, as a ratio by zero does not")
  func pieces() {
    let pieces = [
      Interval(level: 0.95, lower: nil, upper: -2, method: .fieller),
      Interval(level: 0.95, lower: 1.5, upper: nil, method: .fieller),
    ]
    #expect(Relation.atLeast(1).verdict(pieces) == .inconclusive)
    #expect(Relation.equal(0, tolerance: 1).verdict(pieces) == .contradicted)
    #expect(Relation.atLeast(-5).verdict([pieces[1]]) == .supported)
  }
}
