public import ScalingData

/// Curves computed elsewhere: one per series, with a band where it has one.
public struct PreparedCurve: Sendable, Equatable {
  /// The curve of one series.
  public struct Line: Sendable, Equatable {
    /// The series it belongs to.
    public var name: String
    /// Where it is given, in order.
    public var x: [Double]
    /// Its values; fractions for an accuracy.
    public var y: [Double]
    /// The lower edge of its band.
    public var low: [Double]?
    /// The upper edge of its band.
    public var high: [Double]?
  }

  /// In order of first appearance.
  public let lines: [Line]

  /// Reads a table with the columns of `points` for x and series, a column `fit` and, for a
  /// band, `lo` and `hi`.
  ///
  /// - Throws: `DataError` when a column is missing or a cell is no number.
  public init(reading path: String, like points: SeriesTable) throws(DataError) {
    var request = TableRequest(
      inputs: [InputLocation(argument: path)], x: points.x.column, y: "fit",
      series: points.roles.series.map(\.column))
    request.valueUnit =
      switch points.y.unit {
      case .fraction: .fraction
      case .percent: .percent
      case .number: .number
      }
    let curve = try SeriesTable(reading: request)
    var edges: [SeriesTable] = []
    for column in ["lo", "hi"] {
      request.y = column
      request.valueUnit = .number
      do {
        edges.append(try SeriesTable(reading: request))
      } catch  where error.code == .unknownColumn {
        continue
      }
    }
    let scale = points.y.unit == .percent ? 0.01 : 1
    lines = curve.series.enumerated().map { index, series in
      let count = series.observations.count
      let edge = { (which: Int) -> [Double]? in
        guard edges.count == 2, edges[which].series.indices.contains(index) else { return nil }
        let values = edges[which].series[index].observations.map { $0.y * scale }
        return values.count == count ? values : nil
      }
      return Line(
        name: series.name, x: series.observations.map(\.x), y: series.observations.map(\.y),
        low: edge(0), high: edge(1))
    }
  }
}
