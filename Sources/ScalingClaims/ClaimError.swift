/// Why a claim cannot be judged.
public struct ClaimError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong and what to do next.
  public let description: String

  /// An error in words.
  public init(_ description: String) { self.description = description }
}
