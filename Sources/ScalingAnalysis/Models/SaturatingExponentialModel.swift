// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// y = asymptote + scale·exp(−x/constant): the gap to the asymptote shrinks by the same factor
/// for each further unit of x.
public struct SaturatingExponentialModel: CurveModel {
  public init() {}

  public var name: ModelName { .saturatingExponential }
  public var formula: String { "y = asymptote + scale·exp(-x/constant)" }
  public var needsPositiveX: Bool { false }
  public var linearNames: [String] { ["asymptote", "scale"] }
  public var shapeParameters: [ShapeParameter] {
    [ShapeParameter(name: "constant", link: .exponential(sign: 1))]
  }
  public var asymptotes: [LinearQuantity] {
    [LinearQuantity(name: "asymptote", weights: [1, 0])]
  }

  public func linearCoefficients(from origin: Double) -> [LinearQuantity] {
    asymptotes + [
      LinearQuantity(name: "scale") { shape, weights in
        weights[0] = 0
        weights[1] = exponential(origin * exponential(-shape[0]))
      }
    ]
  }

  public func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    let rate = exponential(-shape[0])
    for row in 0..<predictor.count {
      basis[row] = 1
      basis[predictor.count + row] = exponential((predictor.origin - predictor.x[row]) * rate)
    }
  }

  public func fillShapeSlopes(
    _ predictor: Predictor, shape: UnsafePointer<Double>, linear: UnsafePointer<Double>,
    basis: UnsafePointer<Double>, offset: UnsafePointer<Double>,
    slopes: UnsafeMutablePointer<Double>
  ) {
    let factor = linear[1] * exponential(-shape[0])
    for row in 0..<predictor.count {
      slopes[row] = factor * basis[predictor.count + row] * (predictor.x[row] - predictor.origin)
    }
  }

  /// From a constant well below the smallest gap in x to one so large that the curve is a
  /// straight line. The exponential is taken from the smallest x on, so that a constant far below
  /// x itself, as with dates, can be computed.
  public func searchRanges(for data: CurveData) -> [SearchRange] {
    let span = data.largestX - data.smallestX
    let shortest = max(data.smallestGap / 20, 1e-9 * span)
    let longest = max(1e3 * span, 10 * shortest)
    return [SearchRange(bounds: logarithm(shortest)...logarithm(longest), nodes: 201)]
  }
}
