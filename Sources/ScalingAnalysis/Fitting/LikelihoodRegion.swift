internal import LeastSquares

/// All curves of a family that the data do not reject at a level: the one source of a fit's
/// profile intervals and of its confidence band.
///
/// The region is RSS ≤ RSS_min·(1 + t²/df) with the two-sided quantile of Student's t at the
/// residual degrees of freedom; for curves linear in all coefficients its projections are the
/// exact t intervals, for others they are profile-likelihood intervals (Bates and Watts 1988,
/// §6.1). Shapes are collected by flooding a lattice outwards from the optimum; at each shape
/// the linear coefficients' part of the region is an ellipsoid, whose extent in any direction is
/// known in closed form.
public struct LikelihoodRegion: Sendable {
  /// A shape inside the region.
  struct Cell: Sendable {
    var shape: [Double]
    var linear: [Double]
    /// R of the orthogonalised basis, by rows.
    var triangle: [Double]
    /// What RSS may still grow by: the squared radius of the ellipsoid.
    var slack: Double
    /// Whether the shape lies on the edge of the search box.
    var isAtEdge: Bool
  }

  /// The confidence level.
  public let level: Double
  /// The two-sided quantile of Student's t.
  let quantile: Double
  let cells: [Cell]
  let bounds: [ClosedRange<Double>]
  /// False when the region was too long to follow to its ends.
  let isComplete: Bool
  private let critical: Double
  private let spacing: [[Double]]

  /// Cells beyond which a region counts as endless.
  private static let limit = 4000

  /// Collects the region around `optimum`.
  ///
  /// - Parameter directions: the half axes of the region in the shape as the curvature at the
  ///   optimum suggests them (columns), already cut to the search box.
  init(
    level: Double, optimum: [Double], residualSumOfSquares: Double, degreesOfFreedom: Int,
    directions: [[Double]], search: ShapeSearch, reduced: VariableProjection
  ) {
    self.level = level
    quantile = Distribution.studentTQuantile(
      0.5 + level / 2, degreesOfFreedom: Double(degreesOfFreedom))
    critical = residualSumOfSquares * (1 + quantile * quantile / Double(degreesOfFreedom))
    bounds = search.ranges.map(\.bounds)
    let divisions = optimum.count <= 1 ? 40.0 : 8.0
    spacing = directions.map { $0.map { $0 / divisions } }

    var flood = Flood(
      origin: optimum, spacing: spacing, bounds: bounds, critical: critical, reduced: reduced,
      limit: Self.limit)
    flood.run(seeds: [Array(repeating: 0, count: optimum.count)])
    for node in search.nodes where node.residualSumOfSquares <= flood.critical {
      flood.add(node.shape)
    }
    cells = flood.cells
    isComplete = cells.count < Self.limit
  }

  /// The furthest that a linear quantity reaches inside the region, in both directions; an end
  /// that lies on the edge of the search box is open.
  func extent(of quantity: LinearQuantity, _ reduced: VariableProjection) -> (
    lower: Double?, upper: Double?
  ) {
    guard isComplete else { return (nil, nil) }
    return (
      extreme(of: quantity, sign: -1, reduced).map { -$0 },
      extreme(of: quantity, sign: 1, reduced)
    )
  }

  private func extreme(
    of quantity: LinearQuantity, sign: Double, _ reduced: VariableProjection
  ) -> Double? {
    var best: (value: Double, cell: Cell)?
    for cell in cells {
      let value = reach(of: quantity, in: cell, sign: sign)
      if best.map({ value > $0.value }) ?? true { best = (value, cell) }
    }
    guard var (value, cell) = best else { return nil }
    var scale = 0.5
    while scale > 1e-3 {
      let trials = spacing.flatMap { direction in
        [-scale, scale].map { factor in
          zip(cell.shape, direction).map { $0 + factor * $1 }
        }
      }
      let candidates = trials.compactMap { self.cell(at: $0, reduced) }
      let reaches = candidates.map { ($0, reach(of: quantity, in: $0, sign: sign)) }
      if let improved = reaches.max(by: { $0.1 < $1.1 }), improved.1 > value {
        (cell, value) = improved
      } else {
        scale /= 2
      }
    }
    return cell.isAtEdge || !value.isFinite ? nil : value
  }

  /// The largest value of sign·quantity over the ellipsoid of one cell.
  private func reach(of quantity: LinearQuantity, in cell: Cell, sign: Double) -> Double {
    let (weights, constant) = quantity.weights(cell.shape + [0])
    let centre = zip(weights, cell.linear).reduce(constant) { $0 + $1.0 * $1.1 }
    return sign * centre + halfWidth(weights, in: cell)
  }

  /// √(slack · wᵀ(RᵀR)⁻¹w): how far the ellipsoid extends along the weights.
  private func halfWidth(_ weights: [Double], in cell: Cell) -> Double {
    let count = cell.linear.count
    var solved = weights
    var sum = 0.0
    for j in 0..<count {
      let diagonal = cell.triangle[j * count + j]
      if diagonal == 0 {
        if solved[j] != 0 { return .infinity }
        continue
      }
      solved[j] /= diagonal
      for k in (j + 1)..<max(count, j + 1) { solved[k] -= cell.triangle[j * count + k] * solved[j] }
      sum += solved[j] * solved[j]
    }
    return (max(cell.slack, 0) * sum).squareRoot()
  }

  private func cell(at shape: [Double], _ reduced: VariableProjection) -> Cell? {
    Self.cell(at: shape, bounds: bounds, critical: critical, reduced)
  }

  static func cell(
    at shape: [Double], bounds: [ClosedRange<Double>], critical: Double,
    _ reduced: VariableProjection
  ) -> Cell? {
    guard zip(shape, bounds).allSatisfy({ $1.contains($0) }) else { return nil }
    let rss = reduced.residualSumOfSquares(at: shape + [0])
    guard rss.isFinite, rss <= critical else { return nil }
    let isAtEdge = zip(shape, bounds).contains { value, range in
      value <= range.lowerBound || value >= range.upperBound
    }
    return Cell(
      shape: shape, linear: reduced.linear, triangle: reduced.triangle, slack: critical - rss,
      isAtEdge: isAtEdge)
  }
}

extension LikelihoodRegion {
  /// The ends of one shape parameter over the region, found to a thousandth of the lattice; an
  /// end on the edge of the search box is open.
  func extent(ofShape index: Int, _ reduced: VariableProjection) -> (
    lower: Double?, upper: Double?
  ) {
    guard isComplete else { return (nil, nil) }
    return (edge(ofShape: index, sign: -1, reduced), edge(ofShape: index, sign: 1, reduced))
  }

  private func edge(ofShape index: Int, sign: Double, _ reduced: VariableProjection) -> Double? {
    guard
      let outermost = cells.max(by: { sign * $0.shape[index] < sign * $1.shape[index] })
    else { return nil }
    let limit = sign < 0 ? bounds[index].lowerBound : bounds[index].upperBound
    var step = spacing.map { abs($0[index]) }.max() ?? 0
    guard step > 0 else { return outermost.shape[index] }
    var inside = outermost.shape
    var outside: Double?
    // March outwards with the other parameters following, then halve the last step.
    while outside == nil {
      let target = inside[index] + sign * step
      if sign * target >= sign * limit {
        if let shape = best(at: limit, of: index, near: inside, reduced) {
          inside = shape
          return nil
        }
        outside = limit
      } else if let shape = best(at: target, of: index, near: inside, reduced) {
        inside = shape
      } else {
        outside = target
      }
    }
    guard var outside else { return nil }
    step = abs(outside - inside[index])
    while abs(outside - inside[index]) > 1e-4 * step {
      let middle = (outside + inside[index]) / 2
      if let shape = best(at: middle, of: index, near: inside, reduced) {
        inside = shape
      } else {
        outside = middle
      }
    }
    return inside[index]
  }

  /// The best shape with one parameter held, if it lies in the region.
  private func best(
    at value: Double, of index: Int, near shape: [Double], _ reduced: VariableProjection
  ) -> [Double]? {
    var start = shape
    start[index] = value
    guard shape.count > 1 else {
      return cell(at: start, reduced) == nil ? nil : start
    }
    var pinned = bounds
    pinned[index] = value...value
    let minimum = reduced.minimize(
      from: start, bounds: pinned, tolerance: 1e-8, maximumIterations: 30)
    return minimum.residualSumOfSquares <= critical ? minimum.shape : nil
  }
}

/// A flood over a lattice of shapes, from the optimum outwards while the region lasts.
private struct Flood {
  let origin: [Double]
  let spacing: [[Double]]
  let bounds: [ClosedRange<Double>]
  let critical: Double
  let reduced: VariableProjection
  let limit: Int
  var cells: [LikelihoodRegion.Cell] = []
  private var visited: Set<[Int]> = []

  init(
    origin: [Double], spacing: [[Double]], bounds: [ClosedRange<Double>], critical: Double,
    reduced: VariableProjection, limit: Int
  ) {
    self.origin = origin
    self.spacing = spacing
    self.bounds = bounds
    self.critical = critical
    self.reduced = reduced
    self.limit = limit
  }

  private func shape(at index: [Int]) -> [Double] {
    origin.indices.map { dimension in
      spacing.indices.reduce(origin[dimension]) {
        $0 + Double(index[$1]) * spacing[$1][dimension]
      }
    }
  }

  mutating func run(seeds: [[Int]]) {
    var queue = seeds
    visited.formUnion(seeds)
    while let index = queue.popLast(), cells.count < limit {
      let wanted = shape(at: index)
      let clamped = zip(wanted, bounds).map { min(max($0, $1.lowerBound), $1.upperBound) }
      guard
        let cell = LikelihoodRegion.cell(
          at: clamped, bounds: bounds, critical: critical, reduced)
      else { continue }
      cells.append(cell)
      guard clamped == wanted else { continue }
      for dimension in index.indices {
        for step in [-1, 1] {
          var next = index
          next[dimension] += step
          if visited.insert(next).inserted { queue.append(next) }
        }
      }
    }
  }

  /// Adds a shape that another search found inside the region.
  mutating func add(_ shape: [Double]) {
    guard cells.count < limit,
      let cell = LikelihoodRegion.cell(
        at: shape, bounds: bounds, critical: critical, reduced)
    else { return }
    cells.append(cell)
  }
}
