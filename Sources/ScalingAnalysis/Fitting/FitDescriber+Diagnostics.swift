internal import LeastSquares

extension FitDescriber {
  /// Leverage from which one observation decides the curve at its place.
  private static let decidingLeverage = 0.9

  /// Reciprocal condition below which standard errors lose their digits.
  private static let nearSingular = 1e-7

  /// The weaknesses of a fit, most serious first.
  func diagnostics(
    _ coefficients: [Described], boundParameters: Set<Int>, isOptimum: Bool
  ) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let note = { (code: Diagnostic.Code, message: String) in
      result.append(Diagnostic(code: code, message: message))
    }
    if !isOptimum {
      note(.notConverged, "the search did not end in a checked optimum; do not use these values")
    }
    for coefficient in coefficients where coefficient.isAsymptote && coefficient.isWithheld {
      note(.asymptoteNotIdentified, asymptoteMessage(coefficient))
    }
    for index in boundParameters.sorted() {
      let parameter = model.shapeParameters[index]
      note(
        .atBound,
        "\(parameter.name) lies on the edge of its "
          + (model.columnNames.isEmpty ? "search range " : "bounds ")
          + "(\(shortNumber(parameter.reported(shape[index])))): \(boundMeaning)")
    }
    if let sides = breakpointSides, min(sides.before, sides.after) < 2 {
      note(
        .breakpointAtEdge,
        "\(sides.before) distinct x up to the breakpoint and \(sides.after) beyond it: a line "
          + "or a level that rests on fewer than 2 is no evidence of a break")
    }
    if statistics.aicc == nil, !statistics.isWithoutLikelihood || scale.degreesOfFreedom ?? 2 < 2 {
      note(
        .tooFewPoints,
        "\(statistics.observations) points for \(statistics.coefficientCount) coefficients and "
          + "the noise: AICc is not defined, and R² says nothing about the shape")
    }
    if decomposition.reciprocalCondition < Self.nearSingular, statistics.coefficientCount > 1 {
      note(
        .nearSingular,
        "the coefficients can hardly be told apart (reciprocal condition "
          + "\(shortNumber(decomposition.reciprocalCondition)))")
    }
    appendDataDiagnostics(to: &result, coefficients)
    return result
  }

  private func appendDataDiagnostics(
    to result: inout [Diagnostic], _ coefficients: [Described]
  ) {
    if statistics.residualSumOfSquares <= 1e4 * FitStatistics.rounding(of: data) {
      result.append(
        Diagnostic(
          code: .exactFit,
          message: "the curve passes through every point; intervals say nothing about noise"))
    }
    let deciding = decomposition.leverages.indices.filter {
      decomposition.leverages[$0] >= Self.decidingLeverage
    }
    if let row = deciding.first, data.count > model.freeCount {
      let more = deciding.count > 1 ? " and \(deciding.count - 1) more" : ""
      result.append(
        Diagnostic(
          code: .leverage,
          message: "the point at x = \(shortNumber(data.x[row]))\(more) alone decides the curve "
            + "there (leverage \(shortNumber(decomposition.leverages[row])))"))
    }
    if data.isAccuracy, let outside = fitted.first(where: { !(-0.005...1.005).contains($0) }) {
      result.append(
        Diagnostic(
          code: .outsideRange,
          message: "the curve reaches \(shortNumber(100 * outside)) % within the data, which no "
            + "accuracy can be"))
    }
    appendNoiseDiagnostics(to: &result)
    appendUnevenNoise(to: &result, coefficients)
    appendFewDegrees(to: &result)
    let open = coefficients.filter {
      $0.role == .estimated && !$0.isAsymptote && !($0.interval?.isClosed ?? true)
    }
    if !open.isEmpty {
      result.append(
        Diagnostic(
          code: .openInterval,
          message: "the data leave an end of the interval open: "
            + open.map(openEnd).joined(separator: ", ")))
    }
  }

  private func openEnd(_ coefficient: Described) -> String {
    switch (coefficient.interval?.lower, coefficient.interval?.upper) {
    case (let lower?, nil): "\(coefficient.name) (above \(shortNumber(lower)))"
    case (nil, let upper?): "\(coefficient.name) (below \(shortNumber(upper)))"
    default: coefficient.name
    }
  }

  private func asymptoteMessage(_ coefficient: Described) -> String {
    let name = coefficient.name
    if data.isAccuracy, !(0...1).contains(coefficient.value) {
      return "the best \(name) would be \(shortNumber(100 * coefficient.value)) %, which no "
        + "accuracy can be: the data do not show where the curve ends"
    }
    guard let interval = coefficient.interval else {
      return "the data do not show where the curve ends"
    }
    return openMessage(name, interval) + ": the data do not show where the curve ends"
  }

  private func openMessage(_ name: String, _ interval: Interval) -> String {
    let level = "\(shortNumber(100 * interval.level)) %"
    switch (interval.lower, interval.upper) {
    case (nil, nil): return "the \(level) interval of \(name) is open at both ends"
    case (let lower?, nil):
      return "the \(level) interval of \(name) is open above \(shortNumber(lower))"
    case (nil, let upper?):
      return "the \(level) interval of \(name) is open below \(shortNumber(upper))"
    case (_?, _?): return ""
    }
  }

  private var boundMeaning: String {
    switch model.name {
    case .saturatingPower: "the curve is log-linear, or flat after the first points"
    case .saturatingExponential: "the curve is a straight line, or flat after the first points"
    case .logistic: "the curve is a step, nearly straight, or bends beyond the data"
    case .hinge: "no flat part lies within the data"
    case .powerLaw: "the curve is steeper than can be told"
    case .brokenPower: "no break lies within reach of the data, or it is a kink"
    case .constant, .linear, .logLinear: ""
    case .formula: "the data would have it beyond; its interval is one-sided"
    }
  }

  /// Distinct x on either side of a breakpoint.
  private var breakpointSides: (before: Int, after: Int)? {
    guard model.name == .hinge else { return nil }
    let distinct = data.distinctLog2X
    return (
      distinct.filter { $0 <= shape[0] }.count, distinct.filter { $0 > shape[0] }.count
    )
  }
}

/// A number for a sentence: three significant digits, no exponent where it can be avoided.
func shortNumber(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return value == 0 ? "0" : "infinity" }
  let magnitude = Int((logarithm(abs(value)) / logarithm(10)).rounded(.down))
  guard (-5...14).contains(magnitude) else {
    let unit = exponential(Double(magnitude) * logarithm(10))
    return "\((value / unit * 100).rounded() / 100)e\(magnitude)"
  }
  if magnitude > 2 {
    let unit = exponential(Double(magnitude - 2) * logarithm(10)).rounded()
    return plainNumber((value / unit).rounded() * unit)
  }
  let digits = max(0, 2 - magnitude)
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let rounded = (value * scale).rounded() / scale
  return plainNumber(rounded)
}
