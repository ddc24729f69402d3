/// The inference compute that reaches an accuracy, along training compute; or the training compute
/// along inference, where the curve is too steep for that.
public struct EqualAccuracyCurve: Sendable, Equatable {
  /// Which compute is looked up at given values of the other.
  public enum Direction: String, Sendable, Equatable {
    /// Inference at each training compute.
    case inferenceNeeded
    /// Training at each inference compute: where accuracy hardly rises with inference.
    case trainingNeeded
  }

  /// One place of the curve.
  public struct Point: Sendable, Equatable {
    /// log10 of the given compute.
    public let given: Double
    /// log10 of the compute needed, with its interval.
    public let needed: TradeoffEstimate
    /// Whether it lies beyond the computes that were measured.
    public let isExtrapolated: Bool
  }

  /// The accuracy.
  public let target: Double
  /// Whether an accuracy inside floor and ceiling is asked for; others are not reached at any
  /// compute, or by guessing.
  public let isReachable: Bool
  /// What is looked up.
  public let direction: Direction
  /// Places from the least to the largest given compute that was measured.
  public let points: [Point]

  private static let steps = 24

  init(_ fit: SurfaceFit, _ data: SurfaceData, target: Double, level: Double) {
    self.target = target
    isReachable = fit.range.logOdds(target) != nil
    let inference = Self.points(along: data.logTraining, within: data.logInference) {
      fit.inferenceNeeded(for: target, logTraining: $0)?.estimate(fit, level: level)
    }
    let training = Self.points(along: data.logInference, within: data.logTraining) {
      fit.trainingNeeded(for: target, logInference: $0)?.estimate(fit, level: level)
    }
    // Without a rise along training shown, a curve would draw noise.
    let isRising = (fit.slope(1, level: level).interval?.lower ?? 1) > 0
    let isSteep =
      isRising && !Self.isSeen(inference)
      && (Self.isSeen(training) || !Self.hasFigures(inference))
    direction = isSteep ? .trainingNeeded : .inferenceNeeded
    points = isSteep ? training : inference
  }

  private static func points(
    along given: [Double], within needed: [Double], _ estimate: (Double) -> TradeoffEstimate?
  ) -> [Point] {
    let ends = (given.min() ?? 0, given.max() ?? 0)
    let measured = (needed.min() ?? 0)...(needed.max() ?? 0)
    return (0...steps).compactMap { step in
      let place = ends.0 + Double(step) / Double(steps) * (ends.1 - ends.0)
      return estimate(place).map { estimate in
        Point(
          given: place, needed: estimate,
          isExtrapolated: estimate.value.map { !measured.contains($0) } ?? true)
      }
    }
  }

  /// Whether a piece of a curve lies inside the measurements.
  private static func isSeen(_ points: [Point]) -> Bool {
    points.count { !$0.isExtrapolated } > 1
  }

  /// Whether any compute, measured or not, is found to be enough.
  public var hasFigures: Bool { Self.hasFigures(points) }

  private static func hasFigures(_ points: [Point]) -> Bool {
    points.contains { $0.needed.value != nil }
  }

  /// The given computes at which the curve runs inside the measurements.
  public var measuredRange: ClosedRange<Double>? {
    let inside = points.filter { !$0.isExtrapolated }.map(\.given)
    guard let low = inside.first, let high = inside.last else { return nil }
    return low...high
  }
}
