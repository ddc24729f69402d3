/// Why a family cannot be fitted to a series.
public struct FitError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A stable code.
  public enum Code: String, Sendable, Codable {
    case tooFewPoints = "too-few-points"
    case allXEqual = "all-x-equal"
    case allYEqual = "all-y-equal"
    case nonPositiveX = "non-positive-x"
    case outOfRange = "out-of-range"
    /// Dates, where doublings of x are asked for.
    case calendarTime = "calendar-time"
    /// The text of a formula cannot be read.
    case invalidFormula = "invalid-formula"
    /// A start, a bound or a fixed value names no parameter or contradicts another.
    case invalidConstraint = "invalid-constraint"
    /// A derived figure that cannot be read or does not fit the curve.
    case invalidQuantity = "invalid-quantity"
    /// A noise that cannot be read or does not fit the observations.
    case invalidNoise = "invalid-noise"
    /// Binomial noise without the number of items behind a point.
    case missingItems = "missing-items"
    /// The curve is not a number, or infinite, where it is needed.
    case notFinite = "not-finite"
    /// The observations do not tell parameters apart.
    case notIdentifiable = "not-identifiable"
  }

  /// What is wrong.
  public let code: Code
  /// What is wrong, in words, and what to do next.
  public let description: String
}

extension FitError {
  /// Dates, where a gain per doubling of x is asked for.
  ///
  /// - Parameter column: the column that holds them.
  public static func noDoublings(ofDates column: String) -> FitError {
    FitError(
      code: .calendarTime,
      description:
        "\(column) holds dates: a plateau is where the gain per doubling of x vanishes, and "
        + "calendar years do not double; fit the trend per year with scaling fit, or give x as the "
        + "time since a start, as a number")
  }
}
