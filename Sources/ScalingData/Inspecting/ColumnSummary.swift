/// What the cells of a column are.
public enum ColumnType: String, Sendable, Equatable, Codable, CaseIterable {
  case number, percent, dollars, date, boolean, text, empty
}

/// How many different values there are, counted up to a limit.
public struct DistinctCount: Sendable, Equatable, Codable, CustomStringConvertible {
  /// The count, or the limit when there are more.
  public let value: Int
  /// Whether the count is exact; otherwise there are more.
  public let isExact: Bool

  /// Creates a count.
  public init(value: Int, isExact: Bool) {
    self.value = value
    self.isExact = isExact
  }

  /// The count, or "more than" the limit.
  public var description: String { isExact ? "\(value)" : "more than \(value)" }
}

/// One column of a table: what its cells are, and their range.
public struct ColumnSummary: Sendable, Equatable, Codable {
  /// The name as the header spells it.
  public let name: String
  /// What most cells are.
  public let type: ColumnType
  /// Cells with a value.
  public let count: Int
  /// Cells without one.
  public let missing: Int
  /// The smallest number as written; of dates the year with decimals.
  public let minimum: Double?
  /// The largest number as written.
  public let maximum: Double?
  /// The mean of the numbers as written.
  public let mean: Double?
  /// log10(maximum / minimum), when every number is positive.
  public let decades: Double?
  /// The number of different values; numbers count by value.
  public let distinct: DistinctCount
  /// The first different texts, at most three.
  public let examples: [String]
}
