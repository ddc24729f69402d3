// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// y = intercept + slopePerDoubling·log2(min(x, breakpoint)): log-linear, then flat.
public struct HingeModel: CurveModel {
  public init() {}

  public var name: ModelName { .hinge }
  public var formula: String {
    "y = intercept + slopePerDoubling·log2(min(x, breakpoint))"
  }
  public var needsPositiveX: Bool { true }
  public var linearNames: [String] { ["intercept", "slopePerDoubling"] }
  public var shapeParameters: [ShapeParameter] {
    [ShapeParameter(name: "breakpoint", link: .exponentialBase2)]
  }
  public var derivedQuantities: [LinearQuantity] { [ceiling] + slopePerTenfold }
  public var asymptotes: [LinearQuantity] { [ceiling] }

  private var ceiling: LinearQuantity {
    LinearQuantity(name: "ceiling") { shape, weights in
      weights[0] = 1
      weights[1] = shape[0]
    }
  }
  private var slopePerTenfold: [LinearQuantity] { LogLinearModel().derivedQuantities }

  public func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<predictor.count {
      basis[row] = 1
      basis[predictor.count + row] = min(predictor.log2[row], shape[0])
    }
  }

  public func fillShapeSlopes(
    _ predictor: Predictor, shape: UnsafePointer<Double>, linear: UnsafePointer<Double>,
    basis: UnsafePointer<Double>, offset: UnsafePointer<Double>,
    slopes: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<predictor.count {
      slopes[row] = predictor.log2[row] > shape[0] ? linear[1] : 0
    }
  }

  /// Breakpoints from the second distinct x, so that a slope exists, to the last.
  public func searchRanges(for data: CurveData) -> [SearchRange] {
    let distinct = data.distinctLog2X
    guard distinct.count > 2 else { return [SearchRange(bounds: 0...1, nodes: 2)] }
    return [SearchRange(bounds: distinct[1]...distinct[distinct.count - 1], nodes: 81)]
  }

  /// Between each pair of neighbouring x the residual sum of squares is smooth.
  public func smoothPieces(for data: CurveData) -> [[ClosedRange<Double>]] {
    let distinct = data.distinctLog2X
    guard distinct.count > 2 else { return [] }
    return (1..<(distinct.count - 1)).map { [distinct[$0]...distinct[$0 + 1]] }
  }
}
