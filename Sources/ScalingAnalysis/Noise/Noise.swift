internal import ScalingData

/// How observations scatter around a curve.
public enum Noise: Sendable, Equatable {
  /// One normal distribution for all points, or as many as the weights of the data say.
  case gaussian
  /// Right answers out of each point's items, at the curve's value. With over-dispersion the
  /// variance is a multiple of the binomial one, and the multiple is estimated.
  case binomial(overdispersed: Bool)
  /// Normal in the middle with outliers: Huber's (1964) loss, linear beyond `threshold` scales.
  case huber(threshold: Double)
  /// As Huber's, but points beyond `threshold` scales count for nothing (Beaton and Tukey 1974).
  case bisquare(threshold: Double)

  /// 95 % efficiency at normal noise (Holland and Welsch 1977).
  public static let huberThreshold = 1.345
  /// 95 % efficiency at normal noise (Holland and Welsch 1977).
  public static let bisquareThreshold = 4.685

  /// The names users type.
  public static let names = ["gaussian", "binomial", "binomial-overdispersed", "huber", "bisquare"]

  /// Reads a noise as it is written on the command line: a name, for the robust ones with a
  /// threshold after a colon if wanted, such as `huber:1.5`.
  ///
  /// - Throws: `FitError` when it is none.
  public init(_ text: String) throws(FitError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    let argument = parts.count > 1 ? String(parts[1]) : nil
    switch name {
    case "huber":
      self = .huber(threshold: try Self.threshold(argument, text) ?? Self.huberThreshold)
    case "bisquare":
      self = .bisquare(threshold: try Self.threshold(argument, text) ?? Self.bisquareThreshold)
    case "gaussian", "binomial", "binomial-overdispersed":
      guard argument == nil else {
        throw Self.error(text, "\(name) takes no number; write \(name)")
      }
      self =
        name == "gaussian" ? .gaussian : .binomial(overdispersed: name == "binomial-overdispersed")
    default:
      let nearest = NearestName.suggestion(for: name, among: Self.names)
      throw Self.error(
        text,
        "there is no such noise" + (nearest.map { "; did you mean \($0)? Choose" } ?? "; choose")
          + " from gaussian, binomial, binomial-overdispersed, huber[:DELTA] and bisquare[:C]"
      )
    }
  }

  private static func threshold(_ argument: String?, _ text: String) throws(FitError) -> Double? {
    guard let argument else { return nil }
    guard let value = Double(argument), value > 0, value.isFinite else {
      throw error(
        text, "\"\(argument)\" is not a positive number of scales, such as huber:1.345")
    }
    return value
  }

  private static func error(_ text: String, _ problem: String) -> FitError {
    FitError(code: .invalidNoise, description: "the noise \"\(text)\": \(problem)")
  }

  /// Whether single points may lie far off without moving the curve.
  public var isRobust: Bool {
    switch self {
    case .huber, .bisquare: true
    case .gaussian, .binomial: false
    }
  }

  /// Whether points are counts of right answers.
  public var isBinomial: Bool {
    if case .binomial = self { return true }
    return false
  }
}

extension Noise: CustomStringConvertible {
  /// The noise as on the command line; thresholds only where they are not the usual ones.
  public var description: String {
    switch self {
    case .gaussian: "gaussian"
    case .binomial(let overdispersed): overdispersed ? "binomial-overdispersed" : "binomial"
    case .huber(Self.huberThreshold): "huber"
    case .huber(let threshold): "huber:\(plainNumber(threshold))"
    case .bisquare(Self.bisquareThreshold): "bisquare"
    case .bisquare(let threshold): "bisquare:\(plainNumber(threshold))"
    }
  }
}
