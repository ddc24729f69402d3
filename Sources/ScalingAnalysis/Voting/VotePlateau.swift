/// From which k on a curve gains no more than a tolerance.
///
/// The gain that remains after k is the mean over questions of the last value less the value at
/// k, each question against itself. Drawn straight between the k, it meets the tolerance at one
/// place, the last one where the gain does not fall with k throughout. The interval of that place is
/// where the gain is not told from the tolerance: from where the lower ends of the gain's intervals
/// come below it for good to where the upper ends do. Simulated, it covers 93 to 97 % at a level of
/// 95 % (`Benchmarks/calibration-votes.md`).
public struct VotePlateau: Sendable, Equatable {
  /// The gain that remains after one k.
  public struct Remaining: Sendable, Equatable {
    /// The k.
    public let k: Int
    /// The gain, with its standard error over questions.
    public let gain: PairedMean
    /// An upper bound of its standard error over samples, for these questions.
    public let samplingError: Double
    /// The interval of the gain over questions. From the plateau's upper end on it does not rise
    /// above the tolerance again, which the scatter of the gains rules out there.
    public internal(set) var interval: Interval

    /// What remains after a k, with its interval at a confidence level.
    init(k: Int, gain: PairedMean, samplingError: Double, level: Double) {
      self.k = k
      self.gain = gain
      self.samplingError = samplingError
      interval = gain.interval(level: level)
    }
  }

  /// The k up to which gains are counted: that of the last row, or all samples.
  public let end: Int
  /// The gain is called negligible below this.
  public let tolerance: Double
  /// The confidence level.
  public let level: Double
  /// Where the curve comes within the tolerance of its end; between two k as a rule.
  public let position: Double?
  /// The interval of the position over questions.
  public let interval: Interval?
  /// The first k from which on other samples of these questions would say so too.
  public let overSamples: Int?
  /// The gain after each k.
  public private(set) var remaining: [Remaining]

  /// The first k from which on the estimated gain is below the tolerance.
  public var estimate: Int? { position.flatMap(firstK) }
  /// The first k at which the gain may be below the tolerance, at the level.
  public var earliest: Int? { interval?.lower.flatMap(firstK) }
  /// The first k at which other questions would say so too, at the level.
  public var overQuestions: Int? { interval?.upper.flatMap(firstK) }

  /// The plateau of a curve.
  init(_ remaining: [Remaining], upTo end: Int, tolerance: Double, level: Double) {
    self.remaining = remaining
    self.end = end
    self.tolerance = tolerance
    self.level = level
    let place = { (from: Int, gains: [Double]) in
      Self.place(below: tolerance, gains, at: remaining.map { Double($0.k) }, from: from)
    }
    overSamples = Self.start(remaining) {
      let sampled = PairedMean(
        estimate: $0.gain.estimate, standardError: $0.samplingError,
        questions: $0.gain.questions)
      return (sampled.interval(level: level).upper ?? 1) < tolerance
    }.map { remaining[$0].k }
    let lowers = remaining.map { $0.interval.lower ?? -1 }
    guard let start = Self.start(remaining.map(\.gain.estimate), below: tolerance),
      let first = Self.start(lowers, below: tolerance)
    else {
      position = nil
      interval = nil
      return
    }
    // Towards the last k ever fewer questions differ, and the ends held wide for that stay above any
    // tolerance: from where to look for them is what the scatter alone says.
    let scattered = remaining.map { $0.gain.scatteredUpper(level: level) }
    let last = Self.start(scattered, below: tolerance).map { max($0, start) }
    position = place(start, remaining.map(\.gain.estimate))
    interval = Interval(
      level: level, lower: place(first, lowers),
      upper: last.flatMap { place($0, remaining.map { $0.interval.upper ?? 1 }) }, method: .student)
    if let last { holdBelow(from: last, scattered) }
  }

  /// Keeps intervals beyond the upper end of the plateau from rising above it for want of questions.
  private mutating func holdBelow(from last: Int, _ scattered: [Double]) {
    guard
      let first = remaining.indices.first(where: {
        $0 >= last && (remaining[$0].interval.upper ?? 1) < tolerance
      })
    else { return }
    for row in remaining.indices.dropFirst(first + 1) {
      guard let own = remaining[row].interval.upper, let before = remaining[row - 1].interval.upper
      else { continue }
      remaining[row].interval.upper = max(scattered[row], min(own, before))
    }
  }

  /// The place of the first gain from which on all are below a tolerance.
  private static func start(_ gains: [Double], below tolerance: Double) -> Int? {
    start(gains) { $0 < tolerance }
  }

  /// The place of the first row from which on all rows meet a condition.
  private static func start<Row>(_ rows: [Row], _ holds: (Row) -> Bool) -> Int? {
    let place = (rows.lastIndex { !holds($0) } ?? -1) + 1
    return place < rows.count ? place : nil
  }

  /// Where gains, drawn straight between their k, fall below a tolerance, from a row on.
  private static func place(
    below tolerance: Double, _ gains: [Double], at ks: [Double], from start: Int
  ) -> Double? {
    guard let row = gains.indices.first(where: { $0 >= start && gains[$0] < tolerance }) else {
      return nil
    }
    guard row > 0, gains[row - 1] >= tolerance else { return ks[row] }
    let share = (gains[row - 1] - tolerance) / (gains[row - 1] - gains[row])
    return ks[row - 1] + share * (ks[row] - ks[row - 1])
  }

  private func firstK(atLeast position: Double) -> Int? {
    remaining.first { Double($0.k) >= position }?.k
  }
}
