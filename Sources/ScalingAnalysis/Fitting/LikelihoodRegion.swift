internal import LeastSquares

/// All curves of a family that the data do not reject at a level: the one source of a fit's
/// profile intervals and of its confidence band.
///
/// The region is RSS ≤ RSS_min·(1 + t²/df) with the two-sided quantile of Student's t at the
/// residual degrees of freedom; for curves linear in all coefficients its projections are the
/// exact t intervals, for others they are profile-likelihood intervals (Bates and Watts 1988,
/// §6.1). Shapes are collected along the ridge of best fits outwards from the optimum; at each
/// shape the linear coefficients' part of the region is an ellipsoid, whose extent in any
/// direction is known in closed form.
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
  private let critical: Double

  /// Collects the region around `optimum`.
  init(
    level: Double, optimum: [Double], residualSumOfSquares: Double, degreesOfFreedom: Int,
    search: ShapeSearch, reduced: VariableProjection
  ) {
    self.level = level
    quantile = Distribution.studentTQuantile(
      0.5 + level / 2, degreesOfFreedom: Double(degreesOfFreedom))
    critical = residualSumOfSquares * (1 + quantile * quantile / Double(degreesOfFreedom))
    bounds = search.ranges.map(\.bounds)
    var walk = RegionWalk(bounds: bounds, critical: critical, reduced: reduced)
    walk.collect(around: optimum)
    for node in search.nodes where node.residualSumOfSquares <= critical {
      walk.visit(node.shape)
    }
    cells = walk.cells
  }

  /// The furthest that a linear quantity reaches inside the region, in both directions; an end
  /// that lies on the edge of the search box is open.
  func extent(of quantity: LinearQuantity, _ reduced: VariableProjection) -> (
    lower: Double?, upper: Double?
  ) {
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
    // Refine between cells: steps in each shape parameter, halved when none helps.
    var steps = bounds.indices.map { index in
      min(
        reduced.reach(of: index, at: cell.shape, increase: critical - cell.slack) / 8,
        (bounds[index].upperBound - bounds[index].lowerBound) / 80)
    }
    for _ in 0..<12 where !steps.isEmpty {
      let trials = bounds.indices.flatMap { index in
        [-1.0, 1.0].compactMap { factor -> Cell? in
          var shape = cell.shape
          shape[index] += factor * steps[index]
          return self.cell(at: shape, reduced)
        }
      }
      let reaches = trials.map { ($0, reach(of: quantity, in: $0, sign: sign)) }
      if let improved = reaches.max(by: { $0.1 < $1.1 }), improved.1 > value {
        (cell, value) = improved
      } else {
        steps = steps.map { $0 / 2 }
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
    return (edge(ofShape: index, sign: -1, reduced), edge(ofShape: index, sign: 1, reduced))
  }

  private func edge(ofShape index: Int, sign: Double, _ reduced: VariableProjection) -> Double? {
    guard
      let outermost = cells.max(by: { sign * $0.shape[index] < sign * $1.shape[index] })
    else { return nil }
    let range = bounds[index]
    let limit = sign < 0 ? range.lowerBound : range.upperBound
    if outermost.shape[index] == limit { return nil }
    let ridge = Ridge(bounds: bounds, critical: critical, reduced: reduced)
    var inside = outermost.shape
    var outside = limit
    if let atLimit = ridge.shape(holding: index, at: limit, near: inside) {
      _ = atLimit
      return nil
    }
    // The lattice is fine: the edge is near the outermost cell. Grow a step until it is passed,
    // with the other parameters following, then halve.
    var step = 1e-3 * max(abs(inside[index] - cells[0].shape[index]), 1e-9)
    while sign * (inside[index] + sign * step) < sign * limit {
      guard
        let next = ridge.shape(holding: index, at: inside[index] + sign * step, near: inside)
      else {
        outside = inside[index] + sign * step
        break
      }
      inside = next
      step *= 2
    }
    let width = abs(outside - inside[index])
    while abs(outside - inside[index]) > 1e-5 * width {
      let middle = (outside + inside[index]) / 2
      if let next = ridge.shape(holding: index, at: middle, near: inside) {
        inside = next
      } else {
        outside = middle
      }
    }
    return inside[index]
  }
}
