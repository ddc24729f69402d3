import Testing

@testable import ScalingAnalysis

@Suite struct ProfileWalkTests {
  private let data = FormulaModelTests.data { 0.1 + 0.05 * logarithmBase2($0) }

  /// For a linear curve the profile interval is the exact t interval.
  @Test func linearParametersHaveTheTInterval() throws {
    let fit = try FormulaModel(
      Formula("y ~ a + b*log2(x) + c*log2(x)^2", columns: ["x", "y"])
    ).fit(to: data)
    let quantile = 2.200_985_160_082_949  // t, 0.975, 11 degrees of freedom
    for coefficient in fit.coefficients {
      let estimate = try #require(coefficient.estimate)
      let half = quantile * (try #require(coefficient.standardError))
      let lower = try #require(coefficient.interval?.lower)
      let upper = try #require(coefficient.interval?.upper)
      #expect(abs(lower - (estimate - half)) < 1e-7 * half)
      #expect(abs(upper - (estimate + half)) < 1e-7 * half)
    }
  }

  /// A walk that the data do not stop ends at the bound, and is open there.
  @Test func endsAtBoundsAreOpen() throws {
    let fit = try FormulaModel(
      Formula("y ~ a + b*log2(x)", columns: ["x", "y"]),
      constraints: ParameterConstraints(bounds: ["b": 0.049...0.2])
    ).fit(to: data)
    let interval = try #require(fit.coefficient("b")?.interval)
    #expect(interval.lower == nil)
    #expect(interval.upper != nil)
  }

  /// Three shape parameters without bounds: every interval holds its estimate.
  @Test func manyShapeParametersHaveIntervals() throws {
    let fit = try FormulaModel(
      Formula("y ~ top/(1 + exp(-(log2(x) - middle)/width))^shape", columns: ["x", "y"])
    ).fit(to: data)
    #expect(fit.coefficients.count == 4)
    for coefficient in fit.coefficients {
      let estimate = try #require(coefficient.estimate)
      #expect(coefficient.interval?.lower ?? -.infinity < estimate)
      #expect(coefficient.interval?.upper ?? .infinity > estimate)
    }
    #expect(fit.region == nil)
    let band = try #require(fit.confidenceBand(at: [100, 1000]))
    #expect(band.lower[0] < band.fitted[0] && band.fitted[0] < band.upper[0])
  }
}
