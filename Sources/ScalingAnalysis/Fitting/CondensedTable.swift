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
  /// The points of the original table.
  public let pointCount: Int
  /// The series of the original table.
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
    pointCount = table.observationCount
    seriesCount = table.series.count
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
        notes: table.notes + notes)
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

/// How precise one point is against another, and what that makes of a mean of several.
private enum PointPrecision {
  /// All points alike: a mean counts as the points behind it.
  case alike
  case relative
  case counts
  case errors
  /// By the questions behind each point.
  case questions
  /// Each mean counts once: robust noise knows no weights.
  case once

  init(_ weights: Weights.Kind?, _ noise: Noise) {
    if case .binomial = noise {
      self = .questions
      return
    }
    if noise.isRobust {
      self = .once
      return
    }
    self =
      switch weights {
      case .relative: .relative
      case .counts: .counts
      case .errors: .errors
      case nil: .alike
      }
  }

  /// What the weights of means say.
  var weights: Weights.Kind? {
    switch self {
    case .alike, .relative: .relative
    case .counts: .counts
    case .errors: .errors
    case .questions, .once: nil
    }
  }

  var words: String {
    switch self {
    case .alike: "weighed by the points behind each"
    case .relative, .counts: "weighed by the weights behind each"
    case .errors: "with the standard errors of the means"
    case .questions: "with the questions behind each"
    case .once: "each counting once"
    }
  }

  /// The precision of a point; not a number where the table does not tell.
  private func weight(_ point: Observation) -> Double {
    switch self {
    case .alike, .once: 1
    case .relative, .counts: point.weight ?? .nan
    case .errors: point.standardError.map { 1 / ($0 * $0) } ?? .nan
    case .questions: point.items ?? .nan
    }
  }

  /// A point that stands for itself, in a table where others are means.
  func single(_ point: Observation) -> Observation {
    self == .alike ? mean(CollectionOfOne(point)) : point
  }

  /// The mean of some points.
  func mean(_ points: some Collection<Observation>) -> Observation {
    let first = points[points.startIndex]
    var (sum, sumX, sumY) = (0.0, 0.0, 0.0)
    var isOnePlace = true
    for point in points {
      let weight = weight(point)
      sum += weight
      sumX += weight * point.x
      sumY += weight * point.y
      isOnePlace = isOnePlace && point.x == first.x
    }
    return Observation(
      x: isOnePlace ? first.x : sumX / sum, y: points.count == 1 ? first.y : sumY / sum,
      items: self == .questions ? sum : nil,
      standardError: self == .errors ? (1 / sum).squareRoot() : nil,
      line: first.line, inputIndex: first.inputIndex, isHeldOut: first.isHeldOut,
      weight: [.alike, .relative, .counts].contains(self) ? sum : nil)
  }
}

/// Points in order of x, cut into cells that hold few points and are narrow.
private struct Neighbours {
  private var points: [Observation]
  private let cells: Int

  /// - Parameters:
  ///   - points: points by rising x.
  ///   - cells: half of the most cells.
  ///   - stream: numbers the series, for its random order.
  init(_ points: [Observation], cells: Int, stream: Int) {
    self.points = points
    self.cells = cells
    var random = RandomSource(seed: 1, stream: UInt64(stream))
    var start = 0
    while start < points.count {
      var end = start + 1
      while end < points.count, points[end].x == points[start].x { end += 1 }
      if end - start > 1 { self.points[start..<end].shuffle(using: &random) }
      start = end
    }
  }

  /// A cell ends before it holds more than its share of the points, and before it is wider than
  /// its share of the range: at most `cells` end for either reason.
  func means(_ precision: PointPrecision) -> [Observation] {
    guard let first = points.first, let last = points.last else { return [] }
    let place = { (x: Double) in first.x > 0 ? logarithmBase2(x) : x }
    let width = (place(last.x) - place(first.x)) / Double(cells)
    let most = (points.count + cells - 1) / cells
    var result: [Observation] = []
    var start = 0
    var left = place(first.x)
    for end in 1...points.count {
      let isInside =
        end < points.count && end - start < most
        && (points[end].x == points[start].x || place(points[end].x) - left <= width)
      if isInside { continue }
      result.append(precision.mean(points[start..<end]))
      start = end
      if end < points.count { left = place(points[end].x) }
    }
    return result
  }
}
