import ScalingData
import Testing

@testable import ScalingAnalysis

/// Tokens used against tokens asked for.
struct BudgetControlTests {
  private static func run(_ asked: Double, _ used: Double, from: Double? = nil) -> BudgetTable.Run {
    BudgetTable.Run(asked: asked, used: used, askedFrom: from)
  }

  @Test("limits count as inside, and there may be a lower one")
  func inside() {
    #expect(BudgetControl.isInside(Self.run(100, 100)))
    #expect(!BudgetControl.isInside(Self.run(100, 101)))
    #expect(BudgetControl.isInside(Self.run(100, 50, from: 50)))
    #expect(!BudgetControl.isInside(Self.run(100, 49, from: 50)))
  }

  @Test("the share, the factor and the exponent of runs that use twice the square root")
  func squareRoot() throws {
    let control = BudgetControl(
      [1.0, 4, 16, 64].map { Self.run($0, 2 * $0.squareRoot()) }, level: 0.95)
    #expect(control.inside == 3)
    #expect(control.share == 0.75)
    // Ratios 2, 1, ½, ¼: geometric mean 2^(−½).
    #expect(abs(control.factor - 0.5.squareRoot()) < 1e-12)
    #expect(control.factors == 0.25...2)
    #expect(abs(try #require(control.exponent) - 0.5) < 1e-12)
    #expect(abs(try #require(control.usedPerTenfold) - 10.0.squareRoot()) < 1e-9)
    let interval = try #require(control.exponentInterval)
    #expect(abs((interval.upper ?? 9) - (interval.lower ?? 0)) < 1e-9)
  }

  @Test("one run has no interval, equal budgets no exponent")
  func few() {
    let one = BudgetControl([Self.run(10, 20)], level: 0.95)
    #expect(one.factor == 2)
    #expect(one.factorInterval == nil)
    #expect(one.exponent == nil)
    let equal = BudgetControl([Self.run(10, 20), Self.run(10, 5)], level: 0.95)
    #expect(equal.exponent == nil)
    #expect(equal.factorInterval != nil)
  }
}
