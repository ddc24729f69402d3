internal import LeastSquares

/// The mean of a share over questions, with what another set of questions would have changed.
///
/// Questions are the sample: each brings one value, however many answers stand behind it, so the
/// scatter of values holds both what differs between questions and what their samples leave
/// open. Where all values are 0 or 1 the interval is Wilson's with as many questions as would give
/// the same standard error (Korn and Graubard 1998, Surv. Methodol. 24, 193) and Student's t.
/// Where they hardly scatter, a few questions may carry the error, and t is corrected for the
/// skewness of the values (Hall 1992, J. R. Stat. Soc. B 54, 221). Between, each end is the mean
/// of both, weighted by the variance's share of that of zeros and ones: it moves smoothly along a
/// curve.
///
/// Where fewer than about four questions carry the distance of the mean from 0 or 1 (nearly all
/// solved, or nearly none), or that distance amounts to less than about three whole questions,
/// nothing in the scatter tells of a rare question that none of these is like: one in n/3 is missed
/// by every twentieth set of n (the rule of three; Hanley and Lippman-Hand 1983, J. Am. Med. Assoc.
/// 249, 1743). The ends then move to those of Wilson's interval for as many zeros and ones as there
/// are questions, and reach to the exact limit of a few rare ones. They cover more than the level:
/// without this, pass@k of 100 easy questions covered 69 to 89 % in simulation, and 46 to 85 % where
/// one or two in a hundred can never be solved.
public struct QuestionMean: Sendable, Equatable {
  /// The mean.
  public let estimate: Double
  /// Its standard error over questions; `nil` with one question.
  public let standardError: Double?
  /// How many questions.
  public let questions: Int
  /// The third standardised moment of the values; `nil` where they are unknown or all alike.
  private let skewness: Double?
  /// How many questions carry the distance of the mean from the nearer of 0 and 1: (Σd)²/Σd² over
  /// their own distances d (Kish 1965); `nil` where the values are unknown or all alike.
  public let carriers: Double?

  /// The mean of the values of questions; `nil` of none.
  public init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    estimate = mean
    questions = values.count
    guard values.count > 1 else {
      standardError = nil
      skewness = nil
      carriers = nil
      return
    }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardError = (squares / (count - 1) / count).squareRoot()
    let cubes = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) }
    let deviation = (squares / count).squareRoot()
    skewness = squares > 0 ? cubes / count / (deviation * deviation * deviation) : nil
    let distance = min(mean, 1 - mean) * count
    let total =
      mean > 0.5 ? values.reduce(0) { $0 + (1 - $1) * (1 - $1) } : squares + count * mean * mean
    carriers = squares > 0 && total > 0 ? distance * distance / total : nil
  }

  /// The mean of what is 0 or 1 for each question, with a standard error from elsewhere.
  init(estimate: Double, standardError: Double?, questions: Int) {
    self.estimate = estimate
    self.standardError = standardError
    self.questions = questions
    skewness = nil
    carriers = nil
  }

  /// Fewer carriers than this are too few to tell how far the mean may be off.
  private static let fewestCarriers = 4.0
  /// A distance from 0 or 1 of fewer whole questions than this may hide a rare one.
  private static let fewestWhole = 3.0

  /// How far the scatter of so many carriers is to be trusted beside one that is held wide.
  static func trust(carriers: Double) -> Double { trust(enough: carriers / fewestCarriers) }

  /// From 0 where there is too little to 1 where there is plenty, one half at what is enough.
  private static func trust(enough: Double) -> Double {
    let plenty = raise(enough, to: 8)
    return plenty.isFinite ? plenty / (1 + plenty) : 1
  }

  /// How far the scatter of these questions is to be trusted.
  private var trust: Double {
    let whole = min(estimate, 1 - estimate) * Double(questions)
    return min(
      Self.trust(carriers: carriers ?? whole), Self.trust(enough: whole / Self.fewestWhole))
  }

  /// The interval of a share; `nil` with one question.
  public func interval(level: Double) -> Interval? {
    guard let standardError, questions > 1 else { return nil }
    let count = Double(questions)
    let binomial = estimate * (1 - estimate)
    let variance = standardError * standardError
    let effective = variance > 1e-15 && binomial > 0 ? binomial / variance : count
    let t = Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: count - 1)
    var own = wilson(level, t: t, questions: effective, method: .effectiveWilson)
    let trust = trust
    if effective > count {
      if let skewness {
        let skewed = skewed(level, t: t, error: standardError, skewness: skewness)
        own = own.blended(with: skewed, share: 1 - count / effective)
      }
      own = wilson(level, t: t, questions: count, method: own.method)
        .blended(with: own, share: trust)
    }
    let isWidened = trust < 0.9 && effective > 1.2 * count
    let reaches = reach(questions: min(effective, count)) > 0.1
    if isWidened || reaches, count > 2 * Self.fewestCarriers { own.method = .heldWilson }
    return own
  }

  /// How far towards the exact limit of rare questions the end on the side of many of Wilson's
  /// interval of so many questions moves.
  private func reach(questions: Double) -> Double {
    let whole = min(estimate, 1 - estimate) * questions
    return whole > 0 ? 1 - Self.trust(enough: whole / Self.fewestWhole) : 0
  }

  /// Wilson's interval of a number of questions, with Student's t.
  ///
  /// Where less than about three whole questions are lost, or won, the end on the side of many moves
  /// out to the exact limit of so many rare ones, χ²/2: Wilson's own is passed too often there, as
  /// counts are whole (92 % with one lost in a hundred; Brown, Cai and DasGupta 2001, Stat. Sci. 16,
  /// 101, section 4.1.1).
  private func wilson(
    _ level: Double, t: Double, questions: Double, method: Interval.Method
  ) -> Interval {
    let z = Distribution.normalQuantile(0.5 + level / 2)
    var result = wilsonInterval(
      proportion: estimate, items: questions * (z * z) / (t * t), level: level)
    result.method = method
    let share = reach(questions: questions)
    guard share > 0.001 else { return result }
    let whole = min(estimate, 1 - estimate) * questions
    let exact = Distribution.gammaQuantile(1 - level, shape: whole) / questions
    if estimate > 0.5 {
      result.upper = result.upper.map { $0 + share * (max($0, 1 - exact) - $0) }
    } else {
      result.lower = result.lower.map { $0 + share * (min($0, exact) - $0) }
    }
    return result
  }

  /// Hall's interval.
  private func skewed(_ level: Double, t: Double, error: Double, skewness: Double) -> Interval {
    let skewed = SkewedMean(skewness: skewness, count: questions)
    return Interval(
      level: level, lower: min(estimate, max(0, estimate - skewed.quantile(t) * error)),
      upper: max(estimate, min(1, estimate - skewed.quantile(-t) * error)), method: .skewed)
  }
}

extension Interval {
  /// Each end moved towards that of another interval by a share of the way; named for the nearer.
  fileprivate func blended(with other: Interval, share: Double) -> Interval {
    let blend = { (own: Double?, other: Double?) -> Double? in
      guard let own, let other else { return nil }
      return own + share * (other - own)
    }
    return Interval(
      level: level, lower: blend(lower, other.lower), upper: blend(upper, other.upper),
      method: share < 0.5 ? method : other.method)
  }
}
