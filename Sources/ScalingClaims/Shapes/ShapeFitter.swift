/// Fits one family to any y on the same x: the shape on a grid, the other coefficients in closed
/// form.
///
/// For each shape of the grid the direction g is made orthogonal to the constant and of length 1,
/// once; a fit then costs one scalar product a shape. Data and simulations go through the same
/// grid, so that its steps do not bias where the data lie among the simulations.
struct ShapeFitter: Sendable {
  let family: ShapeFamily
  private let directions: [[Double]]
  private let count: Int
  private let placeCount: Int

  /// - Parameter further: places beside the points at which fitted curves are wanted as well.
  init(_ family: ShapeFamily, log2x: [Double], further: [Double] = []) {
    self.family = family
    count = log2x.count
    placeCount = log2x.count + further.count
    directions = family.shapes(log2x, at: log2x + further).compactMap { curve in
      Self.direction(curve, count: log2x.count, hasConstant: family.hasConstant)
    }
  }

  /// What the best curve leaves, and which shape it has.
  struct Best: Sendable, Equatable {
    var residualSumOfSquares: Double
    var shape: Int
  }

  func best(_ y: [Double]) -> Best {
    let mean = family.hasConstant ? y.reduce(0, +) / Double(count) : 0
    let centred = y.map { $0 - mean }
    let total = Self.dot(centred, centred)
    var best = (square: -1.0, shape: 0)
    for index in directions.indices {
      let product = Self.dot(directions[index], centred)
      if product * product > best.square { best = (product * product, index) }
    }
    // What rounding leaves of curves that fit exactly.
    let least = Self.dot(y, y) * 1e-24 + .leastNormalMagnitude
    return Best(residualSumOfSquares: max(total - max(best.square, 0), least), shape: best.shape)
  }

  /// The fitted curve of a shape, at the points and then at the further places.
  func fitted(_ y: [Double], shape: Int) -> [Double] {
    let mean = family.hasConstant ? y.reduce(0, +) / Double(count) : 0
    guard directions.indices.contains(shape) else {
      return Array(repeating: mean, count: placeCount)
    }
    let product = zip(directions[shape], y).reduce(0) { $0 + $1.0 * ($1.1 - mean) }
    return directions[shape].map { mean + product * $0 }
  }

  /// The curve, orthogonal to the constant and of length 1 over the points.
  private static func direction(
    _ curve: [Double], count: Int, hasConstant: Bool
  ) -> [Double]? {
    let points = curve.prefix(count)
    let scale = points.reduce(0) { max($0, abs($1)) }
    guard scale > 0, scale.isFinite else { return nil }
    let mean = hasConstant ? points.reduce(0, +) / Double(count) : 0
    let centred = curve.map { ($0 - mean) / scale }
    let length = dot(centred, Array(centred.prefix(count))).squareRoot()
    guard length > 1e-12 else { return nil }
    return centred.map { $0 / length }
  }

  /// Over the points; `a` may have further places.
  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in b.indices { sum += a[index] * b[index] }
    return sum
  }
}
