import Testing

@testable import ScalingAnalysis

/// Derived figures against closed forms where there are any, and against simulated truths.
struct DerivedEstimateTests {
  static let line = CurveData(
    x: [1, 2, 3, 4, 5, 6, 7, 8], y: [1.1, 1.9, 3.2, 3.8, 5.3, 5.9, 7.1, 7.9],
    isAccuracy: false)

  /// The classical quantities of a straight line.
  private struct Classical {
    let intercept, slope, meanX, sxx, variance, quantile: Double
    let count: Double

    init(_ x: [Double], _ y: [Double], quantile: Double) {
      count = Double(x.count)
      let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
      let sxx = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
      let slope = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / sxx
      let intercept = meanY - slope * meanX
      variance =
        zip(x, y).reduce(0) { sum, point in
          let residual = point.1 - intercept - slope * point.0
          return sum + residual * residual
        } / (count - 2)
      (self.meanX, self.sxx, self.slope, self.intercept) = (meanX, sxx, slope, intercept)
      self.quantile = quantile
    }

    func halfWidth(_ x: Double) -> Double {
      quantile * (variance * (1 / count + (x - meanX) * (x - meanX) / sxx)).squareRoot()
    }

    /// Fieller's set for the x of a target: the roots of (value(x) − target)² = halfWidth(x)².
    func fieller(_ target: Double) -> [Double] {
      let square = quantile * quantile * variance
      let offset = intercept + slope * meanX - target
      let a = slope * slope - square / sxx
      let b = 2 * offset * slope
      let c = offset * offset - square / count
      let root = (b * b - 4 * a * c).squareRoot()
      return [(-b - root) / (2 * a), (-b + root) / (2 * a)].map { $0 + meanX }.sorted()
    }
  }

  /// t(0.975, 6).
  private static let quantile = 2.446_911_851_144_979

  @Test("a curve in log x has no value at an x of zero or below")
  func undefined() throws {
    let fit = try LogLinearModel().fit(to: Self.line)
    for x in [0, -5.0] {
      #expect(throws: FitError.self) { try fit.derived(.value(at: x)) }
      #expect(throws: FitError.self) { try fit.derived(.gain(from: 1, to: x)) }
    }
  }

  @Test(arguments: [0.5, 4.5, 30])
  func aValueOfALineHasTheClassicalInterval(x: Double) throws {
    let fit = try LinearModel().fit(to: Self.line)
    let classical = Classical(Self.line.x, Self.line.y, quantile: Self.quantile)
    let derived = try #require(try fit.derived(.value(at: x)))
    let value = classical.intercept + classical.slope * x
    #expect(relativeError(derived.estimate, value) < 1e-10)
    #expect(relativeError(derived.interval?.lower, value - classical.halfWidth(x)) < 1e-9)
    #expect(relativeError(derived.interval?.upper, value + classical.halfWidth(x)) < 1e-9)
    #expect(derived.isExtrapolated == !(1...8).contains(x))
    #expect(derived.reach == nil)
  }

  @Test(arguments: [4.0, 12, 100])
  func anXForATargetOfALineHasFiellersSet(target: Double) throws {
    let fit = try LinearModel().fit(to: Self.line)
    let classical = Classical(Self.line.x, Self.line.y, quantile: Self.quantile)
    let derived = try #require(try fit.derived(.position(target: target)))
    let ends = classical.fieller(target)
    #expect(
      relativeError(derived.estimate, (target - classical.intercept) / classical.slope) < 1e-10)
    #expect(relativeError(derived.interval?.lower, ends[0]) < 1e-8)
    #expect(relativeError(derived.interval?.upper, ends[1]) < 1e-8)
    #expect(derived.reach == .reached)
  }

  @Test func aSlopeThatMayBeZeroLeavesThePositionOpen() throws {
    let data = CurveData(
      x: [1, 2, 3, 4, 5, 6], y: [1, 1.4, 0.7, 1.3, 0.9, 1.5], isAccuracy: false)
    let fit = try LinearModel().fit(to: data)
    let derived = try #require(try fit.derived(.position(target: 3)))
    #expect(derived.estimate != nil)
    #expect(derived.interval?.lower != nil)
    #expect(derived.interval?.upper == nil)
    #expect(derived.reach == .undecided)
    let reciprocal = try #require(try fit.derived(.reciprocal(coefficient: "slope")))
    #expect(reciprocal.estimate != nil)
    #expect(reciprocal.interval?.lower != nil)
    #expect(reciprocal.interval?.upper == nil)
  }

  @Test func aReciprocalIsThatOfTheInterval() throws {
    let fit = try LinearModel().fit(to: Self.line)
    let slope = try #require(fit.coefficient("slope"))
    let derived = try #require(try fit.derived(.reciprocal(coefficient: "slope")))
    #expect(derived.estimate == slope.estimate.map { 1 / $0 })
    #expect(derived.interval?.lower == slope.interval?.upper.map { 1 / $0 })
    #expect(derived.interval?.upper == slope.interval?.lower.map { 1 / $0 })
    #expect(try fit.derived(.reciprocal(coefficient: "exponent")) == nil)
  }

  @Test func gainsOfALogarithmAreItsSlope() throws {
    let data = simulated(
      { 0.1 + 0.05 * logarithmBase2($0) }, at: ratios(from: 1, to: 4096, count: 13), sd: 0.01)
    let fit = try LogLinearModel().fit(to: data)
    let slope = try #require(fit.coefficient("slopePerDoubling"))
    let local = try #require(try fit.derived(.gainPerDoubling(at: 100)))
    #expect(relativeError(local.estimate, slope.estimate ?? 0) < 1e-9)
    #expect(relativeError(local.interval?.lower, slope.interval?.lower ?? 0) < 1e-8)
    #expect(relativeError(local.interval?.upper, slope.interval?.upper ?? 0) < 1e-8)
    let gain = try #require(try fit.derived(.gain(from: 16, to: 256)))
    #expect(relativeError(gain.interval?.upper, 4 * (slope.interval?.upper ?? 0)) < 1e-8)
    #expect(!gain.isExtrapolated)
  }

  @Test func aCeilingBelowTheTargetIsNeverReached() throws {
    let curve = { (x: Double) in 0.6 - 0.5 * raise(x, to: -0.8) }
    let data = simulated(curve, at: ratios(from: 1, to: 1e4, count: 25), sd: 0.004)
    let fit = try SaturatingPowerModel().fit(to: data)
    let never = try #require(try fit.derived(.position(target: 0.9)))
    #expect(never.estimate == nil)
    #expect(never.interval == nil)
    #expect(never.reach == .never)
    let reached = try #require(try fit.derived(.position(target: 0.5)))
    #expect(reached.reach == .reached)
    let truth = raise(0.2, to: -1 / 0.8)
    let interval = try #require(reached.interval)
    #expect((try #require(interval.lower)...(try #require(interval.upper))).contains(truth))
    // Near the ceiling some accepted curves reach the target and some do not.
    let edge = try #require(fit.coefficient("asymptote")?.estimate)
    let open = try #require(try fit.derived(.position(target: edge)))
    #expect(open.estimate == nil || open.interval?.upper == nil)
    #expect(open.reach == .undecided)
  }

  @Test func intervalsOfSimulatedCurvesCoverTheirTruth() throws {
    let curve = { (x: Double) in 0.7 - 0.6 * raise(x, to: -0.5) }
    let quantities: [(DerivedQuantity, Double)] = [
      (.value(at: 1e5), curve(1e5)), (.gain(from: 10, to: 1000), curve(1000) - curve(10)),
      (.gainPerDoubling(at: 50), 0.3 * raise(50, to: -0.5) * naturalLogarithmOf2),
      (.position(target: 0.6), 36),
    ]
    var covered = Array(repeating: 0, count: quantities.count)
    let runs = 60
    for seed in 0..<runs {
      let data = simulated(
        curve, at: ratios(from: 1, to: 1000, count: 16), sd: 0.01, seed: UInt64(seed + 1))
      let fit = try SaturatingPowerModel().fit(to: data)
      for (index, (quantity, truth)) in quantities.enumerated() {
        let interval = try #require(try fit.derived(quantity)?.interval)
        let lower = interval.lower ?? -.infinity
        let upper = interval.upper ?? .infinity
        if (lower...upper).contains(truth) { covered[index] += 1 }
      }
    }
    #expect(covered.allSatisfy { $0 >= 52 }, "\(covered) of \(runs)")
  }

  @Test func theBootstrapGivesEachAnInterval() throws {
    let data = simulated(
      { 0.1 + 0.05 * logarithmBase2($0) }, at: ratios(from: 1, to: 4096, count: 20), sd: 0.01)
    let fit = try LogLinearModel().fit(to: data)
    let bootstrap = try Bootstrap(replicateCount: 200).run(fit)
    for quantity in [DerivedQuantity.value(at: 64), .position(target: 0.5)] {
      let derived = try #require(try fit.derived(quantity, bootstrap: bootstrap))
      let interval = try #require(derived.bootstrapInterval)
      let estimate = try #require(derived.estimate)
      #expect(interval.method == .expandedBootstrap)
      #expect((try #require(interval.lower)...(try #require(interval.upper))).contains(estimate))
    }
  }

  @Test func aCurveOfSeveralColumnsHasNoValueAtX() throws {
    let formula = try Formula("y ~ a + b*x + c*z", columns: ["x", "y", "z"])
    let data = try formula.data([
      DataColumn("x", [1, 2, 3, 4, 5]), DataColumn("y", [1, 3, 2, 5, 4]),
      DataColumn("z", [0, 1, 0, 1, 1]),
    ])
    let fit = try FormulaModel(formula).fit(to: data)
    #expect {
      try fit.derived(.value(at: 2))
    } throws: { error in
      "\(error)" == "value@2 needs a curve of x alone, but y ~ a + b*x + c*z also depends on z; "
        + "only 1/COEFFICIENT can be asked of it"
    }
  }
}
