internal import ScalingAnalysis

/// Fits one family to any y on the same x: the best curve over a grid of shapes, with constant and
/// slope in closed form.
///
/// The shapes are computed, weighted and scaled to length 1 once. A fit is a scalar product with
/// each shape of a first look, one with each shape around the best, and a parabola through the
/// last three. Data and simulations go through the same grid, so that its steps do not bias where
/// the data lie among the simulations.
struct ShapeFitter: Sendable {
  let family: ShapeFamily
  private let design: ShapeDesign
  private let grid: ShapeGrid
  /// A unit vector for each shape; zeros for one that takes no part.
  private let vectors: [[Double]]
  /// The shapes of the first look.
  private let coarse: [Int]
  /// Their vectors, observation after observation: the values of all shapes stand side by side.
  private let columns: [Double]

  /// - Parameter claim: the family that this one is a rival of, at the same x with even weights;
  ///   shapes that depart from the claim by less than `margin` take no part.
  init(_ family: ShapeFamily, _ design: ShapeDesign, apartFrom claim: ShapeFitter? = nil) {
    let grid = family.grid(design.log2x)
    self.init(family, claim?.leavingOut(grid, of: family) ?? grid, design)
  }

  /// - Parameter grid: the family's curves at the x of the design; zeros take no part.
  init(_ family: ShapeFamily, _ grid: ShapeGrid, _ design: ShapeDesign) {
    self.family = family
    self.design = design
    self.grid = grid
    coarse = grid.coarse
    let none = design.log2x.map { _ in 0.0 }
    let vectors = grid.curves.map {
      Self.unit($0, design, isCentred: family.hasConstant) ?? none
    }
    self.vectors = vectors
    columns = (0..<design.count).flatMap { [coarse] row in coarse.map { vectors[$0][row] } }
  }

  /// A rival's grid without the curves that count as one of this family.
  func leavingOut(_ grid: ShapeGrid, of rival: ShapeFamily) -> ShapeGrid {
    let none = design.log2x.map { _ in 0.0 }
    return grid.mapped { curve in
      guard let plain = Self.unit(curve, design, isCentred: rival.hasConstant) else { return none }
      return holds(curve, as: plain) ? none : curve
    }
  }

  /// A curve that departs from a claimed shape by less than this share of its own spread over the
  /// points, whatever their precision, counts as that shape.
  static let margin = 0.1

  /// What the best curve leaves, and which shape it has.
  struct Best: Sendable, Equatable {
    var residualSumOfSquares: Double
    var shape: Int
  }

  func best(_ y: [Double]) -> Best {
    let weighted = design.weighted(y)
    let target = family.hasConstant ? design.centred(weighted) : weighted
    let (shape, square) = peak(target)
    // What rounding leaves of curves that fit exactly.
    let least = dot(weighted, weighted) * 1e-24 + .leastNormalMagnitude
    return Best(
      residualSumOfSquares: max(dot(target, target) - square, least), shape: shape)
  }

  /// The shape with the largest square of its scalar product, and that square between shapes.
  private func peak(_ target: [Double]) -> (shape: Int, square: Double) {
    var best = (square: -1.0, shape: 0)
    for (index, product) in products(target).enumerated() where product * product > best.square {
      best = (product * product, coarse[index])
    }
    guard vectors.count > 1 else { return (best.shape, best.square) }
    let around = grid.neighbourhood(of: best.shape)
    for row in around.rows {
      for column in around.columns {
        let shape = row * grid.columns + column
        let square = square(shape, target)
        if square > best.square { best = (square, shape) }
      }
    }
    let (row, column) = (best.shape / grid.columns, best.shape % grid.columns)
    var square = best.square
    if row > 0, row < grid.rows - 1 {
      square += rise(best.shape, step: grid.columns, best.square, target)
    }
    if column > 0, column < grid.columns - 1 {
      square += rise(best.shape, step: 1, best.square, target)
    }
    return (best.shape, square)
  }

  private func square(_ shape: Int, _ target: [Double]) -> Double {
    let product = dot(vectors[shape], target)
    return product * product
  }

  /// By how much a parabola through a shape and its two neighbours rises above the shape.
  private func rise(_ shape: Int, step: Int, _ peak: Double, _ target: [Double]) -> Double {
    let (before, after) = (square(shape - step, target), square(shape + step, target))
    let curvature = 2 * peak - before - after
    guard before > 0, after > 0, curvature > 0 else { return 0 }
    return (after - before) * (after - before) / (8 * curvature)
  }

  /// The scalar product of each shape of the first look, one observation at a time so that shapes
  /// are worked on side by side.
  private func products(_ target: [Double]) -> [Double] {
    let count = coarse.count
    var result = Array(repeating: 0.0, count: count)
    result.withUnsafeMutableBufferPointer { result in
      columns.withUnsafeBufferPointer { columns in
        for row in target.indices {
          let value = target[row]
          let start = row * count
          for shape in 0..<count { result[shape] += columns[start + shape] * value }
        }
      }
    }
    return result
  }

  /// The fitted curve of a shape.
  func fitted(_ y: [Double], shape: Int) -> [Double] {
    let weighted = design.weighted(y)
    let mean = family.hasConstant ? design.mean(weighted) : 0
    guard vectors.indices.contains(shape) else { return y.map { _ in mean } }
    let product = dot(vectors[shape], weighted)
    return zip(vectors[shape], design.roots).map { mean + product * $0 / $1 }
  }

  /// Whether a curve counts as one of this family: a curve that accelerates from point to point
  /// does so by whatever formula.
  private func holds(_ curve: [Double], as vector: [Double]) -> Bool {
    if family == .accelerating, accelerates(curve) { return true }
    return departure(of: vector) < Self.margin
  }

  private func accelerates(_ curve: [Double]) -> Bool {
    let x = design.log2x.map { exponential($0 * naturalLogarithmOf2) }
    let places = x.indices.sorted { x[$0] < x[$1] }
    var last = 0.0
    for (from, to) in zip(places, places.dropFirst()) where x[to] > x[from] {
      let slope = (curve[to] - curve[from]) / (x[to] - x[from])
      if slope < last * (1 - 1e-9) { return false }
      last = slope
    }
    return true
  }

  /// How far a curve, as a weighted vector, is from the nearest one of this family, as a share of
  /// its own spread about a constant.
  private func departure(of vector: [Double]) -> Double {
    let centred = design.centred(vector)
    let target = family.hasConstant ? centred : vector
    let square = dot(target, target)
    let nearest = coarse.reduce(square) { least, shape in
      let product = dot(vectors[shape], target)
      return min(least, square - product * product)
    }
    let spread = dot(centred, centred)
    return spread > 0 ? (max(nearest, 0) / spread).squareRoot() : 0
  }

  private static func unit(
    _ curve: [Double], _ design: ShapeDesign, isCentred: Bool
  ) -> [Double]? {
    let scale = curve.reduce(0) { max($0, abs($1)) }
    guard scale > 0, scale.isFinite else { return nil }
    let weighted = design.weighted(curve.map { $0 / scale })
    let vector = isCentred ? design.centred(weighted) : weighted
    let length = dot(vector, vector).squareRoot()
    guard length > 1e-12 else { return nil }
    return vector.map { $0 / length }
  }
}
