// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// y = level: nothing changes with x.
public struct ConstantModel: CurveModel {
  public init() {}

  public var name: ModelName { .constant }
  public var formula: String { "y = level" }
  public var needsPositiveX: Bool { false }
  public var linearNames: [String] { ["level"] }

  public func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<predictor.count { basis[row] = 1 }
  }
}
