import Testing

@testable import ScalingAnalysis

/// The broken power law as a curve family.
struct BrokenPowerModelTests {
  static let truth = TrainingLaw(.brokenPower, coefficients: [0.4, 2.3, 0.06, 3, 600, 0.1])

  /// 24 points over four decades on both sides of the break, a little off.
  static func points(noise: Double) -> CurveData {
    let x = (0..<24).map { 10 * raise(1.5, to: Double($0)) }
    var random = RandomSource(seed: 3, stream: 0)
    return CurveData(
      x: x, y: x.map { truth.loss($0) + noise * random.normal() }, isAccuracy: false)
  }

  @Test("the family gives back the truth, with intervals that hold it")
  func truth() throws {
    let exact = try BrokenPowerModel().fit(to: Self.points(noise: 0))
    for (coefficient, value) in zip(exact.coefficients, Self.truth.coefficients) {
      #expect(try #require(coefficient.estimate).isNear(value, 1e-6), "\(coefficient.name)")
    }
    let fit = try BrokenPowerModel().fit(to: Self.points(noise: 0.003), level: 0.999)
    #expect(fit.termination.converged)
    #expect(fit.coefficients.map(\.name) == LawForm.brokenPower.coefficientNames)
    for (coefficient, value) in zip(fit.coefficients, Self.truth.coefficients) {
      let interval = try #require(coefficient.interval)
      #expect(try #require(interval.lower) < value, "\(coefficient.name)")
      #expect(try #require(interval.upper) > value, "\(coefficient.name)")
    }
    #expect(fit.confidenceBand(at: [50, 5000]) != nil)
  }

  @Test("the family and the law find the same optimum")
  func sameOptimum() throws {
    let data = Self.points(noise: 0.003)
    let curve = try BrokenPowerModel().fit(to: data)
    let law = try LawFit(
      try LawData(columns: [data.x], loss: data.y),
      settings: .init(form: .brokenPower, objective: .leastSquares))
    #expect(law.value.isNear(curve.statistics.residualSumOfSquares, 1e-9))
  }

  @Test("the slopes in the shape agree with differences")
  func slopes() throws {
    let data = Self.points(noise: 0)
    let problem = CurveProblem(BrokenPowerModel(), data)
    let (linear, shape) = ([0.4, 2.3], [0.06, 3, logarithm(600), logarithm(0.1)])
    let jacobian = problem.jacobian(linear: linear, shape: shape)
    for index in shape.indices {
      var (above, below) = (shape, shape)
      above[index] += 1e-5
      below[index] -= 1e-5
      let differences = zip(
        problem.values(linear: linear, shape: above), problem.values(linear: linear, shape: below)
      ).map { ($0 - $1) / 2e-5 }
      for (slope, difference) in zip(jacobian[2 + index], differences) {
        #expect(abs(slope - difference) < 1e-7)
      }
    }
  }

  @Test("constraints start where the family's own search would")
  func constraints() throws {
    var selection = FamilySelection(names: [.brokenPower])
    selection.constraints.fixed["d1"] = 600
    selection.constraints.bounds["a"] = 0...1
    let ranking = try selection.rank(Self.points(noise: 0.003))
    let fit = try #require(ranking.entries.first?.fit)
    #expect(fit.coefficient("d1")?.role == .fixed)
    #expect(abs(try #require(fit.coefficient("c1")?.estimate) - 3) < 0.3)
    #expect(abs(try #require(fit.coefficient("a")?.estimate) - 0.4) < 0.05)
  }

  @Test("it is fitted only when it is asked for")
  func standardSet() {
    #expect(!FamilySelection().names.contains(.brokenPower))
    #expect(ModelName.allCases.contains(.brokenPower))
  }
}
