import Testing

@testable import ScalingAnalysis

struct StraightLineTests {
  private let x = [1.0, 2, 3, 4]

  @Test func leastSquares() throws {
    // By hand: means 2.5 and 3, Σ(x − x̄)(y − ȳ) = 7, Σ(x − x̄)² = 5.
    let y = [1.0, 2, 4, 5]
    let line = try #require(StraightLine(x: x, y: y))
    #expect(abs(line.slope - 1.4) < 1e-15 && abs(line.intercept + 0.5) < 1e-15)
    #expect(abs(line.residualSumOfSquares(x: x, y: y) - 0.2) < 1e-14)
    #expect(line.squareOfX == 5)
  }

  @Test func aWeightOfTwoIsAPointTwice() throws {
    let twice = try #require(StraightLine(x: x + [4], y: [1, 2, 4, 5, 5]))
    let line = try #require(StraightLine(x: x, y: [1, 2, 4, 5], weights: [1, 1, 1, 2]))
    #expect(abs(line.slope - twice.slope) < 1e-15)
    #expect(abs(line.intercept - twice.intercept) < 1e-15)
  }

  @Test(arguments: [[], [2.0], [2.0, 2, 2]])
  func equalPlacesHaveNoLine(_ x: [Double]) {
    #expect(StraightLine(x: x, y: x) == nil)
  }
}
