internal import LeastSquares

/// The fitted curves of two series, to be compared.
public struct FitPair: Sendable {
  /// The first curve.
  public let first: Fit
  /// The second curve.
  public let second: Fit

  /// Two fits at the same level.
  public init(_ first: Fit, _ second: Fit) {
    precondition(
      first.level == second.level, "both fits have one confidence level")
    self.first = first
    self.second = second
  }

  /// A comparison with the set of values that the data do not reject.
  ///
  /// - Returns: `nil` for a ratio of slopes, or of a coefficient, that a family does not have.
  /// - Throws: `FitError` when the series share no range of x, or a curve depends on more than x.
  public func estimate(_ quantity: PairQuantity) throws(FitError) -> PairEstimate? {
    switch quantity.kind {
    case .slopeRatio:
      guard first.name == second.name, let name = first.name.slopeName else { return nil }
      return ratio(of: name, quantity)
    case .ratio(let name): return ratio(of: name, quantity)
    case .difference(let x):
      try requireCurves(quantity)
      guard let x else { return try averageDifference(quantity) }
      return difference(DerivedContrast(.value(at: x)), quantity, at: x)
    case .crossing(let range):
      try requireCurves(quantity)
      if let range { return crossing(PairRange(range), quantity) }
      return crossing(try sharedRange(quantity), quantity)
    }
  }

  private func requireCurves(_ quantity: PairQuantity) throws(FitError) {
    guard let fit = [first, second].first(where: { !$0.isCurveOfX }) else { return }
    throw PairRequest.error(
      quantity.description,
      "it needs curves of x alone, but \(fit.model.formula) also depends on "
        + fit.model.columnNames.filter { !fit.data.isX($0) }.joined(separator: ", "))
  }

  private func sharedRange(_ quantity: PairQuantity) throws(FitError) -> PairRange {
    guard let range = PairRange(first, second) else {
      throw PairRequest.error(
        quantity.description,
        "the series have no range of x in common "
          + "(\(shortNumber(first.data.smallestX)) to \(shortNumber(first.data.largestX)), and "
          + "\(shortNumber(second.data.smallestX)) to \(shortNumber(second.data.largestX))); name "
          + "an x or a range")
    }
    return range
  }

  private func ratio(of name: String, _ quantity: PairQuantity) -> PairEstimate? {
    guard let a = first.coefficient(name), let b = second.coefficient(name) else { return nil }
    var ratio: PairRatio?
    if let a = first.sided(a), let b = second.sided(b) {
      ratio = PairRatio(a, b, level: first.level)
    }
    return PairEstimate(
      quantity: quantity, firstModel: first.name, secondModel: second.name,
      estimate: ratio?.estimate, crossingCount: nil, set: ratio?.set, range: nil,
      isExtrapolated: false, firstIsAbove: nil)
  }

  private func averageDifference(_ quantity: PairQuantity) throws(FitError) -> PairEstimate {
    let range = try sharedRange(quantity)
    return difference(range.average, quantity, over: range.bounds)
  }

  private func difference(
    _ contrast: DerivedContrast, _ quantity: PairQuantity, at x: Double? = nil,
    over range: ClosedRange<Double>? = nil
  ) -> PairEstimate {
    var sum: WelchSum?
    if let a = first.sided(contrast), let b = second.sided(contrast) {
      sum = WelchSum(1, a, -1, b, level: first.level)
    }
    return PairEstimate(
      quantity: quantity, firstModel: first.name, secondModel: second.name,
      estimate: sum?.value, crossingCount: nil,
      set: sum.map {
        ConfidenceSet(level: first.level, method: .welch, [($0.lower, $0.upper)])
      }, range: range,
      isExtrapolated: x.map { first.isOutside($0) || second.isOutside($0) } ?? false,
      firstIsAbove: nil)
  }

  private func crossing(_ range: PairRange, _ quantity: PairQuantity) -> PairEstimate {
    let crossing = PairCrossing(first, second, within: range.bounds)
    let places = crossing.estimates
    let set = crossing.set(places)
    return PairEstimate(
      quantity: quantity, firstModel: first.name, secondModel: second.name,
      estimate: places.first, crossingCount: places.count, set: set, range: range.bounds,
      isExtrapolated: [range.bounds.lowerBound, range.bounds.upperBound].contains {
        first.isOutside($0) || second.isOutside($0)
      }, firstIsAbove: places.isEmpty ? crossing.startsAbove : nil)
  }
}

extension Fit {
  /// A coefficient with the errors that its interval implies.
  fileprivate func sided(_ coefficient: Coefficient) -> SidedEstimate? {
    guard let estimate = coefficient.estimate, let interval = coefficient.interval else {
      return nil
    }
    return SidedEstimate(
      estimate, lower: interval.lower, upper: interval.upper, level: level,
      degreesOfFreedom: intervalFreedom)
  }

  /// A weighted sum over the curve with the errors that its interval implies.
  fileprivate func sided(_ contrast: DerivedContrast) -> SidedEstimate? {
    guard let problem = problem(at: contrast.x) else { return nil }
    let quantity = contrast.quantity(problem)
    let value = quantity.value(linear: linear, shape: shape)
    guard value.isFinite, let interval = interval(quantity, contrast, problem) else { return nil }
    return SidedEstimate(
      value, lower: interval.lower, upper: interval.upper, level: level,
      degreesOfFreedom: intervalFreedom)
  }
}

extension ModelName {
  /// The coefficient that is the slope of a family's curve, on the axes on which it is straight.
  var slopeName: String? {
    switch self {
    case .linear: "slope"
    case .logLinear, .hinge: "slopePerDoubling"
    case .powerLaw: "exponent"
    case .constant, .saturatingPower, .saturatingExponential, .logistic, .brokenPower, .formula: nil
    }
  }
}
