// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// y = asymptote + scale·x^(−exponent) with exponent > 0: a power law towards a floor or ceiling.
///
/// As the exponent goes to zero the curve becomes log-linear and the asymptote runs to infinity:
/// data without visible saturation then identify neither.
public struct SaturatingPowerModel: CurveModel {
  public init() {}

  public var name: ModelName { .saturatingPower }
  public var formula: String { "y = asymptote + scale·x^(-exponent)" }
  public var needsPositiveX: Bool { true }
  public var linearNames: [String] { ["asymptote", "scale"] }
  public var shapeParameters: [ShapeParameter] {
    [ShapeParameter(name: "exponent", link: .exponential(sign: 1))]
  }
  public var asymptotes: [LinearQuantity] {
    [LinearQuantity(name: "asymptote", weights: [1, 0])]
  }

  public func linearCoefficients(from origin: Double) -> [LinearQuantity] {
    let log2Origin = logarithmBase2(origin)
    return asymptotes + [
      LinearQuantity(name: "scale") { shape, weights in
        weights[0] = 0
        weights[1] = exponentialBase2(exponential(shape[0]) * log2Origin)
      }
    ]
  }

  public func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    let exponent = exponential(shape[0])
    for row in 0..<predictor.count {
      basis[row] = 1
      basis[predictor.count + row] = exponentialBase2(
        -exponent * (predictor.log2[row] - predictor.log2Origin))
    }
  }

  public func fillShapeSlopes(
    _ predictor: Predictor, shape: UnsafePointer<Double>, linear: UnsafePointer<Double>,
    basis: UnsafePointer<Double>, offset: UnsafePointer<Double>,
    slopes: UnsafeMutablePointer<Double>
  ) {
    let factor = -linear[1] * exponential(shape[0]) * naturalLogarithmOf2
    for row in 0..<predictor.count {
      slopes[row] =
        factor * basis[predictor.count + row] * (predictor.log2[row] - predictor.log2Origin)
    }
  }

  /// From a curve that is log-linear to the eye to one that is flat after its first doubling.
  public func searchRanges(for data: CurveData) -> [SearchRange] {
    let range = data.doublings * naturalLogarithmOf2
    return [SearchRange(bounds: logarithm(1e-3 / range)...logarithm(60 / range), nodes: 121)]
  }
}
