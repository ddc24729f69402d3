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

  private static func percentage(_ share: Double) -> String { short(100 * share) + " %" }
}
