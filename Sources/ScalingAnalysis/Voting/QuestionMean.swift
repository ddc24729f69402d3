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
/// are questions, which covers more than the level: without this, pass@k of 100 easy questions
/// covered 69 to 89 % in simulation, and 46 to 85 % where one or two in a hundred can never be solved.
public struct QuestionMean: Sendable, Equatable {
  /// The mean.
  public let estimate: Double
  /// Its standard error over questions; `nil` with one question.
  public let standardError: Double?
  /// How many questions.
  public let questions: Int
  /// Whether the mean is that of known values.
  private let isValued: Bool
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
    isValued = true
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
    isValued = false
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
    guard effective > count else { return own }
    if let skewness {
      let skewed = skewed(level, t: t, error: standardError, skewness: skewness)
      own = own.blended(with: skewed, share: 1 - count / effective)
    }
    let trust = trust
    var held = wilson(level, t: t, questions: count, method: own.method)
      .blended(with: own, share: trust)
    let isWidened = trust < 0.9 && effective > 1.2 * count
    if isWidened, count > 2 * Self.fewestCarriers { held.method = .heldWilson }
    return held
  }

  /// Wilson's interval of a number of questions, with Student's t.
  private func wilson(
    _ level: Double, t: Double, questions: Double, method: Interval.Method
  ) -> Interval {
    let z = Distribution.normalQuantile(0.5 + level / 2)
    var result = wilsonInterval(
      proportion: estimate, items: questions * (z * z) / (t * t), level: level)
    result.method = method
    return result
  }

  /// Hall's interval: mean − error · g⁻¹(±t) with the monotone cubic g that removes the skewness.
  private func skewed(_ level: Double, t: Double, error: Double, skewness: Double) -> Interval {
    let root = Double(questions).squareRoot()
    let inverse = { (y: Double) -> Double in
      guard abs(skewness) > 1e-6 else { return y }
      let inner = 1 + skewness * (y / root - skewness / (6 * root * root))
      let cube = inner < 0 ? -raise(-inner, to: 1 / 3.0) : raise(inner, to: 1 / 3.0)
      return 3 * root / skewness * (cube - 1)
    }
    return Interval(
      level: level, lower: min(estimate, max(0, estimate - inverse(t) * error)),
      upper: max(estimate, min(1, estimate - inverse(-t) * error)), method: .skewed)
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
