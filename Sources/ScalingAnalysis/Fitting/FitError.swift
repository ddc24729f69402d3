/// Why a family cannot be fitted to a series.
public struct FitError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A stable code.
  public enum Code: String, Sendable, Codable {
    case tooFewPoints = "too-few-points"
    case allXEqual = "all-x-equal"
    case allYEqual = "all-y-equal"
    case nonPositiveX = "non-positive-x"
    case outOfRange = "out-of-range"
  }

  /// What is wrong.
  public let code: Code
  /// What is wrong, in words, and what to do next.
  public let description: String
}
