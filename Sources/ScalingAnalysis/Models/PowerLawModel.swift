// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// y = scale·x^exponent, fitted to y itself (not to its logarithm).
public struct PowerLawModel: CurveModel {
  public init() {}

  public var name: ModelName { .powerLaw }
  public var formula: String { "y = scale·x^exponent" }
  public var needsPositiveX: Bool { true }
  public var linearNames: [String] { ["scale"] }
  public var shapeParameters: [ShapeParameter] {
    [ShapeParameter(name: "exponent", link: .identity)]
  }

  public func linearCoefficients(from origin: Double) -> [LinearQuantity] {
    let log2Origin = logarithmBase2(origin)
    return [
      LinearQuantity(name: "scale") { shape, weights in
        weights[0] = exponentialBase2(-shape[0] * log2Origin)
      }
    ]
  }

  public func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<predictor.count {
      basis[row] = exponentialBase2(shape[0] * (predictor.log2[row] - predictor.log2Origin))
    }
  }

  public func fillShapeSlopes(
    _ predictor: Predictor, shape: UnsafePointer<Double>, linear: UnsafePointer<Double>,
    basis: UnsafePointer<Double>, offset: UnsafePointer<Double>,
    slopes: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<predictor.count {
      slopes[row] =
        linear[0] * basis[row] * (predictor.log2[row] - predictor.log2Origin) * naturalLogarithmOf2
    }
  }

  /// Exponents up to a change by e^40 over the data.
  public func searchRanges(for data: CurveData) -> [SearchRange] {
    let steepest = 40 / (data.doublings * naturalLogarithmOf2)
    return [SearchRange(bounds: -steepest...steepest, nodes: 161)]
  }
}
