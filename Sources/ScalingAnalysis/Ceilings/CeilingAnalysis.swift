/// Whether one curve has a plateau: where, how high, and what the data could have shown.
///
/// A plateau is said when three things hold: a curve that goes on rising per doubling is rejected
/// (`FlatteningTest`), the interval of the gain after the bend ends below the margin
/// (`TailGain`), and three or more points lie beyond it. No plateau in range is said when nothing bends and every
/// bend with three or more points beyond it is rejected. Everything else is inconclusive.
///
/// Where a smooth curve describes the points far better than either (`SmoothApproach`), the answer
/// rests on it instead: a plateau begins where its gain per doubling falls below the margin, and is
/// said when the points beyond show so by themselves.
public struct CeilingAnalysis: Sendable {
  /// The answer.
  public let verdict: CeilingVerdict
  /// Why.
  public let reason: Reason
  /// The curve that rises per doubling and is then flat.
  public let hinge: Fit
  /// The curve that goes on.
  public let logLinear: Fit
  /// Curves that approach a level smoothly, as far as they could be fitted.
  public let smooth: [Fit]
  /// The smooth curve that the answer rests on, where a bend describes the points far worse.
  public let approach: SmoothApproach?
  /// Whether the curve bends at all.
  public let flattening: FlatteningTest
  /// The gain after the plateau may begin; absent with fewer than three points beyond it.
  public let gainAfter: TailGain?
  /// The margin in units of y per doubling.
  public let margin: Double
  /// What was asked for.
  public let settings: CeilingSettings

  /// What an answer rests on.
  public enum Reason: String, Sendable, Equatable, Codable {
    /// The curve bends, and what follows is flat to within the margin.
    case flatAfterBend = "flat-after-bend"
    /// A smooth curve comes so near its level that what follows is flat to within the margin.
    case flatAfterApproach = "flat-after-approach"
    /// The whole curve is flat to within the margin.
    case flatThroughout = "flat-throughout"
    /// Nothing bends, and every plateau of three points is rejected.
    case risesThroughout = "rises-throughout"
    /// A smooth curve still gains more than the margin at the last point.
    case stillRises = "still-rises"
    /// The curve turns: beyond the bend it goes back by more than the margin.
    case turnsBack = "turns-back"
    /// The curve bends or slows, but a gain above the margin afterwards is not excluded.
    case stillRisingPossible = "still-rising-possible"
    /// The curve bends or slows, but too few points lie beyond.
    case tooFewPointsAfter = "too-few-points-after"
    /// Nothing bends for certain, and a plateau at the end is not excluded either.
    case bothPossible = "both-possible"
    /// There is no rise (or fall) to begin with.
    case noTrend = "no-trend"
  }

  /// Analyses one curve.
  ///
  /// - Throws: `FitError` when the curve cannot carry a bend: fewer than 5 points, or x that is
  ///   not positive, or y that never changes.
  public init(_ data: CurveData, settings: CeilingSettings = CeilingSettings()) throws(FitError) {
    guard data.count >= Self.fewestPoints else {
      throw FitError(
        code: .tooFewPoints,
        description:
          "\(data.count) \(data.count == 1 ? "point" : "points"): telling a bend from noise needs at least "
          + "\(Self.fewestPoints), three of them beyond the bend; add measurements or check the "
          + "choice of --series")
    }
    try Self.requireDoublings(of: data)
    let level = settings.level
    let hinge = try HingeModel().fit(to: data, level: level)
    let logLinear = try LogLinearModel().fit(to: data, level: level)
    let margin = settings.margin(for: data)
    let flattening = FlatteningTest(data, straight: logLinear, settings: settings)
    let trend = Trend(logLinear, hinge)
    let smooth = Self.smoothFits(data, level: level)
    let approach = SmoothApproach(
      smooth, against: [hinge, logLinear], direction: trend.direction, margin: margin)
    let onset = approach.map(\.onset) ?? hinge.coefficient("breakpoint")
    let gain = onset?.estimate.flatMap {
      TailGain(data, after: $0, direction: trend.direction, margin: margin, level: level)
    }
    let alpha = 1 - level
    let back = TailGain(
      beyondTopOf: data, direction: trend.direction, margin: margin, level: level)
    let turns = [gain, back].contains { $0?.turnsBack(trend.direction, margin: margin) == true }
    gainAfter = turns ? back ?? gain : gain
    let own =
      approach.map { Self.reason(trend, $0, gain, margin: margin, alpha: alpha) }
      ?? Self.reason(trend, flattening, gain, hinge: hinge, margin: margin, alpha: alpha)
    reason = turns && own != .flatThroughout ? .turnsBack : own
    verdict = reason.verdict
    self.smooth = smooth
    self.approach = approach
    self.hinge = hinge
    self.logLinear = logLinear
    self.flattening = flattening
    self.margin = margin
    self.settings = settings
  }

  private static let fewestPoints = 5

  private static func requireDoublings(of data: CurveData) throws(FitError) {
    if let y = data.y.first, data.y.allSatisfy({ $0 == y }) {
      throw FitError(
        code: .allYEqual,
        description: "y is \(plainNumber(y)) at every point: it neither rises nor falls, and "
          + "without any scatter nothing tells how surely; if that is not what you measured, check "
          + "the choice of --y and --series")
    }
    guard let row = data.x.firstIndex(where: { $0 <= 0 }) else { return }
    let line = data.lines.indices.contains(row) ? "line \(data.lines[row]): " : ""
    throw FitError(
      code: .nonPositiveX,
      description: line
        + "x is \(plainNumber(data.x[row])): a plateau is judged by what a doubling "
        + "of x gains, so that x must be positive; leave such rows out with --where 'COLUMN>0'")
  }

  private static func reason(
    _ trend: Trend, _ flattening: FlatteningTest, _ gain: TailGain?, hinge: Fit, margin: Double,
    alpha: Double
  ) -> Reason {
    guard flattening.pValue <= alpha, trend.flattens else {
      if trend.isFlat(within: margin) { return .flatThroughout }
      guard trend.isEstablished else { return .noTrend }
      return hinge.excludesPlateauOfThreePoints ? .risesThroughout : .bothPossible
    }
    guard let gain else { return .tooFewPointsAfter }
    // The whole interval below the margin: that the bend was chosen by the same points makes the
    // tail look flatter than it is, and half the level makes up for it in simulations.
    return gain.pValueBelowMargin <= alpha / 2 ? .flatAfterBend : .stillRisingPossible
  }

  private static func reason(
    _ trend: Trend, _ approach: SmoothApproach, _ gain: TailGain?, margin: Double, alpha: Double
  ) -> Reason {
    if trend.isFlat(within: margin) { return .flatThroughout }
    guard approach.onset.estimate != nil else {
      // Not even the smallest gain that the points allow is below the margin at the last of them.
      return approach.onset.interval?.lower == nil ? .stillRises : .stillRisingPossible
    }
    guard let gain else { return .tooFewPointsAfter }
    return gain.pValueBelowMargin <= alpha / 2 ? .flatAfterApproach : .stillRisingPossible
  }

  private static func smoothFits(_ data: CurveData, level: Double) -> [Fit] {
    let saturating = try? SaturatingPowerModel().fit(to: data, level: level)
    return [logisticFit(data, level: level), saturating].compactMap(\.self)
  }

  /// From zero, unless the points demand a floor of their own.
  private static func logisticFit(_ data: CurveData, level: Double) -> Fit? {
    guard let zero = try? LogisticModel().fit(to: data, level: level) else { return nil }
    let free = LogisticModel(floor: nil)
    guard demandsFloor(free, data, from: zero),
      let fit = try? free.fit(to: data, level: level),
      let fromZero = zero.statistics.aicc, let fromFloor = fit.statistics.aicc,
      fromZero - fromFloor >= SmoothApproach.decisiveLead
    else { return zero }
    return fit
  }

  /// Whether a floor lowers the AICc by ten before its own price, which is quickly told.
  private static func demandsFloor(_ free: LogisticModel, _ data: CurveData, from zero: Fit) -> Bool
  {
    var start: [String: Double] = [:]
    for coefficient in zero.coefficients { start[coefficient.name] = coefficient.estimate }
    guard let estimator = try? CurveEstimator(free, like: data),
      let quick = try? estimator.estimate(data.y, startingAt: start)
    else { return false }
    let ratio = zero.leftOver / max(quick.residualSumOfSquares, 1e-300)
    return Double(data.count) * logarithm(ratio) >= SmoothApproach.decisiveLead
  }
}

extension CeilingAnalysis.Reason {
  /// The answer that a reason leads to.
  public var verdict: CeilingVerdict {
    switch self {
    case .flatAfterBend, .flatAfterApproach, .flatThroughout: .plateau
    case .risesThroughout, .stillRises, .turnsBack: .noPlateauInRange
    case .stillRisingPossible, .tooFewPointsAfter, .bothPossible, .noTrend: .inconclusive
    }
  }
}

/// Which way a curve goes, and how surely.
private struct Trend {
  private let slope: Coefficient?
  private let bentSlope: Double

  init(_ logLinear: Fit, _ hinge: Fit) {
    slope = logLinear.coefficient("slopePerDoubling")
    bentSlope = hinge.coefficient("slopePerDoubling")?.estimate ?? 0
  }

  /// 1 where the curve rises, −1 where it falls.
  var direction: Double { (slope?.estimate ?? 0) < 0 ? -1 : 1 }

  /// Whether the interval of the slope leaves out zero.
  var isEstablished: Bool {
    guard let interval = slope?.interval, let lower = interval.lower, let upper = interval.upper
    else { return false }
    return lower > 0 || upper < 0
  }

  /// Whether the bend is from a trend to none: before it the curve goes the way of the whole.
  var flattens: Bool { bentSlope * direction > 0 }

  /// Whether the interval of the slope lies within the margin on both sides of zero.
  func isFlat(within margin: Double) -> Bool {
    guard let interval = slope?.interval, let lower = interval.lower, let upper = interval.upper
    else { return false }
    return lower > -margin && upper < margin
  }
}

extension Fit {
  /// Whether every bend with three or more points beyond it is rejected.
  fileprivate var excludesPlateauOfThreePoints: Bool {
    let last = data.log2x.sorted().suffix(TailGain.fewestPoints)
    guard let third = last.first, let lower = coefficient("breakpoint")?.interval?.lower else {
      return false
    }
    return logarithmBase2(lower) > third
  }
}
