internal import LeastSquares

// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// y = a + b·x^(−c0)·(1 + (x/d1)^(1/f1))^(−c1·f1): a power law that bends once, at d1, over a
/// width f1 (Caballero et al. 2023, eq. 1).
///
/// Six coefficients need many points on both sides of the break. The family is therefore fitted
/// only when it is asked for by name, never as one of the default set.
public struct BrokenPowerModel: CurveModel {
  public init() {}

  public var name: ModelName { .brokenPower }
  public var formula: String {
    "y = a + b·x^(-c0)·(1 + (x/d1)^(1/f1))^(-c1·f1)"
  }
  public var needsPositiveX: Bool { true }
  public var linearNames: [String] { ["a", "b"] }
  public var shapeParameters: [ShapeParameter] {
    [
      ShapeParameter(name: "c0", link: .identity), ShapeParameter(name: "c1", link: .identity),
      ShapeParameter(name: "d1", link: .exponential(sign: 1)),
      ShapeParameter(name: "f1", link: .exponential(sign: 1)),
    ]
  }
  public var asymptotes: [LinearQuantity] { [LinearQuantity(name: "a", weights: [1, 0])] }

  private func curve(_ shape: UnsafePointer<Double>) -> BrokenPowerCurve {
    BrokenPowerCurve(c0: shape[0], c1: shape[1], logBreak: shape[2], logWidth: shape[3])
  }

  public func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    let curve = curve(shape)
    for row in 0..<predictor.count {
      let u = predictor.log2[row] * naturalLogarithmOf2
      basis[row] = 1
      basis[predictor.count + row] = exponential(curve.logValue(u, curve.place(u)))
    }
  }

  public func fillShapeSlopes(
    _ predictor: Predictor, shape: UnsafePointer<Double>, linear: UnsafePointer<Double>,
    basis: UnsafePointer<Double>, offset: UnsafePointer<Double>,
    slopes: UnsafeMutablePointer<Double>
  ) {
    let curve = curve(shape)
    let count = predictor.count
    for row in 0..<count {
      let u = predictor.log2[row] * naturalLogarithmOf2
      let place = curve.place(u)
      let part = linear[1] * basis[count + row]
      slopes[row] = -part * u
      slopes[count + row] = -part * curve.f1 * place.softplus
      slopes[2 * count + row] = part * curve.c1 * place.slope
      slopes[3 * count + row] = -part * curve.c1 * curve.f1 * place.perWidth
    }
  }

  /// Breaks up to one data range away on either side; widths from a kink to a bend over all data.
  public func shapeBounds(for data: CurveData) -> [ClosedRange<Double>] {
    let low = logarithm(data.smallestX)
    let high = logarithm(data.largestX)
    let range = max(high - low, 1e-6)
    return [
      -5...5, -30...30, (low - range)...(high + range), logarithm(1e-3)...logarithm(3),
    ]
  }

  /// Minima of the search that are followed.
  private static let followedMinima = 24

  /// The best nodes of the same grid that the training law is searched on.
  public func startingShapes(for data: CurveData) -> [[Double]] {
    let grid = BrokenPowerCurve.grid(
      logarithm(data.smallestX), logarithm(data.largestX), firstCoordinate: 0)
    let reduced = VariableProjection(CurveProblem(self, data), response: data.y)
    let shapes = (0..<grid.count).map { node in
      var shape = Array(repeating: 0.0, count: 4)
      grid.fill(&shape, node: node)
      return shape
    }
    let values = shapes.map { reduced.residualSumOfSquares(at: $0) }
    return grid.localMinima(values).prefix(Self.followedMinima).map { shapes[$0] }
  }
}
