internal import LeastSquares

/// All curves of a family that the data do not reject at a level: the one source of a fit's
/// profile intervals and of its confidence band.
///
/// The region is RSS ≤ RSS_min + t²·s² with the two-sided quantile of Student's t at the
/// residual degrees of freedom; for curves linear in all coefficients its projections are the
/// exact t intervals, for others they are profile-likelihood intervals (Bates and Watts 1988,
/// §6.1). Where the variance is known t is normal; for binomial noise the deviance takes the
/// place of RSS, and the ellipsoids follow its curvature. Shapes are collected along the ridge of best fits outwards from the optimum; at each
/// shape the linear coefficients' part of the region is an ellipsoid, whose extent in any
/// direction is known in closed form.
public struct LikelihoodRegion: Sendable {
  /// The confidence level.
  public let level: Double
  /// The two-sided quantile of Student's t or of the normal distribution, or a larger one for a
  /// simultaneous band.
  let quantile: Double
  let cells: RegionCells
  let bounds: [ClosedRange<Double>]
  private let critical: Double

  /// Collects the region around `optimum`; with a `quantile` of its own for more than one place
  /// at a time.
  init(
    level: Double, quantile: Double? = nil, optimum: [Double], residualSumOfSquares: Double,
    scale: NoiseScale, bounds: [ClosedRange<Double>], search: ShapeSearch?,
    reduced: VariableProjection
  ) {
    self.level = level
    let quantile = quantile ?? scale.quantile(level: level)
    self.quantile = quantile
    critical = residualSumOfSquares + quantile * quantile * scale.variance
    self.bounds = bounds
    var walk = RegionWalk(bounds: bounds, critical: critical, reduced: reduced)
    walk.collect(around: optimum)
    if let search {
      for node in search.residuals.indices where search.residuals[node] <= critical {
        walk.visit(search.shape(node))
      }
    }
    cells = walk.cells
  }

  /// The furthest that a linear quantity reaches inside the region, in both directions; an end
  /// that lies on the edge of the search box is open.
  func extent(of quantity: LinearQuantity, _ reduced: VariableProjection) -> (
    lower: Double?, upper: Double?
  ) {
    var outermost = (lower: Double.infinity, upper: -Double.infinity)
    var places = (lower: 0, upper: 0)
    var weights = Array(repeating: 0.0, count: cells.linearCount + 1)
    cells.visit { index, shape, ellipsoid in
      quantity.fillWeights(shape, &weights)
      let extent = ellipsoid.extent(of: &weights)
      let centre = extent.centre + weights[cells.linearCount]
      let (below, above) = (centre - extent.reach, centre + extent.reach)
      if below < outermost.lower { (outermost.lower, places.lower) = (below, index) }
      if above > outermost.upper { (outermost.upper, places.upper) = (above, index) }
    }
    return (
      refine(quantity, sign: -1, from: places.lower, -outermost.lower, reduced).map { -$0 },
      refine(quantity, sign: 1, from: places.upper, outermost.upper, reduced)
    )
  }

  /// Halvings of the last step towards an end; not until a width is reached, which may be less
  /// than the distance between two numbers.
  private static let halvings = 17

  /// Rounds of steps between cells, halved when none helps.
  private static let refinements = 12

  /// The largest value of sign·quantity near a cell that already reaches `value`.
  private func refine(
    _ quantity: LinearQuantity, sign: Double, from cell: Int, _ value: Double,
    _ reduced: VariableProjection
  ) -> Double? {
    guard cells.count > 0, value.isFinite else { return nil }
    var value = value
    var shape = cells.shape(cell)
    var steps = bounds.indices.map { index in
      min(
        reduced.reach(of: index, at: shape, increase: critical) / 64,
        (bounds[index].upperBound - bounds[index].lowerBound) / 80)
    }
    for _ in 0..<(steps.isEmpty ? 0 : Self.refinements) {
      var best: (value: Double, shape: [Double])?
      for index in bounds.indices {
        for factor in [-1.0, 1.0] {
          var trial = shape
          trial[index] += factor * steps[index]
          guard let reached = reach(of: quantity, sign: sign, at: trial, reduced) else { continue }
          if reached > best?.value ?? value { best = (reached, trial) }
        }
      }
      if let best {
        (value, shape) = best
      } else {
        for index in steps.indices { steps[index] /= 2 }
      }
    }
    return isAtEdge(shape) || !value.isFinite ? nil : value
  }

  private func isAtEdge(_ shape: [Double]) -> Bool {
    bounds.indices.contains { index in
      shape[index] <= bounds[index].lowerBound || shape[index] >= bounds[index].upperBound
    }
  }

  /// The largest value of sign·quantity at a shape, if the data do not reject the shape.
  private func reach(
    of quantity: LinearQuantity, sign: Double, at shape: [Double], _ reduced: VariableProjection
  ) -> Double? {
    guard bounds.indices.allSatisfy({ bounds[$0].contains(shape[$0]) }) else { return nil }
    let rss = reduced.residualSumOfSquares(at: shape)
    guard rss <= critical, let linear = reduced.linear.baseAddress,
      let triangle = reduced.triangle.baseAddress
    else { return nil }
    var weights = Array(repeating: 0.0, count: cells.linearCount + 1)
    quantity.fillWeights(shape, &weights)
    let extent = Ellipsoid(
      centre: linear, triangle: triangle, count: cells.linearCount, slack: critical - rss
    ).extent(of: &weights)
    return sign * (extent.centre + weights[cells.linearCount]) + extent.reach
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
    guard let cell = cells.outermost(shapeIndex: index, sign: sign) else { return nil }
    let outermost = cells.shape(cell)
    let range = bounds[index]
    let limit = sign < 0 ? range.lowerBound : range.upperBound
    if outermost[index] == limit { return nil }
    let ridge = Ridge(bounds: bounds, critical: critical, reduced: reduced)
    var inside = outermost
    var outside = limit
    if ridge.shape(holding: index, at: limit, near: inside) != nil { return nil }
    // The lattice is fine: the edge is near the outermost cell. Grow a step until it is passed,
    // with the other parameters following, then halve.
    var step = 1e-3 * max(abs(inside[index] - cells.shape(0)[index]), 1e-9)
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
    for _ in 0..<Self.halvings {
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
