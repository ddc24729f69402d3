internal import LeastSquares

/// The x at which a curve reaches a target, with all x at which an accepted curve does: those
/// whose confidence band holds the target.
struct DerivedPosition {
  private let fit: Fit
  private let target: Double
  private let grid: [Double]

  /// Halvings between two places of the grid.
  private static let halvings = 48

  init(_ fit: Fit, target: Double) {
    self.fit = fit
    self.target = target
    grid = DerivedGrid(fit).x
  }

  func estimate(_ bootstrap: BootstrapResult?) -> DerivedEstimate {
    let problem = fit.problem(at: grid)
    let found = problem.flatMap { crossing($0, linear: fit.linear, shape: fit.shape) }
    let accepted = accepted(around: found)
    // A replicate that never reaches the target does so beyond every x.
    let resampled = problem.flatMap { problem in
      bootstrap?.interval { linear, shape in
        crossing(problem, linear: linear, shape: shape) ?? .infinity
      }
    }
    let reach: DerivedEstimate.Reach =
      switch (found, accepted) {
      case (nil, nil): isOpenTowardsTarget ? .undecided : .never
      case (_?, let interval?) where interval.isClosed: .reached
      case (_?, nil): .reached
      default: .undecided
      }
    return DerivedEstimate(
      quantity: .position(target: target), estimate: found,
      interval: accepted
        ?? (reach == .undecided
          ? Interval(level: fit.level, lower: nil, upper: nil, method: .profile) : nil),
      bootstrapInterval: resampled,
      isExtrapolated: found.map(fit.isOutside) ?? (reach != .never), reach: reach)
  }

  /// The first x at which a curve passes the target.
  private func crossing(_ problem: CurveProblem, linear: [Double], shape: [Double]) -> Double? {
    let values = problem.values(linear: linear, shape: shape)
    for index in values.indices {
      let above = values[index] - target
      if above == 0 { return grid[index] }
      guard index + 1 < values.count, above.isFinite, (values[index + 1] - target).isFinite,
        above * (values[index + 1] - target) < 0
      else { continue }
      return root(from: grid[index], above, to: grid[index + 1]) { x in
        fit.problem(at: [x])?.values(linear: linear, shape: shape)[0] ?? .nan
      }
    }
    return nil
  }

  private func root(
    from low: Double, _ atLow: Double, to high: Double, _ value: (Double) -> Double
  ) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<Self.halvings {
      let middle = DerivedGrid.middle(low, high)
      guard middle > low, middle < high else { break }
      let above = value(middle) - target
      if above == 0 { return middle }
      if above * atLow > 0 { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// The unbroken range of accepted x around the estimate, or, without one, from the first
  /// accepted x at the start of the data or later; `nil` when there is none.
  private func accepted(around found: Double?) -> Interval? {
    guard let band = fit.confidenceBand(at: grid) else { return nil }
    let holds = grid.indices.map { band.lower[$0] <= target && target <= band.upper[$0] }
    var lower = found
    var upper = found
    if found == nil {
      let start =
        grid.indices.first { holds[$0] && grid[$0] >= fit.data.smallestX }
        ?? grid.indices.last { holds[$0] }
      guard let start else { return nil }
      (lower, upper) = (grid[start], grid[start])
    }
    guard let lower, let upper else { return nil }
    let above = grid.indices.first { grid[$0] > upper && !holds[$0] }
    let below = grid.indices.last { grid[$0] < lower && !holds[$0] }
    let edge = { (outside: Int, from: Double) -> Double? in
      let inside =
        grid[outside] > from
        ? grid[..<outside].last.map { max($0, from) }
        : grid[(outside + 1)...].first.map { min($0, from) }
      return inside.flatMap { end(inside: $0, outside: grid[outside]) }
    }
    return Interval(
      level: fit.level, lower: below.flatMap { edge($0, lower) },
      upper: above.flatMap { edge($0, upper) },
      method: fit.bandMethod)
  }

  /// Where the band stops holding the target; `nil` where that is due to the edge of the search
  /// box and not to the data.
  private func end(inside: Double, outside: Double) -> Double? {
    var (inside, outside) = (inside, outside)
    for _ in 0..<Self.halvings {
      let middle = DerivedGrid.middle(inside, outside)
      guard middle != inside, middle != outside,
        let band = fit.confidenceBand(at: [middle])
      else { break }
      if band.lower[0] <= target, target <= band.upper[0] {
        inside = middle
      } else {
        outside = middle
      }
    }
    return isAtBox(inside) ? nil : inside
  }

  /// Whether the data leave open how far the curve goes in the direction of a target that no
  /// collected curve reaches.
  private var isOpenTowardsTarget: Bool {
    [fit.data.largestX, grid[grid.count - 1]].contains { x in
      guard let value = fit.values(at: [x]).first, let ends = valueEnds(at: x) else {
        return false
      }
      return (target > value ? ends.upper : ends.lower) == nil
    }
  }

  /// The ends of the curve's interval at x; an open one is absent.
  private func valueEnds(at x: Double) -> (lower: Double?, upper: Double?)? {
    guard fit.jackknife == nil, let region = fit.region, !fit.shape.isEmpty,
      let problem = fit.problem(at: [x])
    else {
      return nil
    }
    return region.extent(
      of: DerivedContrast(.value(at: x)).quantity(problem),
      fit.reduced())
  }

  /// Whether the end of the curve's interval that meets the target at x is open.
  private func isAtBox(_ x: Double) -> Bool {
    guard fit.jackknife == nil, let ends = valueEnds(at: x), let band = fit.confidenceBand(at: [x])
    else { return false }
    let isLower = abs(band.lower[0] - target) < abs(band.upper[0] - target)
    return (isLower ? ends.lower : ends.upper) == nil
  }
}
