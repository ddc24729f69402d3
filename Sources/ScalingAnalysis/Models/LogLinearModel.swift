// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// y = intercept + slopePerDoubling·log2 x: the same gain for each doubling of x.
public struct LogLinearModel: CurveModel {
  public init() {}

  public var name: ModelName { .logLinear }
  public var formula: String { "y = intercept + slopePerDoubling·log2(x)" }
  public var needsPositiveX: Bool { true }
  public var linearNames: [String] { ["intercept", "slopePerDoubling"] }

  public var derivedQuantities: [LinearQuantity] {
    [LinearQuantity(name: "slopePerTenfold", weights: [0, doublingsPerTenfold])]
  }

  public func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<predictor.count {
      basis[row] = 1
      basis[predictor.count + row] = predictor.log2[row]
    }
  }
}
