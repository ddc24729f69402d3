internal import LeastSquares

/// Bands that hold at all x together: the pointwise machinery with a larger likelihood region.
extension Fit {
  /// The confidence band of the curve, pointwise or for the whole curve.
  ///
  /// A simultaneous band holds over the observed range of x and on to every x that is asked for.
  /// It is the envelope of the likelihood region of c standard errors, with c from the way
  /// that the curve's tangent takes over the range (`TubeQuantile`).
  public func confidenceBand(at x: [Double], coverage: BandCoverage) -> Band? {
    switch coverage {
    case .pointwise: confidenceBand(at: x)
    case .simultaneous:
      simultaneousQuantile(over: x).flatMap { widened(to: $0).confidenceBand(at: x) }
    }
  }

  /// The band for new observations, one at each x: pointwise, or for all of them together, by
  /// Bonferroni's inequality over as many as there are.
  public func predictionBand(at x: [Double], coverage: BandCoverage) -> Band? {
    switch coverage {
    case .pointwise: predictionBand(at: x)
    case .simultaneous:
      widened(to: bonferroniQuantile(count: x.count)).predictionBand(at: x)
    }
  }

  /// Places at which the way of the tangent is measured.
  private static let tubePlaces = 400

  /// The half width in standard errors of a band over the observed range and the given x; `nil`
  /// without degrees of freedom.
  func simultaneousQuantile(over x: [Double]) -> Double? {
    let low = min(data.smallestX, x.min() ?? .infinity)
    let high = max(data.largestX, x.max() ?? -.infinity)
    guard intervalFreedom > 0, let problem = problem(at: places(low, high)) else { return nil }
    let free = freePositions
    let gradient = problem.jacobian(linear: linear, shape: shape)
    return TubeQuantile(
      gradient: free.map { gradient[$0] }, covariance: covarianceShape(free),
      degreesOfFreedom: intervalFreedom
    ).value(level: level)
  }

  /// The covariance of the coefficients at these positions, up to a factor.
  private func covarianceShape(_ free: [Int]) -> [[Double]]? {
    if let jackknife { return jackknife.covariance(of: free) }
    let observed = working.weighed(
      self.problem(for: data).jacobian(linear: linear, shape: shape))
    return JacobianDecomposition(columns: free.map { observed[$0] }).inverseGram
  }

  private func places(_ low: Double, _ high: Double) -> [Double] {
    let isLogarithmic = low > 0 && high / low > 2
    return (0..<Self.tubePlaces).map { index in
      let share = Double(index) / Double(Self.tubePlaces - 1)
      return isLogarithmic ? low * raise(high / low, to: share) : low + share * (high - low)
    }
  }

  /// Linear coefficients and the shape parameters inside their bounds.
  private var freePositions: [Int] {
    let bounds = model.shapeBounds(for: data)
    return Array(linear.indices)
      + shape.indices.filter { index in
        let range = bounds[index]
        let width = range.upperBound - range.lowerBound
        let slack = width.isFinite ? 1e-6 * width : 0
        return shape[index] - range.lowerBound > slack && range.upperBound - shape[index] > slack
      }.map { linear.count + $0 }
  }

  private func bonferroniQuantile(count: Int) -> Double {
    Distribution.studentTQuantile(
      1 - (1 - level) / 2 / Double(max(count, 1)), degreesOfFreedom: max(intervalFreedom, 1))
  }

  /// The fit with its likelihood region out to another quantile.
  private func widened(to quantile: Double) -> Fit {
    var result = self
    result.jackknife?.quantile = quantile
    guard jackknife == nil else { return result }
    result.tangent = tangent.map {
      TangentBand(covariance: $0.covariance, free: $0.free, quantile: quantile)
    }
    result.region = region.map { region in
      let working = working
      let reduced = reduced()
      let ranges = model.searchRanges(for: data)
      return LikelihoodRegion(
        level: level, quantile: quantile, optimum: shape,
        residualSumOfSquares: max(
          reduced.residualSumOfSquares(at: shape + [0]), working.rounding),
        scale: working.scale, bounds: widened(region.bounds, by: 1.1 * quantile / region.quantile),
        search: !shape.isEmpty && ranges.count == shape.count
          ? ShapeSearch(ranges, reduced) : nil,
        reduced: reduced)
    }
    return result
  }

  /// The box around the shape, wider by a factor where the model's own bounds allow it.
  private func widened(
    _ box: [ClosedRange<Double>], by factor: Double
  ) -> [ClosedRange<Double>] {
    zip(zip(box, model.shapeBounds(for: data)), shape).map { ranges, value in
      let (near, far) = ranges
      let low = value - factor * (value - near.lowerBound)
      let high = value + factor * (near.upperBound - value)
      return max(low, far.lowerBound)...min(high, far.upperBound)
    }
  }
}
