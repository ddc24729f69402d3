extension Fit {
  /// What a natural logarithm of y is of the response, where that is a logarithm of y.
  var responseLogarithm: Double? { (model as? FormulaModel)?.source.responseLogarithm }

  /// The x in which y doubles: one over the gain of log2 y per unit of x, over the observed range.
  func doublingTime(_ bootstrap: BootstrapResult?) -> DerivedEstimate? {
    guard let unit = responseLogarithm else { return nil }
    let ends = [data.smallestX, data.largestX]
    let weight = unit / naturalLogarithmOf2 / (ends[1] - ends[0])
    let contrast = DerivedContrast(x: ends, weights: [-weight, weight])
    guard let problem = problem(at: ends) else { return nil }
    let gain = contrast.quantity(problem)
    let value = gain.value(linear: linear, shape: shape)
    let isKnown = value.isFinite && value != 0
    let resampled = bootstrap?.interval { gain.value(linear: $0, shape: $1) }
    return DerivedEstimate(
      quantity: .doublingTime, estimate: isKnown ? 1 / value : nil,
      interval: isKnown ? interval(gain, contrast, problem)?.reciprocal(around: value) : nil,
      bootstrapInterval: isKnown ? resampled?.reciprocal(around: value) : nil,
      isExtrapolated: false, reach: nil)
  }
}
