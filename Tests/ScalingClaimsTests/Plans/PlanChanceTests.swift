import Testing

@testable import ScalingClaims

/// What a plan risks under a family that hardly counts by its weight.
struct PlanChanceTests {
  private static func part(
    _ family: ShapeFamily, weight: Double, wrong: Double, replicates: Int = 100
  ) -> PlanChance.Case {
    PlanChance.Case(
      truth: PlausibleFamily(family: family, isClaimed: family == .logarithmic, weight: weight),
      replicates: replicates, right: 0.9, wrong: wrong, blocker: nil)
  }

  @Test("an unlikely family that is often judged wrongly hardly moves the mean, but is the worst")
  func worst() {
    let chance = PlanChance(cases: [
      Self.part(.logarithmic, weight: 0.98, wrong: 0), Self.part(.linear, weight: 0.02, wrong: 0.4),
    ])
    #expect(chance.wrong < 0.01)
    #expect(chance.worst?.truth.family == .linear)
    #expect(!chance.isWithin(0.05))
    #expect(chance.isClearlyBeyond(0.05))
  }

  @Test("few simulations leave open whether the level is kept")
  func few() {
    let chance = PlanChance(cases: [
      Self.part(.linear, weight: 1, wrong: 0.1, replicates: 10)
    ])
    #expect(!chance.isWithin(0.05) && !chance.isClearlyBeyond(0.05))
  }
}
