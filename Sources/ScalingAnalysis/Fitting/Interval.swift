/// An interval for a quantity at a confidence level; an end that the data do not close is absent.
public struct Interval: Sendable, Equatable, Codable {
  /// Where an interval comes from.
  public enum Method: String, Sendable, Equatable, Codable {
    /// All values that a likelihood ratio with Student's t quantile does not reject.
    case profile
    /// The tangent plane at the optimum, where the region of accepted curves cannot be followed.
    case tangent
    /// Refits without each question, with Student's t.
    case questionJackknife = "question-jackknife"
    /// Percentiles over bootstrap refits.
    case bootstrap
    /// Percentiles over bootstrap refits, moved outwards for few observations.
    case expandedBootstrap = "bootstrap-expanded"
    /// The likelihood region at the level at which it holds at several x together.
    case simultaneous
    /// Two intervals combined with the degrees of freedom of Welch and Satterthwaite.
    case welch
    /// All values that such a combination does not reject.
    case fieller
    /// Wilson's interval of a proportion.
    case wilson
    /// Wilson's interval with as many questions as give the standard error over questions, and
    /// Student's t.
    case effectiveWilson = "wilson-effective"
    /// Wilson's interval of as many zeros and ones as there are questions, where too few of them
    /// carry the scatter, or are lost or won; it covers more than its level.
    case heldWilson = "wilson-held"
    /// A given standard error times the normal quantile.
    case normal
    /// A standard error times Student's t quantile.
    case student
    /// What printed digits leave open; it always holds.
    case rounding
    /// Between such a Wilson interval and Student's t corrected for the skewness of the values of
    /// questions, by how far these are from 0 and 1.
    case skewed
    /// The ends of a range that the data leave open, each moved outwards by its standard error.
    case imbensManski = "imbens-manski"
    /// Percentiles over simulated true scores.
    case simulation
  }

  /// The confidence level, such as 0.95.
  public var level: Double
  /// The lower end, absent when it is open.
  public var lower: Double?
  /// The upper end, absent when it is open.
  public var upper: Double?
  /// Where it comes from.
  public var method: Method

  /// An interval; leave out an open end.
  public init(level: Double, lower: Double?, upper: Double?, method: Method) {
    self.level = level
    self.lower = lower
    self.upper = upper
    self.method = method
  }

  /// Whether both ends are closed.
  public var isClosed: Bool { lower != nil && upper != nil }

  /// Whether a value lies outside; an open end reaches everything on its side.
  public func leavesOut(_ value: Double) -> Bool {
    value < lower ?? -.infinity || value > upper ?? .infinity
  }
}
