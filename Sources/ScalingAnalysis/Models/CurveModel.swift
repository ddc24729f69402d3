/// A family of curves y = f(x), linear in some coefficients once its shape is given.
///
/// A family says how its basis and the derivatives of the curve look in closed form, and where a
/// search for its shape has to look; everything else (search, polish, intervals, bands,
/// bootstrap) is the same code for every family. No family needs a starting value.
public protocol CurveModel: Sendable {
  /// The name users type.
  var name: ModelName { get }

  /// The curve as a reader would write it.
  var formula: String { get }

  /// Whether a logarithm of x is taken, so that x must be positive.
  var needsPositiveX: Bool { get }

  /// Names of the coefficients that are linear given the shape, in order of the basis.
  var linearNames: [String] { get }

  /// The shape parameters, with the coefficient that each is reported as.
  var shapeParameters: [ShapeParameter] { get }

  /// Coefficients that the user fixed: reported, but not estimated.
  var fixedCoefficients: [FixedCoefficient] { get }

  /// Writes the basis, column after column, and the part that has no free coefficient.
  func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>)

  /// Writes the derivative of the curve in each shape parameter, column after column.
  func fillShapeSlopes(
    _ predictor: Predictor, shape: UnsafePointer<Double>, linear: UnsafePointer<Double>,
    basis: UnsafePointer<Double>, offset: UnsafePointer<Double>,
    slopes: UnsafeMutablePointer<Double>)

  /// The box in which the shape is searched, one range for each shape parameter.
  func searchRanges(for data: CurveData) -> [SearchRange]

  /// Boxes of shapes inside which the curve is smooth in its shape, or none when it is smooth
  /// everywhere. Families with kinks are searched box by box, edges included.
  func smoothPieces(for data: CurveData) -> [[ClosedRange<Double>]]

  /// The linear coefficients as users know them, where the basis counts x from an origin.
  func linearCoefficients(from origin: Double) -> [LinearQuantity]

  /// The predictors beside x that the curve reads, in the order of `Predictor.columns`.
  var columnNames: [String] { get }

  /// Whether a part of the curve has no free coefficient.
  var hasOffset: Bool { get }

  /// Whether the curve's slope in its shape may jump where no `smoothPieces` are known.
  var hasKinks: Bool { get }

  /// Whether a fit is refused when the data do not tell its parameters apart.
  var mustIdentify: Bool { get }

  /// The order in which coefficients are reported, or none for linear before shape.
  var reportOrder: [String] { get }

  /// The bounds of each shape parameter; an end may be infinite where `searchRanges` is empty.
  func shapeBounds(for data: CurveData) -> [ClosedRange<Double>]

  /// Shapes to start from beside those of the scan.
  func startingShapes(for data: CurveData) -> [[Double]]

  /// The shape that the user asks to start from, where all of it is given.
  var givenStart: [Double]? { get }

  /// The columns of the table, where names that are no column are parameters.
  var tableColumns: [String] { get }

  /// Of shapes that describe the same curve, the one to report; `unexplained` gives the
  /// residual sum of squares of a shape.
  func preferredForm(
    of shape: [Double], for data: CurveData, unexplained: ([Double]) -> Double
  ) -> [Double]

  /// Quantities that follow from the coefficients and are reported beside them.
  var derivedQuantities: [LinearQuantity] { get }

  /// The values the curve tends to: what an accuracy's bounds apply to.
  var asymptotes: [LinearQuantity] { get }
}

// What most families leave as it is; documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension CurveModel {
  public var shapeParameters: [ShapeParameter] { [] }
  public var fixedCoefficients: [FixedCoefficient] { [] }
  public var derivedQuantities: [LinearQuantity] { [] }
  public func linearCoefficients(from origin: Double) -> [LinearQuantity] {
    linearNames.indices.map { index in
      LinearQuantity(
        name: linearNames[index], weights: linearNames.indices.map { $0 == index ? 1 : 0 })
    }
  }
  public var asymptotes: [LinearQuantity] { [] }
  public var columnNames: [String] { [] }
  public var hasOffset: Bool { !fixedCoefficients.isEmpty }
  public var hasKinks: Bool { false }
  public var mustIdentify: Bool { false }
  public var reportOrder: [String] { [] }
  public var givenStart: [Double]? { nil }
  public var tableColumns: [String] { [] }
  public func shapeBounds(for data: CurveData) -> [ClosedRange<Double>] {
    searchRanges(for: data).map(\.bounds)
  }
  public func startingShapes(for data: CurveData) -> [[Double]] { [] }
  public func preferredForm(
    of shape: [Double], for data: CurveData, unexplained: ([Double]) -> Double
  ) -> [Double] { shape }
  public func searchRanges(for data: CurveData) -> [SearchRange] { [] }
  public func smoothPieces(for data: CurveData) -> [[ClosedRange<Double>]] { [] }
  public func fillShapeSlopes(
    _ predictor: Predictor, shape: UnsafePointer<Double>, linear: UnsafePointer<Double>,
    basis: UnsafePointer<Double>, offset: UnsafePointer<Double>,
    slopes: UnsafeMutablePointer<Double>
  ) {}

  /// Coefficients that are estimated.
  var freeCount: Int { linearNames.count + shapeParameters.count }
}

// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// The x of every row, as given and as a base-2 logarithm (unset where x is not positive).
///
/// Powers and exponentials are taken of x relative to the origin, the smallest x of the data:
/// 1e26 FLOP to the power of −10 would otherwise be zero, and the search would depend on the unit.
public struct Predictor {
  /// x in its own unit.
  public let x: UnsafePointer<Double>
  /// log2 x.
  public let log2: UnsafePointer<Double>
  /// The smallest x of the data that the curve is fitted to.
  public let origin: Double
  /// log2 of the origin.
  public let log2Origin: Double
  /// The predictors named by `columnNames`, column after column.
  public let columns: UnsafePointer<Double>
  /// Rows.
  public let count: Int
}

/// A parameter of a curve's shape: searched on a scale where it is well behaved, reported on the
/// scale users know.
public struct ShapeParameter: Sendable, Equatable {
  /// How the searched value becomes the reported one.
  public enum Link: Sendable, Equatable {
    /// Reported as searched.
    case identity
    /// Reported as 2 to the searched value.
    case exponentialBase2
    /// Reported as sign · e to the searched value.
    case exponential(sign: Double)
  }

  /// The reported coefficient.
  public let name: String
  /// How the searched value becomes the reported one.
  public let link: Link

  func reported(_ value: Double) -> Double {
    switch link {
    case .identity: value
    case .exponentialBase2: exponentialBase2(value)
    case .exponential(let sign): sign * exponential(value)
    }
  }

  /// The searched value of a reported one; not finite when it is none.
  func searched(_ value: Double) -> Double {
    switch link {
    case .identity: value
    case .exponentialBase2: logarithmBase2(value)
    case .exponential(let sign): logarithm(sign * value)
    }
  }

  /// The derivative of the reported in the searched value.
  func derivative(_ value: Double) -> Double {
    switch link {
    case .identity: 1
    case .exponentialBase2: exponentialBase2(value) * naturalLogarithmOf2
    case .exponential(let sign): sign * exponential(value)
    }
  }
}

/// A coefficient that the user fixed.
public struct FixedCoefficient: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// The value it is fixed at.
  public let value: Double
}

/// An interval of one shape parameter and how finely to scan it.
public struct SearchRange: Sendable, Equatable {
  /// The interval, on the searched scale.
  public let bounds: ClosedRange<Double>
  /// Nodes of the scan, ends included.
  public let nodes: Int

  /// The searched value at a node.
  func value(_ node: Int) -> Double {
    let step = (bounds.upperBound - bounds.lowerBound) / Double(nodes - 1)
    return min(bounds.lowerBound + Double(node) * step, bounds.upperBound)
  }
}

/// A quantity that is linear in the linear coefficients once the shape is given, such as a
/// ceiling, a slope per tenfold or the value of the curve somewhere.
public struct LinearQuantity: Sendable {
  /// The name it is reported under.
  public let name: String
  /// Writes the weight of each linear coefficient at a shape, and after the last one the part
  /// without a coefficient, which is zero unless written.
  let fillWeights: @Sendable (UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void

  /// A quantity whose weights depend on the shape.
  init(
    name: String,
    fillWeights:
      @escaping @Sendable (
        _ shape: UnsafePointer<Double>, _ weights: UnsafeMutablePointer<Double>
      ) -> Void
  ) {
    self.name = name
    self.fillWeights = fillWeights
  }

  /// A quantity with the same weights at every shape.
  init(name: String, weights: [Double]) {
    self.init(name: name) { _, result in
      for index in weights.indices { result[index] = weights[index] }
    }
  }

  /// The weights of the linear coefficients at a shape.
  func weights(linearCount: Int, shape: [Double]) -> [Double] {
    var result = Array(repeating: 0.0, count: linearCount + 1)
    fillWeights(shape + [0], &result)
    return Array(result.prefix(linearCount))
  }

  /// The quantity of one curve.
  func value(linear: [Double], shape: [Double]) -> Double {
    var weights = Array(repeating: 0.0, count: linear.count + 1)
    fillWeights(shape + [0], &weights)
    return zip(weights, linear).reduce(0) { $0 + $1.0 * $1.1 } + weights[linear.count]
  }

  /// The derivative in each linear coefficient and each free shape parameter; its dependence on
  /// the shape by a five-point difference of exact weights, good to about eleven digits.
  func gradient(linear: [Double], shape: [Double], free: [Int]) -> [Double] {
    weights(linearCount: linear.count, shape: shape)
      + free.map { index in
        let step = 1e-4 * max(abs(shape[index]), 1)
        let values = [-2.0, -1, 1, 2].map { steps in
          var moved = shape
          moved[index] += steps * step
          return value(linear: linear, shape: moved)
        }
        return (8 * (values[2] - values[1]) - (values[3] - values[0])) / (12 * step)
      }
  }
}
