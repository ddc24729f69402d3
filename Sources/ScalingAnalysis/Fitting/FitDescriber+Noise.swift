extension FitDescriber {
  /// Scatter that right variances give less often than this is said to be too large.
  private static let excessProbability = 0.05

  /// A share of points taken for outliers beyond which a robust fit is about something else.
  private static let manyOutliers = 0.25

  /// Weights below this mark an outlier: beyond about 2 scales for the usual thresholds.
  private static let outlierWeight = 0.67

  /// What the noise that was asked for does not explain.
  func appendNoiseDiagnostics(to result: inout [Diagnostic]) {
    appendEdge(to: &result)
    appendScatter(to: &result)
    guard let robust = rows.robust else { return }
    appendRobustNoise(to: &result)
    let outliers = zip(data.y, fitted).count {
      robust.weight(($0 - $1) / robust.scale) < Self.outlierWeight
    }
    if Double(outliers) > Self.manyOutliers * Double(data.count) {
      result.append(
        Diagnostic(
          code: .manyOutliers,
          message: "\(outliers) of \(data.count) points count as outliers: the curve follows the "
            + "others, and its intervals hold for points like those"))
    }
  }

  /// Points from which straight lines keep their level under robust noise.
  private static let enoughForRobustNoise = 20

  /// What simulations with a tenth of outliers showed.
  private func appendRobustNoise(to result: inout [Diagnostic]) {
    guard !shape.isEmpty || data.count < Self.enoughForRobustNoise else { return }
    result.append(
      Diagnostic(
        code: .robustNoise,
        message:
          "robust noise makes intervals a little too narrow here: in simulations with a tenth "
          + "of outliers those for 95 % covered "
          + (shape.isEmpty
            ? "88 to 95 % for straight lines through 8 and 15 points"
            : "83 to 97 % for bent curves through 8 to 40 points")))
  }

  /// Binomial noise has no likelihood outside 0...1.
  private func appendEdge(to result: inout [Diagnostic]) {
    guard rows.noise.isBinomial else { return }
    let held = fitted.indices.filter { fitted[$0] <= 0 || fitted[$0] >= 1 }
    guard let row = held.first else { return }
    let more = held.count > 1 ? " and at \(held.count - 1) more points" : ""
    result.append(
      Diagnostic(
        code: .atProbabilityEdge,
        message: "the curve would leave 0 to 100 % at x = \(shortNumber(data.x[row]))\(more), "
          + "where binomial noise allows no value: it is held at the edge there, and intervals "
          + "and band are too narrow"))
  }

  /// Up to so many degrees of freedom of an estimated variance, a bent curve in large noise has
  /// intervals that run short: those of saturating curves and hinges through 8 points of 30
  /// questions, or with outliers, covered 86 to 92 % in simulations where they closed.
  private static let fewDegrees = 5.0

  /// Noise of this share of the curve's rise is large: what 100 questions leave of a rise of 60
  /// points is 8 %, what 500 leave 4 %.
  private static let largeNoise = 0.06

  func appendFewDegrees(to result: inout [Diagnostic]) {
    guard let freedom = scale.degreesOfFreedom, freedom <= Self.fewDegrees, !shape.isEmpty,
      data.questions == nil, let low = fitted.min(), let high = fitted.max(),
      rows.robust == nil,
      rows.noise != .gaussian || typicalSpread() > Self.largeNoise * (high - low)
    else { return }
    result.append(
      Diagnostic(
        code: .fewDegreesOfFreedom,
        message:
          "the noise is large or uneven and estimated from \(shortNumber(freedom)) degrees of "
          + "freedom: intervals may cover about 90 % instead of "
          + "\(shortNumber(100 * level)) %; more points or known noise (--noise binomial) would help"
      ))
  }

  /// The spread of a point by its questions, or else by the residuals; an estimate that happens to
  /// be small would hide that it is one.
  private func typicalSpread() -> Double {
    let variances = zip(fitted, data.items).compactMap { value, items -> Double? in
      let share = min(max(value, 0), 1)
      return items.map { share * (1 - share) / $0 }
    }
    let count = Double(data.count)
    guard variances.count < data.count else {
      return (variances.reduce(0, +) / count).squareRoot()
    }
    let freedom = max(count - Double(model.freeCount), 1)
    return (statistics.residualSumOfSquares / freedom).squareRoot()
  }

  private func appendScatter(to result: inout [Diagnostic]) {
    guard let probability = statistics.scatterProbability, let dispersion = statistics.dispersion,
      scale.degreesOfFreedom == nil, probability < Self.excessProbability
    else { return }
    let remedy =
      rows.noise.isBinomial
      ? "--noise binomial-overdispersed estimates it"
      : "--weights relative with 1/error² estimates the scale"
    result.append(
      Diagnostic(
        code: .overDispersed,
        message: "the points scatter with \(shortNumber(dispersion)) times the variance that "
          + "\(rows.noise.isBinomial ? "their questions" : "their standard errors") explain "
          + "(chi-squared \(shortNumber(dispersion * Double(statistics.residualDegreesOfFreedom))) "
          + "for \(statistics.residualDegreesOfFreedom) degrees of freedom, p = "
          + "\(shortNumber(probability))): intervals are too narrow, or the curve is the wrong one; "
          + remedy))
  }
}
