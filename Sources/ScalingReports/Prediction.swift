public import ScalingAnalysis

/// The value of a fitted curve at one x, for the curve and for a new observation.
public struct Prediction: Sendable, Equatable {
  /// Where.
  public let x: Double
  /// The curve's value.
  public let estimate: Double
  /// Where the curve may lie.
  public let confidence: Interval?
  /// Where one new observation may lie.
  public let observation: Interval?
  /// Whether x lies outside the observed range.
  public let isExtrapolated: Bool

  /// Predictions of a fit at several x, each for itself or all of them together.
  public static func all(
    of fit: Fit, at x: [Double], coverage: BandCoverage = .pointwise
  ) -> [Prediction] {
    // A family that takes a logarithm of x says nothing where there is none.
    let x = x.filter { $0 > 0 || !fit.model.needsPositiveX }
    let values = fit.values(at: x)
    let confidence = fit.confidenceBand(at: x, coverage: coverage)
    let observation = fit.predictionBand(at: x, coverage: coverage)
    let observed = (fit.data.x.min() ?? 0)...(fit.data.x.max() ?? 0)
    let method = coverage == .simultaneous ? .simultaneous : fit.bandMethod
    return x.indices.map { index in
      Prediction(
        x: x[index], estimate: values[index],
        confidence: confidence.map { interval($0, index, method) },
        observation: observation.map { interval($0, index, method) },
        isExtrapolated: !observed.contains(x[index]))
    }
  }

  private static func interval(
    _ band: Band, _ index: Int, _ method: Interval.Method
  ) -> Interval {
    let closed = { (end: Double) in end.isFinite ? end : nil }
    return Interval(
      level: band.level, lower: closed(band.lower[index]), upper: closed(band.upper[index]),
      method: method)
  }
}
