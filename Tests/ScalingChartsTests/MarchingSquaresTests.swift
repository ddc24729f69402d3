import Testing

@testable import ScalingCharts

@Suite struct MarchingSquaresTests {
  private let places = (0...20).map { Double($0) - 10 }

  private func grid(_ surface: (Double, Double) -> Double) -> MarchingSquares {
    MarchingSquares(
      x: places, y: places, values: places.map { y in places.map { x in surface(x, y) } })
  }

  @Test func aPlaneHasOneStraightLineThroughItsExactPlaces() throws {
    let lines = grid { x, y in x + 2 * y }.lines(at: 1.5)
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.allSatisfy { ($0.x + 2 * $0.y - 1.5).magnitude < 1e-9 })
    #expect(line.map(\.x).min() == -10 && line.map(\.x).max() == 10)
  }

  @Test func aHillHasAClosedLine() throws {
    let lines = grid { x, y in -x * x - y * y }.lines(at: -25.5)
    let ring = try #require(lines.first)
    #expect(lines.count == 1 && ring.first == ring.last)
    #expect(ring.allSatisfy { (($0.x * $0.x + $0.y * $0.y).squareRoot() - 5.05).magnitude < 0.1 })
  }

  @Test func aSaddleHasTwoLinesThatDoNotCross() {
    let lines = grid { x, y in x * y }.lines(at: 0.25)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { line in line.allSatisfy { $0.x * $0.y > 0 } })
  }

  @Test func aMissingValueOpensTheLineAndALevelOutsideHasNone() {
    let broken = grid { x, y in x == 0 && y == 0 ? .nan : x + 0.5 }
    #expect(broken.lines(at: 0).count == 2)
    #expect(broken.lines(at: 99).isEmpty)
    #expect(MarchingSquares(x: [1], y: [1], values: [[1]]).lines(at: 1).isEmpty)
  }
}
