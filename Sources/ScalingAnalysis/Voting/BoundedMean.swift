internal import LeastSquares

/// A mean over questions of which some contribute a range, because the samples do not settle them.
///
/// The ends follow Imbens and Manski (2004, Econometrica 72, 1845, eq. 6 and 7): they hold the truth
/// with the confidence level wherever it lies between the mean with all such questions at their
/// lowest and at their highest. Where that range is no wider than half the standard error they cover
/// hardly more than the level (96 % for 95 % with the truth in the middle) and are an interval;
/// where it is wider they cover more, and are bounds.
public struct BoundedMean: Sendable, Equatable {
  /// The mean.
  public let estimate: Double
  /// Its standard error over questions, ranges aside.
  public let standardError: Double?
  /// The mean with every range at its lowest.
  public let lowest: Double
  /// The mean with every range at its highest.
  public let highest: Double
  /// The ends at the confidence level.
  public private(set) var ends: Interval?

  /// Whether the ranges add so little that the ends are an interval.
  public var isSettled: Bool { isRange(within: 0.5) }

  /// Whether the range is no wider than so many standard errors.
  func isRange(within errors: Double) -> Bool {
    Self.isRange(highest - lowest, within: errors, of: standardError)
  }

  /// The same of a range that has no ends yet.
  static func isRange(_ width: Double, within errors: Double, of standardError: Double?) -> Bool {
    standardError.map { width <= errors * $0 } ?? false
  }

  /// The ends as an interval, where they are one.
  public var interval: Interval? { isSettled ? ends : nil }

  /// The ends as bounds, where they are not.
  public var bounds: Interval? { isSettled ? nil : ends }

  /// The same with ends no further out than is possible.
  func within(_ range: ClosedRange<Double>) -> BoundedMean {
    var result = self
    result.ends?.lower = ends?.lower.map { min(max($0, range.lowerBound), estimate) }
    result.ends?.upper = ends?.upper.map { max(min($0, range.upperBound), estimate) }
    return result
  }

  /// A mean with its lowest and highest case.
  init<Mean: MeanOverQuestions>(_ mean: Mean, lowest: Mean, highest: Mean, level: Double) {
    estimate = mean.estimate
    standardError = mean.error
    self.lowest = min(lowest.estimate, estimate)
    self.highest = max(highest.estimate, estimate)
    let width = self.highest - self.lowest
    guard width > 0 else {
      ends = mean.ends(level: level)
      return
    }
    let error = max(lowest.error ?? 0, highest.error ?? 0)
    let oneSided = Self.level(level, width: error > 0 ? width / error : .infinity)
    let (low, high) = (lowest.ends(level: oneSided), highest.ends(level: oneSided))
    let isHeld = [low, high].contains { $0?.method == .heldWilson }
    ends = Interval(
      level: level, lower: low?.lower, upper: high?.upper,
      method: isHeld ? .heldWilson : .imbensManski)
  }

  /// The two-sided level 1 − 2Φ(−c) of each end, with Φ(c + width) − Φ(−c) the level asked for.
  private static func level(_ level: Double, width: Double) -> Double {
    let phi = Distribution.normalProbability
    var (low, high) = (0.0, Distribution.normalQuantile(0.5 + level / 2))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if phi(middle + width) - phi(-middle) < level { low = middle } else { high = middle }
    }
    return 1 - 2 * phi(-high)
  }
}

/// A mean over questions that gives an interval at any level.
protocol MeanOverQuestions {
  var estimate: Double { get }
  /// The standard error, where there is one.
  var error: Double? { get }
  func ends(level: Double) -> Interval?
}

extension QuestionMean: MeanOverQuestions {
  var error: Double? { standardError }
  func ends(level: Double) -> Interval? { interval(level: level) }
}

extension PairedMean: MeanOverQuestions {
  var error: Double? { standardError }
  func ends(level: Double) -> Interval? { interval(level: level) }
}
