/// A table as curves: which columns were read, what they mean, and the series.
public struct SeriesTable: Sendable, Equatable, Codable {
  /// The inputs, in the order given.
  public let inputs: [InputIdentity]
  /// The columns in their roles, and how they were chosen.
  public let roles: TableRoles
  /// The horizontal axis.
  public let x: AxisDescription
  /// The vertical axis.
  public let y: ValueDescription
  /// The series in order of first appearance.
  public let series: [Series]
  /// What the reading counted but did not keep, because fewer series were asked for.
  public let omitted: OmittedSeries
  /// Choices made and rows left out, one sentence each, for the standard error stream.
  public let notes: [String]

  /// Creates a table from its parts, for instance from data made in memory.
  public init(
    inputs: [InputIdentity], roles: TableRoles, x: AxisDescription, y: ValueDescription,
    series: [Series], notes: [String] = [], omitted: OmittedSeries = .none
  ) {
    self.inputs = inputs
    self.roles = roles
    self.x = x
    self.y = y
    self.series = series
    self.notes = notes
    self.omitted = omitted
  }

  /// The number of observations in all series that are kept.
  public var observationCount: Int { series.reduce(0) { $0 + $1.observations.count } }
}

/// How many series and observations a reading left out, because fewer series were asked for.
public struct OmittedSeries: Sendable, Equatable, Codable {
  /// The series.
  public let series: Int
  /// Their observations.
  public let observations: Int

  /// Nothing is left out.
  public static let none = OmittedSeries(series: 0, observations: 0)

  /// Creates counts.
  public init(series: Int, observations: Int) {
    self.series = series
    self.observations = observations
  }
}
