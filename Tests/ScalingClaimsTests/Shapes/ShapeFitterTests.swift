import ScalingAnalysis
import Testing

@testable import ScalingClaims

/// The grid finds the curves that the families stand for.
struct ShapeFitterTests {
  private static let log2x = (0..<12).map { Double($0) * 0.7 }

  /// A curve of the family at a logarithm of x.
  private static func curve(_ family: ShapeFamily, _ place: Double) -> Double {
    switch family {
    case .linear: 3 + 2 * raise(2, to: place)
    case .proportional: 4 * raise(2, to: place)
    case .powerLaw: 2 * raise(2, to: 0.5 * place)
    case .hinge: min(place, 3.85)
    default: 1 + 0.5 * place
    }
  }

  @Test(
    "a curve of the family leaves next to nothing",
    arguments: [ShapeFamily.linear, .logarithmic, .proportional, .powerLaw, .hinge])
  func exact(family: ShapeFamily) {
    let y = Self.log2x.map { Self.curve(family, $0) }
    let best = ShapeFitter(family, ShapeDesign(log2x: Self.log2x)).best(y)
    let total = y.reduce(0) { $0 + $1 * $1 }
    #expect(best.residualSumOfSquares < 1e-3 * total)
  }

  @Test("a straight line is the least-squares line")
  func line() {
    let y = [1.0, 3, 2, 5, 4, 6, 8, 7, 9, 12, 11, 10]
    let fitter = ShapeFitter(.logarithmic, ShapeDesign(log2x: Self.log2x))
    let best = fitter.best(y)
    let fitted = fitter.fitted(y, shape: best.shape)
    let meanX = Self.log2x.reduce(0, +) / 12
    let meanY = y.reduce(0, +) / 12
    let product = zip(Self.log2x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let square = Self.log2x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    #expect(abs(fitted[11] - (meanY + product / square * (Self.log2x[11] - meanX))) < 1e-12)
    let rss = zip(y, fitted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    #expect(abs(best.residualSumOfSquares - rss) < 1e-9)
  }
}
