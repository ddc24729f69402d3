/// The inference compute that reaches an accuracy, along training compute.
public struct EqualAccuracyCurve: Sendable, Equatable {
  /// One place of the curve.
  public struct Point: Sendable, Equatable {
    /// log10 of training compute.
    public let logTraining: Double
    /// log10 of the inference compute needed, with its interval.
    public let logInference: TradeoffEstimate
    /// Whether it lies beyond the inference computes that were measured.
    public let isExtrapolated: Bool
  }

  /// The accuracy.
  public let target: Double
  /// Whether an accuracy inside floor and ceiling is asked for; others are not reached at any
  /// compute, or by guessing.
  public let isReachable: Bool
  /// Places from the least to the largest training compute that was measured.
  public let points: [Point]

  private static let steps = 24

  init(_ fit: SurfaceFit, _ data: SurfaceData, target: Double, level: Double) {
    self.target = target
    isReachable = fit.range.logOdds(target) != nil
    let training = (data.logTraining.min() ?? 0, data.logTraining.max() ?? 0)
    let inference = (data.logInference.min() ?? 0)...(data.logInference.max() ?? 0)
    points = (0...Self.steps).compactMap { step in
      let share = Double(step) / Double(Self.steps)
      let place = training.0 + share * (training.1 - training.0)
      guard let needed = fit.inferenceNeeded(for: target, logTraining: place) else { return nil }
      let estimate = needed.estimate(fit, level: level)
      return Point(
        logTraining: place, logInference: estimate,
        isExtrapolated: estimate.value.map { !inference.contains($0) } ?? true)
    }
  }

  /// The training computes at which the curve runs inside the measurements.
  public var measuredRange: ClosedRange<Double>? {
    let inside = points.filter { !$0.isExtrapolated }.map(\.logTraining)
    guard let low = inside.first, let high = inside.last else { return nil }
    return low...high
  }
}
