internal import LeastSquares

/// A derived figure of one fit with its uncertainty.
public struct DerivedEstimate: Sendable, Equatable {
  /// Whether a curve reaches a target.
  public enum Reach: String, Sendable, Codable {
    /// The fitted curve and every curve that the data do not reject reach it.
    case reached
    /// The fitted curve reaches it, but the data do not rule out a curve that never does; or
    /// the other way round.
    case undecided
    /// No curve that the data do not reject reaches it.
    case never
  }

  /// What is estimated.
  public let quantity: DerivedQuantity
  /// Its value for the fitted curve; absent where the curve has none, or never reaches a target.
  public let estimate: Double?
  /// Its values over all curves that the data do not reject; an open end is absent.
  public let interval: Interval?
  /// Its percentiles over bootstrap refits, when there are any.
  public let bootstrapInterval: Interval?
  /// Whether the fitted curve is asked for outside the observed range of x.
  public let isExtrapolated: Bool
  /// Whether a target is reached; absent for other quantities.
  public let reach: Reach?
}

extension Fit {
  /// A derived figure with its interval from the likelihood region, and from a bootstrap of
  /// this fit when there is one.
  ///
  /// For curves that are linear in all coefficients the interval of a value is the classical t
  /// interval, and that of an x for a target is Fieller's set (Fieller 1954), of which the part
  /// around the estimate is given.
  ///
  /// - Returns: `nil` for the reciprocal of a coefficient that the curve does not have, and for a
  ///   doubling time when y is no logarithm.
  /// - Throws: `FitError` when the curve depends on more than x, or is not defined at the x.
  public func derived(
    _ quantity: DerivedQuantity, bootstrap: BootstrapResult? = nil
  ) throws(FitError) -> DerivedEstimate? {
    guard isDefined(quantity) else {
      throw FitError(
        code: .invalidQuantity,
        description: "the quantity \"\(quantity)\": \(model.formula) is defined above x = 0 only")
    }
    if case .reciprocal(let name) = quantity {
      return coefficient(name).map { reciprocal($0, quantity, bootstrap) }
    }
    guard isCurveOfX else {
      throw FitError(
        code: .invalidQuantity,
        description: "\(quantity) needs a curve of x alone, but \(model.formula) also depends on "
          + model.columnNames.filter { !data.isX($0) }.joined(separator: ", ")
          + "; only 1/COEFFICIENT can be asked of it")
    }
    if case .position(let target) = quantity {
      return DerivedPosition(self, target: target).estimate(bootstrap)
    }
    if case .doublingTime = quantity { return doublingTime(bootstrap) }
    return contrast(DerivedContrast(quantity), quantity, bootstrap)
  }

  /// Whether the curve has values where a quantity asks for them.
  func isDefined(_ quantity: DerivedQuantity) -> Bool {
    !model.needsPositiveX || quantity.positions.allSatisfy { $0 > 0 }
  }

  private func contrast(
    _ contrast: DerivedContrast, _ quantity: DerivedQuantity, _ bootstrap: BootstrapResult?
  ) -> DerivedEstimate? {
    guard let problem = problem(at: contrast.x) else { return nil }
    let linearQuantity = contrast.quantity(problem)
    let value = linearQuantity.value(linear: linear, shape: shape)
    let resampled = bootstrap?.interval { linear, shape in
      linearQuantity.value(linear: linear, shape: shape)
    }
    return DerivedEstimate(
      quantity: quantity, estimate: value.isFinite ? value : nil,
      interval: value.isFinite ? interval(linearQuantity, contrast, problem) : nil,
      bootstrapInterval: value.isFinite ? resampled : nil,
      isExtrapolated: quantity.positions.contains(where: isOutside), reach: nil)
  }

  /// The interval of a weighted sum over the curve.
  func interval(
    _ quantity: LinearQuantity, _ contrast: DerivedContrast, _ problem: CurveProblem
  ) -> Interval? {
    if let jackknife {
      return jackknife.interval(
        around: quantity.value(linear: linear, shape: shape), level: level
      ) { quantity.value(linear: $0.linear, shape: $0.shape) }
    }
    if let region {
      let ends = region.extent(
        of: quantity, reduced())
      return Interval(level: level, lower: ends.lower, upper: ends.upper, method: .profile)
    }
    guard let tangent else { return nil }
    let half = tangent.halfWidth(
      problem, weights: contrast.weights, linear: linear, shape: shape)
    let value = quantity.value(linear: linear, shape: shape)
    guard half.isFinite else { return nil }
    return Interval(level: level, lower: value - half, upper: value + half, method: .tangent)
  }

  private func reciprocal(
    _ coefficient: Coefficient, _ quantity: DerivedQuantity, _ bootstrap: BootstrapResult?
  ) -> DerivedEstimate {
    let estimate = coefficient.estimate.flatMap { $0 == 0 ? nil : 1 / $0 }
    let resampled = bootstrap?.intervals()[coefficient.name]
    return DerivedEstimate(
      quantity: quantity, estimate: estimate,
      interval: estimate.flatMap { value in
        coefficient.interval.map { $0.reciprocal(around: value) }
      },
      bootstrapInterval: estimate.flatMap { value in
        resampled.map { $0.reciprocal(around: value) }
      }, isExtrapolated: false, reach: nil)
  }

  /// Whether x lies outside the observed range.
  func isOutside(_ x: Double) -> Bool { x < data.smallestX || x > data.largestX }
}

extension Interval {
  /// One over every value on the same side of zero as `value`; the end beyond which zero lies is
  /// open, and so is one that was open.
  public func reciprocal(around value: Double) -> Interval {
    let inverse = { (end: Double?) in end.flatMap { $0 * value > 0 ? 1 / $0 : nil } }
    return Interval(level: level, lower: inverse(upper), upper: inverse(lower), method: method)
  }
}
