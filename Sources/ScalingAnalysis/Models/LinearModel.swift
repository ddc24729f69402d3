// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// y = intercept + slope·x: the same gain for each further unit of x.
public struct LinearModel: CurveModel {
  public init() {}

  public var name: ModelName { .linear }
  public var formula: String { "y = intercept + slope·x" }
  public var needsPositiveX: Bool { false }
  public var linearNames: [String] { ["intercept", "slope"] }

  public func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<predictor.count {
      basis[row] = 1
      basis[predictor.count + row] = predictor.x[row]
    }
  }
}
