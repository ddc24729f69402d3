internal import ScalingAnalysis

/// Refuses figures that no accuracy can have: it lies from 0 to 100 %.
enum AccuracyLimits {
  /// A level of an accuracy that is claimed, such as its value at some x or its ceiling.
  static func require(level: Double) throws(ClaimError) {
    guard (0...1).contains(level) else {
      throw ClaimError(
        "an accuracy of \(percentage(level)) is impossible; claim one from 0 to 100 %")
    }
  }

  /// A level of an accuracy that a curve is to reach.
  static func require(target: Double) throws(ClaimError) {
    guard (0...1).contains(target) else {
      throw ClaimError(
        "no x reaches an accuracy of \(percentage(target)); write a target from 0 to 1, such as "
          + "x@0.9 or x@90%")
    }
  }

  /// A plain number for a figure that is a share, in a unit: above 1 it was meant in points.
  static func require(
    plain value: Double, _ unit: String, isInPercent: Bool
  ) throws(ClaimError) {
    guard !isInPercent, abs(value) > 1 else { return }
    throw ClaimError(
      "a plain \(short(value)) is \(short(100 * value)) \(unit) of an accuracy; write "
        + "\(short(value)) \(unit) or \(decimal(value / 100, 6))")
  }

  private static func percentage(_ share: Double) -> String { short(100 * share) + " %" }
}
