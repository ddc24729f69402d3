internal import LeastSquares

/// What is gained per doubling after a place, from the points beyond it alone.
///
/// A straight line through those points, in log2 x, with the spread that they themselves show:
/// the points before the bend may scatter for other reasons. Weights tell which points are more
/// precise than others; how precise, the points themselves show.
public struct TailGain: Sendable, Equatable {
  /// Points beyond the place.
  public let points: Int
  /// The gain per doubling.
  public let estimate: Double
  /// Its standard error.
  public let standardError: Double
  /// Its interval, by Student's t.
  public let interval: Interval
  /// How likely a gain as small would be if the true one were the margin or more (one-sided).
  public let pValueBelowMargin: Double
  /// The larger p-value of the two one-sided tests of equivalence (Schuirmann 1987): small when
  /// the gain lies within the margin on both sides of zero.
  public let pValueEquivalence: Double

  /// Fewer points than these show no spread.
  static let fewestPoints = 3

  /// The gain from a place on; `nil` with fewer than three points there, or without two different x.
  ///
  /// - Parameters:
  ///   - data: the whole curve.
  ///   - onset: the x from which on points count.
  ///   - direction: 1 where the curve rises, -1 where it falls.
  ///   - margin: the gain per doubling that is tested.
  ///   - level: the level of the interval.
  public init?(
    _ data: CurveData, after onset: Double, direction: Double, margin: Double, level: Double
  ) {
    let rows = Self.rows(data, after: onset)
    let x = rows.map { data.log2x[$0] }
    let y = rows.map { data.y[$0] }
    let squareWeights = data.squareWeights
    let weights = rows.map { squareWeights[$0] }
    guard rows.count >= Self.fewestPoints,
      let line = StraightLine(x: x, y: y, weights: weights)
    else { return nil }
    points = rows.count
    estimate = line.slope
    let freedom = Double(rows.count - 2)
    let variance =
      line.residualSumOfSquares(x: x, y: y, weights: weights) / freedom / line.squareOfX
    standardError = max(variance.squareRoot(), y.reduce(0) { max($0, abs($1)) } * 1e-12)
    let half =
      standardError
      * Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: freedom)
    interval = Interval(
      level: level, lower: estimate - half, upper: estimate + half, method: .student)
    let below = Self.tail((margin - direction * estimate) / standardError, freedom)
    let above = Self.tail((margin + direction * estimate) / standardError, freedom)
    pValueBelowMargin = below
    pValueEquivalence = max(below, above)
  }

  /// The gain beyond the highest point, or beyond the lowest of a falling curve: that point itself is
  /// left out, because it was chosen for being high.
  init?(beyondTopOf data: CurveData, direction: Double, margin: Double, level: Double) {
    guard let top = data.y.indices.max(by: { direction * data.y[$0] < direction * data.y[$1] }),
      let next = data.x.filter({ $0 > data.x[top] }).min()
    else { return nil }
    self.init(data, after: next, direction: direction, margin: margin, level: level)
  }

  /// The observations from a place on.
  static func rows(_ data: CurveData, after onset: Double) -> [Int] {
    let place = logarithmBase2(onset)
    return data.log2x.indices.filter { data.log2x[$0] >= place - 1e-9 }
  }

  /// Whether y goes back by more than the margin: the whole interval lies beyond it.
  func turnsBack(_ direction: Double, margin: Double) -> Bool {
    direction > 0 ? (interval.upper ?? 0) < -margin : (interval.lower ?? 0) > margin
  }

  /// The upper tail of Student's t.
  private static func tail(_ statistic: Double, _ freedom: Double) -> Double {
    let half = Distribution.studentTTwoSided(statistic, degreesOfFreedom: freedom) / 2
    return statistic >= 0 ? half : 1 - half
  }
}
