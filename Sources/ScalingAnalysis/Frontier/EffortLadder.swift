internal import LeastSquares
internal import ScalingData

/// The records of one model at several efforts, and how the score climbs with the cost.
public struct EffortLadder: Sendable, Equatable {
  /// The model.
  public let name: String
  /// Its records by rising cost, by their places among the records; without the contested ones.
  public let records: [Int]
  /// Its records that contradict each other: which of them is its rung is not known.
  public let contested: [Int]
  /// The least-squares line through score against the logarithm of cost; absent where all costs
  /// are equal.
  public let slope: Slope?

  /// A straight line in the logarithm of cost.
  public struct Slope: Sendable, Equatable {
    /// The gain in score for ten times the cost.
    public let perTenfold: Double
    /// Its standard error with n − 2 degrees of freedom; absent with two records, and where all lie
    /// exactly on the line: then the scatter is not zero, but unknown.
    public let standardError: Double?
    /// Its interval with Student's t; absent without a standard error.
    public let interval: Interval?
    /// The share of the variance of the scores; absent with two records or equal scores.
    public let rSquared: Double?
  }

  /// Whether there are enough records for an interval, but all of them exactly on the line.
  public var hasNoScatter: Bool { records.count > 2 && slope != nil && slope?.interval == nil }

  /// Fewer records than these are no evidence of a shape.
  public static let fewestForShape = 4

  /// Whether there are too few records to tell a straight line from another curve.
  public var isShort: Bool { records.count < Self.fewestForShape }

  /// The ladders with at least two uncontested records, in order of appearance; records of one
  /// ladder with another identity, such as another benchmark, make a ladder of their own.
  static func all(
    _ records: [ScoredRecord], costs: [Double], conflicts: [RecordConflict], level: Double
  ) -> [EffortLadder] {
    var order: [[String]] = []
    var groups: [[String]: [Int]] = [:]
    for index in records.indices {
      guard let ladder = records[index].ladder else { continue }
      let key = [ladder] + records[index].identity
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(index)
    }
    let identities = Set(records.map(\.identity))
    let contested = Set(conflicts.flatMap(\.records))
    return order.compactMap { key in
      let places = (groups[key] ?? []).filter { !contested.contains($0) }
      guard places.count > 1 else { return nil }
      let sorted = places.sorted { (costs[$0], $0) < (costs[$1], $1) }
      let words = identities.count > 1 ? key.filter { !$0.isEmpty } : [key[0]]
      return EffortLadder(
        name: words.joined(separator: ", "), records: sorted,
        contested: (groups[key] ?? []).filter(contested.contains),
        slope: slope(
          sorted.map { logarithmBase10(costs[$0]) }, sorted.map { records[$0].score },
          level: level))
    }
  }

  /// A residual sum of squares of at most this share of the squares is rounding of the arithmetic.
  private static let noScatter = 1e-24

  private static func slope(_ x: [Double], _ y: [Double], level: Double) -> Slope? {
    guard let line = StraightLine(x: x, y: y) else { return nil }
    let residual = line.residualSumOfSquares(x: x, y: y)
    let total = y.reduce(0) { $0 + ($1 - line.centre.y) * ($1 - line.centre.y) }
    let rSquared = x.count > 2 && total > 0 ? 1 - residual / total : nil
    let size = y.reduce(0) { $0 + $1 * $1 }
    guard x.count > 2, residual > noScatter * size else {
      return Slope(perTenfold: line.slope, standardError: nil, interval: nil, rSquared: rSquared)
    }
    let freedom = Double(x.count - 2)
    let error = (residual / freedom / line.squareOfX).squareRoot()
    let half =
      error * Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: freedom)
    return Slope(
      perTenfold: line.slope, standardError: error,
      interval: Interval(
        level: level, lower: line.slope - half, upper: line.slope + half, method: .student),
      rSquared: rSquared)
  }
}
