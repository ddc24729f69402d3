/// One observation that was not fitted, and what a curve predicts for it.
public struct HeldOutPoint: Sendable, Equatable {
  /// Where.
  public let x: Double
  /// The measured value.
  public let observed: Double
  /// The curve's value; absent where the curve has none.
  public let predicted: Double?
  /// Where a new observation was expected.
  public let interval: Interval?
  /// How far x lies outside the fitted range, in doublings: positive beyond its end, negative
  /// before its start, zero inside; absent where x or the range is not positive.
  public let doublingsBeyond: Double?
  /// The same distance in the unit of x, such as years.
  public let distanceBeyond: Double

  /// Predicted minus observed.
  public var error: Double? { predicted.map { $0 - observed } }

  /// Whether the prediction band covers the observation.
  public var isCovered: Bool? {
    guard let lower = interval?.lower, let upper = interval?.upper else { return nil }
    return (lower...upper).contains(observed)
  }
}

extension CurveData {
  /// How far a position lies outside these observations, in the unit of x.
  func distanceBeyond(_ x: Double) -> Double {
    x > largestX ? x - largestX : min(x - smallestX, 0)
  }

  /// How far a position lies outside these observations, in doublings.
  func doublingsBeyond(_ x: Double) -> Double? {
    guard smallestX > 0, x > 0 else { return nil }
    if x > largestX { return logarithmBase2(x / largestX) }
    return x < smallestX ? logarithmBase2(x / smallestX) : 0
  }
}
