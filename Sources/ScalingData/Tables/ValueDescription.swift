/// The unit in which the values of y were found.
public enum ValueUnit: String, Sendable, Equatable, Codable {
  /// Fractions of 1.
  case fraction
  /// Percents in the file, divided by 100: the observations hold fractions.
  case percent
  /// Plain numbers.
  case number
}

/// The vertical axis of a table: its column, its unit, and words for a reader.
public struct ValueDescription: Sendable, Equatable, Codable {
  /// The name of the column.
  public let column: String
  /// The unit as found in the file; the observations hold fractions for a percent.
  public let unit: ValueUnit
  /// A title such as "accuracy".
  public let title: String
  /// Why the unit may be wrong; absent where nothing speaks against it.
  public let doubt: String?

  /// Creates a description.
  public init(column: String, unit: ValueUnit, title: String, doubt: String? = nil) {
    self.column = column
    self.unit = unit
    self.title = title
    self.doubt = doubt
  }
}
