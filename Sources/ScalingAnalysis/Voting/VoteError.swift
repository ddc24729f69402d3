/// Votes that cannot be analysed as asked.
public struct VoteError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is missing, and what to do.
  public let description: String

  init(_ description: String) { self.description = description }
}
