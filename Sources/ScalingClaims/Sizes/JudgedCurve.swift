public import ScalingAnalysis
internal import Synchronization

/// A curve fitted as claims on figures are judged: with the noise of its questions where they are
/// known, like a contest of shapes, and with normal noise of one variance otherwise.
public struct JudgedCurve: Sendable {
  /// The fitted curve; of log2 y for a doubling time.
  let fit: Fit
  /// What a reader calls it.
  public let name: String
  /// Whether it doubles in equal steps of x, and so is straight on a logarithmic y axis.
  public let isExponential: Bool
  /// The observations as they were given.
  let data: CurveData
  private let noise: ShapeNoise
  private let comparison = Comparison()

  /// The curve of a claim on a figure.
  ///
  /// - Throws: `ClaimError` when the points do not carry it.
  public init(_ data: CurveData, _ claim: SizeClaim, level: Double) throws(ClaimError) {
    if claim.isDoublingTime {
      try self.init(doubling: data, level: level)
    } else {
      try self.init(data, claim.model, level: level)
    }
  }

  /// The curve of one family.
  ///
  /// - Throws: `ClaimError` when the points do not carry it.
  public init(_ data: CurveData, _ model: ModelName, level: Double) throws(ClaimError) {
    self.data = data
    noise = ShapeNoise(data)
    fit = try Self.fit(data, model, level, noise)
    name = model.rawValue
    isExponential = false
  }

  /// The curve that doubles in equal steps of x: log2 y is straight in x.
  private init(doubling data: CurveData, level: Double) throws(ClaimError) {
    guard data.y.allSatisfy({ $0 > 0 }) else {
      throw ClaimError("a doubling time needs y above zero; leave out the other rows with where")
    }
    let logarithms = CurveData(
      x: data.x, y: data.y.map { logarithm($0) / naturalLogarithmOf2 }, isAccuracy: false,
      lines: data.lines)
    self.data = data
    noise = .residuals
    fit = try Self.fit(logarithms, .linear, level, noise)
    name = "exponential"
    isExponential = true
  }

  private static func fit(
    _ data: CurveData, _ model: ModelName, _ level: Double, _ noise: ShapeNoise
  ) throws(ClaimError) -> Fit {
    do throws(FitError) {
      return try FamilySelection().model(model, for: data).fit(
        to: data, level: level, noise: noise.isItems ? .binomial(overdispersed: true) : .gaussian)
    } catch {
      throw ClaimError("\(model.rawValue): \(error.description)")
    }
  }

  /// The curve at some x.
  public func values(at x: [Double]) -> [Double] { fit.values(at: x).map(response) }

  /// The pointwise confidence band at some x, in the unit of y.
  public func band(at x: [Double]) -> (lower: [Double], upper: [Double])? {
    fit.confidenceBand(at: x).map { ($0.lower.map(response), $0.upper.map(response)) }
  }

  /// The x at which the curve bends.
  public var bends: [Double] { [fit.coefficient("breakpoint")?.estimate].compactMap(\.self) }

  private func response(_ value: Double) -> Double {
    isExponential ? exponential(value * naturalLogarithmOf2) : value
  }

  /// A default family that describes the points so much better that this one is ruled out.
  struct Better {
    let family: String
    /// By how many units of AICc.
    let difference: Double
  }

  /// The best of the default families on the same points with the same noise, where it rules this
  /// one out (`ModelRanking.ruledOutDifference`; Burnham and Anderson 2002, §2.6).
  ///
  /// The families are fitted when it is first asked for, and once.
  var better: Better? {
    comparison.better.withLock { known in
      if let known { return known }
      let found = comparedFamilies()
      known = .some(found)
      return found
    }
  }

  private func comparedFamilies() -> Better? {
    let names = ModelName.standardSet
    let selection = FamilySelection(names: names.contains(fit.name) ? names : names + [fit.name])
    guard let ranking = try? selection.rank(fit.data, level: fit.level, noise: fit.noise),
      let best = ranking.preferred,
      let difference = ranking.ruledOut.first(where: { $0.fit.name == fit.name })?.difference
    else { return nil }
    return Better(family: best.fit.name.rawValue, difference: difference)
  }

  /// What the other families came to; absent until they are fitted.
  private final class Comparison: Sendable {
    let better = Mutex<Better??>(nil)
  }

  /// Whether points are left that show the scatter.
  var showsScatter: Bool { fit.statistics.residualDegreesOfFreedom > 0 }

  /// Which curve is taken for granted.
  var familyWords: String {
    isExponential ? "y grows exponentially in x" : "the curve is of the family \(name)"
  }

  /// Which scatter is taken for granted.
  var noiseWords: String {
    isExponential
      ? "points scatter independently and normally on a logarithmic axis with one variance"
      : noise.words(spread: (fit.statistics.dispersion ?? 1).squareRoot())
  }
}

extension ShapeNoise {
  /// Whether it is that of right answers out of so many questions.
  var isItems: Bool { if case .items = self { true } else { false } }
}
