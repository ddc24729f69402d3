internal import LeastSquares

/// The best shapes with one parameter held: the ridge along which a region is followed.
struct Ridge {
  let bounds: [ClosedRange<Double>]
  let critical: Double
  let reduced: VariableProjection

  /// The best shape with one parameter held at `value`, searched from `shape`, if the data do
  /// not reject it.
  func shape(holding index: Int, at value: Double, near shape: [Double]) -> [Double]? {
    var start = shape
    start[index] = value
    guard shape.count > 1 else {
      return reduced.residualSumOfSquares(at: start) <= critical ? start : nil
    }
    var pinned = bounds
    pinned[index] = value...value
    let minimum = reduced.minimize(
      from: start, bounds: pinned, tolerance: 1e-8, maximumIterations: 30)
    return minimum.residualSumOfSquares <= critical ? minimum.shape : nil
  }
}

/// Collects the shapes of a likelihood region: along the ridge in the first parameter, and
/// across it in the second, with steps that follow the region's own width at each place.
struct RegionWalk {
  let bounds: [ClosedRange<Double>]
  let critical: Double
  let reduced: VariableProjection
  private(set) var cells: RegionCells

  /// Steps per half width of the region as its curvature at the optimum suggests. An extreme
  /// over steps of h half widths misses at most about h²/8 of a half width.
  private var stepsAlong: Double { bounds.count > 1 ? 16 : 30 }
  private static let stepsAcross = 6.0
  /// Steps grow by this factor, and faster where the region is far wider than its curvature
  /// suggests, so that a region without end soon ends at the box.
  private static func growth(after steps: Int) -> Double { steps < 60 ? 1.04 : 1.5 }

  init(bounds: [ClosedRange<Double>], critical: Double, reduced: VariableProjection) {
    self.bounds = bounds
    self.critical = critical
    self.reduced = reduced
    cells = RegionCells(shapeCount: bounds.count, linearCount: reduced.linear.count)
  }

  /// Adds a shape when the data do not reject it.
  @discardableResult
  mutating func visit(_ shape: [Double]) -> Bool {
    let rss = reduced.residualSumOfSquares(at: shape)
    guard rss <= critical else { return false }
    let isAtEdge = bounds.indices.contains { index in
      shape[index] <= bounds[index].lowerBound || shape[index] >= bounds[index].upperBound
    }
    cells.append(shape, reduced, slack: critical - rss, isAtEdge: isAtEdge)
    return true
  }

  /// Collects the region that hangs together with `optimum`.
  mutating func collect(around optimum: [Double]) {
    visit(optimum)
    guard !bounds.isEmpty else { return }
    if bounds.count > 1 { collectAcross(optimum) }
    let ridge = Ridge(bounds: bounds, critical: critical, reduced: reduced)
    let slack = critical - reduced.residualSumOfSquares(at: optimum)
    let stride = step(of: 0, at: optimum, slack: slack, divisions: stepsAlong)
    for sign in [-1.0, 1.0] {
      var step = stride
      var steps = 0
      var shape = optimum
      while true {
        let wanted = shape[0] + sign * step
        let value = min(max(wanted, bounds[0].lowerBound), bounds[0].upperBound)
        guard let next = ridge.shape(holding: 0, at: value, near: shape) else {
          closeEdge(from: shape, to: value, ridge)
          break
        }
        shape = next
        visit(shape)
        if bounds.count > 1 { collectAcross(shape) }
        if value != wanted { break }
        steps += 1
        step *= Self.growth(after: steps)
      }
    }
  }

  /// Adds shapes between the last accepted one and the first rejected one.
  private mutating func closeEdge(from shape: [Double], to outside: Double, _ ridge: Ridge) {
    var inside = shape
    var outside = outside
    for _ in 0..<8 {
      let middle = (inside[0] + outside) / 2
      if let next = ridge.shape(holding: 0, at: middle, near: inside) {
        inside = next
        visit(inside)
      } else {
        outside = middle
      }
    }
  }

  /// Adds the shapes on both sides of the ridge in the second parameter.
  private mutating func collectAcross(_ ridge: [Double]) {
    let slack = critical - reduced.residualSumOfSquares(at: ridge)
    guard slack > 0 else { return }
    let stride = step(of: 1, at: ridge, slack: slack, divisions: Self.stepsAcross)
    for sign in [-1.0, 1.0] {
      var step = stride
      var steps = 0
      var shape = ridge
      while true {
        let wanted = shape[1] + sign * step
        shape[1] = min(max(wanted, bounds[1].lowerBound), bounds[1].upperBound)
        guard visit(shape), shape[1] == wanted else { break }
        steps += 1
        step *= Self.growth(after: steps)
      }
    }
  }

  private func step(of index: Int, at shape: [Double], slack: Double, divisions: Double) -> Double {
    let width = bounds[index].upperBound - bounds[index].lowerBound
    let reach = reduced.reach(of: index, at: shape, increase: max(slack, 0))
    let step = reach.isFinite ? reach / divisions : width
    return min(max(step, 1e-9 * width), width / 80)
  }
}
