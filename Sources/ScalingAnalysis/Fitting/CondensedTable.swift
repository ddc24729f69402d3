public import ScalingData

/// A table whose longest series are reduced to weighed means of neighbours in x, and of which
/// only so many series are kept, so that fitting takes no longer than for a few thousand points.
///
/// A least-squares curve through the means, weighed by the points behind each, is the curve through
/// all points as far as it is straight across a mean; at one x, means are sufficient. Points at one
/// x are dealt to their means at random, so that the means scatter as independent points do, and
/// the spread of a point is estimated from them with a few hundred degrees of freedom.
public struct CondensedTable: Sendable {
  /// The table, with means for the series that were too long, and a note that says so.
  public let table: SeriesTable
  /// What the weights of the table mean.
  public let weights: Weights.Kind?
  /// The points of the original table, those included that its reading left out.
  public let pointCount: Int
  /// The series of the original table, those included that its reading left out.
  public let seriesCount: Int
  /// What was left out or reduced, in a sentence that is among the notes of the table too; `nil`
  /// where nothing was.
  public let note: String?
  /// Whether some points are means of several.
  public let hasMeans: Bool

  /// How much is fitted.
  public struct Limits: Sendable, Equatable {
    /// The series that are kept, the first of the table.
    public var series: Int
    /// Points of a series from which on it is reduced to about half as many means at most, unless
    /// there are many series.
    public var points: Int
    /// Points of all series together, of which each has its share, but no fewer than 40.
    public var total: Int

    /// Limits.
    public init(series: Int, points: Int, total: Int) {
      self.series = series
      self.points = points
      self.total = total
    }

    fileprivate func points(of count: Int) -> Int { min(points, max(40, total / max(count, 1))) }
  }

  /// Keeps the first series of a table, and reduces those of too many points.
  ///
  /// Series with further predictors or with single questions are left as they are.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - limits: how much is kept.
  ///   - weights: what its weights mean, when they are used.
  ///   - noise: how its observations scatter; binomial noise adds the questions of points up.
  public init(_ table: SeriesTable, limits: Limits, weights: Weights.Kind?, noise: Noise) {
    pointCount = table.observationCount + table.omitted.observations
    seriesCount = table.series.count + table.omitted.series
    let kept = Array(table.series.prefix(limits.series))
    let mostPoints = limits.points(of: kept.count)
    let long = kept.map { Self.isReducible($0, mostPoints) }
    let precision = PointPrecision(weights, noise)
    hasMeans = long.contains(true)
    self.weights = hasMeans ? precision.weights : weights
    var series = kept
    if hasMeans {
      for (index, one) in kept.enumerated() {
        series[index] = Self.reduced(
          one, precision, cells: long[index] ? mostPoints / 4 : nil, stream: index)
      }
    }
    let notes = [
      kept.count < seriesCount
        ? "only the first \(kept.count) of \(seriesCount) series are fitted: choose others with "
          + "--where or --series; scaling fit takes all" : nil,
      hasMeans ? Self.sentence(kept, series, long, table.x.column, precision) : nil,
    ].compactMap(\.self)
    note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    self.table =
      notes.isEmpty
      ? table
      : SeriesTable(
        inputs: table.inputs, roles: table.roles, x: table.x, y: table.y, series: series,
        notes: table.notes + notes,
        omitted: OmittedSeries(
          series: seriesCount - kept.count,
          observations: pointCount - kept.reduce(0) { $0 + $1.observations.count }))
  }

  /// A series as means, or with the weights that its points have beside means of others.
  private static func reduced(
    _ series: Series, _ precision: PointPrecision, cells: Int?, stream: Int
  ) -> Series {
    let means = { (points: [Observation]) in
      cells.map { Neighbours(points, cells: $0, stream: stream).means(precision) }
        ?? points.map(precision.single)
    }
    let points = series.observations
    let isSplit = cells != nil && points.contains(where: \.isHeldOut)
    return Series(
      name: series.name, labels: series.labels,
      observations: isSplit
        ? means(points.filter { !$0.isHeldOut }) + means(points.filter(\.isHeldOut))
        : means(points),
      questions: series.questions)
  }

  private static func sentence(
    _ original: [Series], _ reduced: [Series], _ isLong: [Bool], _ x: String,
    _ precision: PointPrecision
  ) -> String {
    let count = { (series: [Series]) in
      zip(series, isLong).reduce(0) { $0 + ($1.1 ? $1.0.observations.count : 0) }
    }
    return "\(count(original)) points of \(isLong.count { $0 }) series are reduced to "
      + "\(count(reduced)) means of neighbours in \(x), \(precision.words): curves, plateaus and "
      + "figures rest on the means; scaling fit takes every point"
  }

  private static func isReducible(_ series: Series, _ mostPoints: Int) -> Bool {
    series.observations.count > mostPoints && series.questions == nil
      && series.observations.allSatisfy { $0.predictors.isEmpty }
  }
}
