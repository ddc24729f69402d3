/// What a horizontal axis measures.
public enum AxisQuantity: String, Sendable, Equatable, Codable, CaseIterable {
  /// Tokens, used, allowed or trained on.
  case tokens
  /// Samples, votes or attempts per question.
  case samples
  /// Floating-point operations.
  case flop
  /// US dollars.
  case dollars
  /// Parameters of a model.
  case parameters
  /// Calendar time, in years with decimals.
  case date
  /// Anything else.
  case other
}

/// The horizontal axis of a table: its column, and words for a reader.
public struct AxisDescription: Sendable, Equatable, Codable {
  /// The name of the column.
  public let column: String
  /// A title with its unit, such as "cost per task (US dollars)".
  public let title: String
  /// What the column measures.
  public let quantity: AxisQuantity

  /// Creates a description.
  public init(column: String, title: String, quantity: AxisQuantity) {
    self.column = column
    self.title = title
    self.quantity = quantity
  }
}
