public import ScalingData

/// A table whose longest series are reduced to weighed means of neighbours in x, so that fitting
/// them takes no longer than fitting a few hundred points.
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
  /// What was reduced, in a sentence that is among the notes of the table too; `nil` where nothing
  /// was.
  public let note: String?

  /// Reduces the series of more than `mostPoints` points to at most about half as many means.
  ///
  /// Series with further predictors or with single questions are left as they are.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - mostPoints: the most points of a series that is left as it is.
  ///   - weights: what its weights mean, when they are used.
  ///   - noise: how its observations scatter; binomial noise adds the questions of points up.
  public init(
    _ table: SeriesTable, mostPoints: Int, weights: Weights.Kind?, noise: Noise
  ) {
    pointCount = table.observationCount
    let long = table.series.map { Self.isReducible($0, mostPoints) }
    guard long.contains(true) else {
      self.table = table
      self.weights = weights
      note = nil
      return
    }
    let precision = PointPrecision(weights, noise)
    let series = zip(table.series, long).enumerated().map { index, pair in
      let means = { (points: [Observation]) in
        pair.1
          ? Neighbours(points, cells: mostPoints / 4, stream: index).means(precision)
          : points.map(precision.single)
      }
      let points = pair.0.observations
      let isSplit = pair.1 && points.contains(where: \.isHeldOut)
      return Series(
        name: pair.0.name, labels: pair.0.labels,
        observations: isSplit
          ? means(points.filter { !$0.isHeldOut }) + means(points.filter(\.isHeldOut))
          : means(points),
        questions: pair.0.questions)
    }
    let reduced = zip(series, long).reduce(0) { $0 + ($1.1 ? $1.0.observations.count : 0) }
    let original = zip(table.series, long).reduce(0) { $0 + ($1.1 ? $1.0.observations.count : 0) }
    self.weights = precision.weights
    let note =
      "\(original) points of \(long.count { $0 }) series are reduced to \(reduced) means of "
      + "neighbours in \(table.x.column), \(precision.words): curves, plateaus and figures rest on the "
      + "means; scaling fit takes every point"
    self.note = note
    self.table = SeriesTable(
      inputs: table.inputs, roles: table.roles, x: table.x, y: table.y, series: series,
      notes: table.notes + [note])
  }

  private static func isReducible(_ series: Series, _ mostPoints: Int) -> Bool {
    series.observations.count > mostPoints && series.questions == nil
      && series.observations.allSatisfy(\.predictors.isEmpty)
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
