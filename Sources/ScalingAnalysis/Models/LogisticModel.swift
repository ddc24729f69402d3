// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// y = floor + (ceiling − floor)/(1 + exp(−steepnessPerDoubling·log2(x/midpoint))).
///
/// The floor is fixed at 0 unless the user frees it or fixes it elsewhere (a benchmark's chance
/// level); the ceiling is free unless fixed. In data that never leave the floor, or never
/// approach the ceiling, the free one is not identified.
public struct LogisticModel: CurveModel {
  /// The floor, or `nil` when it is estimated.
  public let floor: Double?
  /// The ceiling, or `nil` when it is estimated.
  public let ceiling: Double?
  /// Whether the curve falls with x (only asked when floor or ceiling is fixed).
  public let isFalling: Bool

  public init(floor: Double? = 0, ceiling: Double? = nil, isFalling: Bool = false) {
    self.floor = floor
    self.ceiling = ceiling
    self.isFalling = isFalling && (floor != nil || ceiling != nil)
  }

  public var name: ModelName { .logistic }
  public var formula: String {
    "y = floor + (ceiling - floor)/(1 + exp(-steepnessPerDoubling·log2(x/midpoint)))"
  }
  public var needsPositiveX: Bool { true }
  public var linearNames: [String] {
    (floor == nil ? ["floor"] : []) + (ceiling == nil ? ["ceiling"] : [])
  }
  public var fixedCoefficients: [FixedCoefficient] {
    [("floor", floor), ("ceiling", ceiling)].compactMap { name, value in
      value.map { FixedCoefficient(name: name, value: $0) }
    }
  }
  public var shapeParameters: [ShapeParameter] {
    [
      ShapeParameter(name: "midpoint", link: .exponentialBase2),
      ShapeParameter(
        name: "steepnessPerDoubling", link: .exponential(sign: isFalling ? -1 : 1)),
    ]
  }
  public var asymptotes: [LinearQuantity] {
    linearCoefficients(from: 1)
  }

  /// The share of the way from floor to ceiling at a row.
  private func share(_ log2x: Double, _ midpoint: Double, _ steepness: Double) -> Double {
    1 / (1 + exponential(-steepness * (log2x - midpoint)))
  }

  private func steepness(_ shape: UnsafePointer<Double>) -> Double {
    (isFalling ? -1 : 1) * exponential(shape[1])
  }

  public func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    let count = predictor.count
    let steepness = steepness(shape)
    for row in 0..<count {
      let share = share(predictor.log2[row], shape[0], steepness)
      switch (floor, ceiling) {
      case (nil, nil):
        basis[row] = 1 - share
        basis[count + row] = share
      case (let floor?, nil):
        basis[row] = share
        offset[row] = floor * (1 - share)
      case (nil, let ceiling?):
        basis[row] = 1 - share
        offset[row] = ceiling * share
      case (let floor?, let ceiling?):
        offset[row] = floor + (ceiling - floor) * share
      }
    }
  }

  public func fillShapeSlopes(
    _ predictor: Predictor, shape: UnsafePointer<Double>, linear: UnsafePointer<Double>,
    basis: UnsafePointer<Double>, offset: UnsafePointer<Double>,
    slopes: UnsafeMutablePointer<Double>
  ) {
    let count = predictor.count
    let steepness = steepness(shape)
    let low = floor ?? linear[0]
    let high = ceiling ?? linear[floor == nil ? 1 : 0]
    for row in 0..<count {
      let share: Double
      switch (floor, ceiling) {
      case (nil, nil): share = basis[count + row]
      case (.some, nil): share = basis[row]
      case (nil, .some): share = 1 - basis[row]
      case (let floor?, let ceiling?): share = (offset[row] - floor) / (ceiling - floor)
      }
      let slope = (high - low) * share * (1 - share) * steepness
      slopes[row] = -slope
      slopes[count + row] = slope * (predictor.log2[row] - shape[0])
    }
  }

  /// Midpoints up to one data range away on either side, and steepnesses from nearly straight
  /// to a step between two points.
  public func searchRanges(for data: CurveData) -> [SearchRange] {
    let range = data.doublings
    let low = logarithmBase2(data.smallestX)
    let high = logarithmBase2(data.largestX)
    return [
      SearchRange(bounds: (low - range)...(high + range), nodes: 40),
      SearchRange(bounds: logarithm(0.3 / range)...logarithm(300 / range), nodes: 24),
    ]
  }
}
