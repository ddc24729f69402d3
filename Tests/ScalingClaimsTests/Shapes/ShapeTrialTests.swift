import ScalingAnalysis
import Testing

@testable import ScalingClaims

/// A trial says what the whole contest says.
struct ShapeTrialTests {
  private static let families: [ShapeFamily] = [
    .logarithmic, .linear, .powerLaw, .saturatingPower, .hinge,
  ]

  /// A rise that bends or not, with much or little scatter, so that every outcome appears.
  private static func series(_ seed: Int) -> CurveData {
    var random = RandomSource(seed: 7, stream: UInt64(seed))
    let noise = [0.002, 0.02, 0.06][seed % 3]
    let curve = [
      { $0 }, { min($0, 5) }, { raise(2, to: $0 / 2) / 3 }, { raise(2, to: $0) / 16 },
      { $0 > 4 ? 0 : $0 },
    ][seed / 3 % 5]
    let places = (0..<12).map { Double($0) * 8 / 11 }
    return CurveData(
      x: places.map { raise(2, to: $0) },
      y: places.map { 0.1 + 0.08 * curve($0) + noise * random.normal() }, isAccuracy: false)
  }

  @Test("the outcome is that of the contest with the same settings")
  func outcome() throws {
    var outcomes: Set<ShapeContest.Outcome> = []
    for seed in 0..<30 {
      let data = Self.series(seed)
      let claimed = Self.families[seed % Self.families.count]
      let rivals = Self.families.filter { $0 != claimed }
      let settings = CheckSettings(simulations: 199, seed: UInt64(seed))
      let contest = try ShapeContest(data, claimed: [claimed], rivals: rivals, settings: settings)
      let field = try ShapeField(x: data.x, claimed: [claimed], rivals: rivals)
      let trial = try ShapeTrial(data, field, settings: settings)
      let expected = contest.outcome(level: settings.level)
      #expect(trial.outcome == expected, "series \(seed)")
      let limit = ShapeContest.threshold(settings.level)
      #expect(
        trial.remaining == contest.rivals.first { $0.pValue > limit }?.family, "series \(seed)")
      outcomes.insert(expected)
    }
    #expect(outcomes.count == 4, "\(outcomes)")
  }
}
