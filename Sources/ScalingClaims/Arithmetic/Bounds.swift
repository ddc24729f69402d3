internal import ScalingAnalysis

/// All values that a rounded figure may have had, with its unit: interval arithmetic (Moore 1966).
///
/// Each operation gives all values that its operands allow; a figure that appears twice counts
/// as two that vary on their own, so that the result may be too wide, never too narrow:
/// `ArithmeticExpression.range(_:)` narrows it.
public struct Bounds: Sendable, Equatable {
  /// The smallest value.
  public var lower: Double
  /// The largest value.
  public var upper: Double
  /// The power of each base unit; empty for a plain number.
  public var unit: MeasureUnit

  /// Values between two ends.
  public init(_ lower: Double, _ upper: Double, unit: MeasureUnit = MeasureUnit()) {
    self.lower = min(lower, upper)
    self.upper = max(lower, upper)
    self.unit = unit
  }

  /// One exact value.
  public init(_ value: Double, unit: MeasureUnit = MeasureUnit()) {
    self.init(value, value, unit: unit)
  }

  /// The value in the middle.
  public var middle: Double { lower + (upper - lower) / 2 }

  func plus(_ other: Bounds, sign: Double) throws(ClaimError) -> Bounds {
    guard unit == other.unit else {
      throw ClaimError(
        "\(unit.words) cannot be \(sign > 0 ? "added to" : "subtracted from") "
          + "\(other.unit.words)")
    }
    let ends = [sign * other.lower, sign * other.upper].sorted()
    return Bounds(lower + ends[0], upper + ends[1], unit: unit)
  }

  func times(_ other: Bounds) -> Bounds {
    let corners = [
      lower * other.lower, lower * other.upper, upper * other.lower, upper * other.upper,
    ].sorted()
    return Bounds(corners[0], corners[3], unit: unit.times(other.unit, power: 1))
  }

  func over(_ other: Bounds) throws(ClaimError) -> Bounds {
    guard other.lower > 0 || other.upper < 0 else {
      throw ClaimError("a division by a figure that may be zero")
    }
    var result = times(Bounds(1 / other.upper, 1 / other.lower))
    result.unit = unit.times(other.unit, power: -1)
    return result
  }

  func raised(to power: Bounds) throws(ClaimError) -> Bounds {
    guard power.unit.isPlain else { throw ClaimError("an exponent has a unit") }
    guard lower > 0 else { throw ClaimError("a power of a figure that is not above zero") }
    guard unit.isPlain || (power.lower == power.upper && power.lower == power.lower.rounded())
    else { throw ClaimError("a power of \(unit.words) that is not a whole number") }
    let corners = [lower, upper].flatMap { base in
      [raise(base, to: power.lower), raise(base, to: power.upper)]
    }.sorted()
    let whole = Int(max(-99, min(99, power.lower)))
    return Bounds(
      corners[0], corners[3], unit: unit.isPlain ? unit : MeasureUnit().times(unit, power: whole))
  }

  func mapped(
    _ name: String, _ function: (Double) -> Double
  ) throws(ClaimError) -> Bounds {
    guard unit.isPlain else {
      throw ClaimError("\(name) needs a plain number, but has \(unit.words)")
    }
    let result = Bounds(function(lower), function(upper))
    guard result.lower.isFinite, result.upper.isFinite else {
      throw ClaimError("\(name) is not defined for \(short(lower)) to \(short(upper))")
    }
    return result
  }
}
