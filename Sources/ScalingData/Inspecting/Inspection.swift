/// What is in a table: columns, roles, series, ranges, and what looks wrong.
///
/// Inspecting is tolerant: what a reading would refuse is a finding here where possible.
///
/// ```swift
/// let inspection = try Inspection(of: TableRequest(inputs: [.file("points.csv")]))
/// for finding in inspection.findings { print(finding.message) }
/// ```
public struct Inspection: Sendable, Equatable, Codable {
  /// The input and its number of rows.
  public let input: InputIdentity
  /// The name of the delimiter: comma, tab or semicolon; or "JSON Lines".
  public let delimiter: String
  /// The columns, in the order of the header.
  public let columns: [ColumnSummary]
  /// The roles that a reading would give to columns; absent ones could not be guessed.
  public let roles: TableRoles
  /// The horizontal axis, when there is one.
  public let x: AxisDescription?
  /// The vertical axis, when there is one, in the unit in which it was found.
  public let y: ValueDescription?
  /// The series in order of first appearance.
  public let series: [InspectedSeries]
  /// Whether there are more series than `InspectedSeries.limit`, so that later ones are absent.
  public let isSeriesListCapped: Bool
  /// What looks wrong, the gravest first.
  public let findings: [InspectionFinding]
  /// How columns were chosen and what was left out, one sentence each.
  public let notes: [String]
}

/// One series of an inspected table.
public struct InspectedSeries: Sendable, Equatable, Codable {
  /// The largest number of series that is kept.
  public static let limit = 10_000
  /// The largest number of different x that is counted.
  public static let distinctLimit = 64

  /// The values of the series columns, separated by a comma and a space.
  public let name: String
  /// The rows, complete or not.
  public let rows: Int
  /// The rows with a value of y.
  public let count: Int
  /// The mean of y; of an accuracy a fraction.
  public let mean: Double?
  /// The smallest x.
  public let xMinimum: Double?
  /// The largest x.
  public let xMaximum: Double?
  /// The number of different x.
  public let distinctX: DistinctCount
}
