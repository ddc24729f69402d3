import ScalingAnalysis
import Testing

@testable import ScalingClaims

/// Draws of new points, against the textbook formula of a straight line's prediction.
struct FamilyPredictionTests {
  private static let x = [1.0, 2, 4, 8, 16, 32]
  private static let y = [0.11, 0.22, 0.27, 0.41, 0.52, 0.58]

  @Test("a logarithmic curve scatters as the prediction of a linear regression does")
  func regression() {
    let data = CurveData(x: Self.x, y: Self.y, isAccuracy: false)
    let prediction = FamilyPrediction(.logarithmic, data, at: [256])
    let place = 8.0
    let log2x = [0.0, 1, 2, 3, 4, 5]
    let sxx = log2x.reduce(0) { $0 + ($1 - 2.5) * ($1 - 2.5) }
    let mean = Self.y.reduce(0, +) / 6
    let slope = zip(log2x, Self.y).reduce(0) { $0 + ($1.0 - 2.5) * $1.1 } / sxx
    let residuals = zip(log2x, Self.y).map { $1 - mean - slope * ($0 - 2.5) }
    let variance = residuals.reduce(0) { $0 + $1 * $1 } / 4
    let centre = mean + slope * (place - 2.5)
    #expect(abs(prediction.curve[0] - centre) < 1e-9)

    var random = RandomSource(seed: 5, stream: 1)
    let count = 20_000
    let draws = (0..<count).map { _ in prediction.draw(&random)[0] }
    let average = draws.reduce(0, +) / Double(count)
    let spread = draws.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(count)
    // A Student t with 4 degrees of freedom has twice the variance of its scale.
    let expected = 2 * variance * (1 + 1 / 6.0 + (place - 2.5) * (place - 2.5) / sxx)
    #expect(abs(average - centre) < 4 * (expected / Double(count)).squareRoot())
    #expect(abs(spread / expected - 1) < 0.15)
  }

  @Test("with a hundred times the questions only the curve is uncertain")
  func items() {
    let many = Self.x.map { _ in Double?.some(50) }
    let data = CurveData(x: Self.x, y: Self.y, items: many, isAccuracy: true)
    let spreads = [50.0, 5000].map { items in
      let prediction = FamilyPrediction(.logarithmic, data, at: [6, 6], items: items)
      var random = RandomSource(seed: 9, stream: 2)
      // Two points at one place differ by their own scatter alone.
      return (0..<4000).reduce(0.0) { sum, _ in
        let pair = prediction.draw(&random)
        return sum + (pair[0] - pair[1]) * (pair[0] - pair[1])
      }
    }
    #expect(abs(spreads[0] / spreads[1] - 100) < 12)
  }

  @Test("places to read off do not move the curve, however far they are")
  func weightless() {
    let data = CurveData(x: Self.x, y: Self.y, isAccuracy: false)
    for family in ShapeFamily.allCases {
      let near = FamilyPrediction(family, data, at: [8]).curve[0]
      let far = FamilyPrediction(family, data, at: [8, 300]).curve[0]
      #expect(abs(near - far) < 0.02, "\(family.rawValue): \(near), \(far)")
    }
  }
}
