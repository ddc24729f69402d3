/// A column in a role, and who chose it.
public struct ColumnChoice: Sendable, Equatable, Codable {
  /// Who chose the column.
  public enum Origin: String, Sendable, Equatable, Codable {
    /// The user named it.
    case requested
    /// It has a well-known name.
    case guessed
  }

  /// The name of the column as the header spells it.
  public let column: String
  /// Who chose it.
  public let origin: Origin

  /// Creates a choice.
  public init(column: String, origin: Origin) {
    self.column = column
    self.origin = origin
  }
}

/// The roles of columns in a reading.
public struct TableRoles: Sendable, Equatable, Codable {
  /// The horizontal axis.
  public let x: ColumnChoice?
  /// The vertical axis.
  public let y: ColumnChoice?
  /// The columns that name a series; empty when there is one series.
  public let series: [ColumnChoice]
  /// The column of question counts.
  public let items: ColumnChoice?
  /// The column of standard errors of y.
  public let standardError: ColumnChoice?
  /// The column of weights.
  public let weights: ColumnChoice?
  /// The column that names the question of each row.
  public let question: ColumnChoice?
  /// The question count of every row, when it is one number.
  public let itemCount: Double?

  /// Creates the roles.
  public init(
    x: ColumnChoice?, y: ColumnChoice?, series: [ColumnChoice] = [], items: ColumnChoice? = nil,
    standardError: ColumnChoice? = nil, itemCount: Double? = nil, weights: ColumnChoice? = nil,
    question: ColumnChoice? = nil
  ) {
    self.weights = weights
    self.question = question
    self.x = x
    self.y = y
    self.series = series
    self.items = items
    self.standardError = standardError
    self.itemCount = itemCount
  }
}
