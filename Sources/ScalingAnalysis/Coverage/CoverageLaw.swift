/// A law of coverage in the number of samples k, with the objective by which it is fitted.
///
/// The objective belongs to the law: the same data give exponents of 0.18 or 0.19 by two of them.
public enum CoverageLaw: String, Sendable, Equatable, Codable, CaseIterable {
  /// log c = a·k^b by least squares on log c (Brown et al. 2024, arXiv 2407.21787, eq. 4).
  case exponentiatedPower = "exponentiated-power"
  /// −log c = A·k^(−b) by a straight line through log(−log c) against log k (Schaeffer et al.
  /// 2025, arXiv 2502.17578).
  case logLog = "log-log"
  /// Chances of a beta distribution, by maximum likelihood of the counts of all questions.
  case betaBinomial = "beta-binomial"

  /// What is minimised.
  public var objective: String {
    switch self {
    case .exponentiatedPower: "least squares on log c"
    case .logLog: "least squares on log(-log c) against log k"
    case .betaBinomial: "maximum likelihood of (samples, correct)"
    }
  }

  /// The law as a formula.
  public var formula: String {
    switch self {
    case .exponentiatedPower: "c = exp(a·k^b)"
    case .logLog: "c = exp(-A·k^-b)"
    case .betaBinomial: "c = 1 - B(alpha, beta+k)/B(alpha, beta)"
    }
  }

  /// The names of the coefficients.
  public var coefficientNames: [String] {
    switch self {
    case .exponentiatedPower: ["a", "b"]
    case .logLog: ["A", "b"]
    case .betaBinomial: ["alpha", "beta"]
    }
  }

  /// Coverage by the law.
  public func coverage(_ coefficients: [Double], at k: Double) -> Double {
    switch self {
    case .exponentiatedPower:
      exponential(coefficients[0] * raise(k, to: coefficients[1]))
    case .logLog: exponential(-coefficients[0] * raise(k, to: -coefficients[1]))
    case .betaBinomial:
      BetaBinomial(alpha: coefficients[0], beta: coefficients[1]).coverage(k)
    }
  }

  /// How fast −log c falls in the end: −log c ∝ k^(−exponent).
  public func exponent(_ coefficients: [Double]) -> Double {
    let value = coefficients[exponentPlace]
    return self == .exponentiatedPower ? -value : value
  }

  /// Which coefficient is the exponent, but for its sign.
  var exponentPlace: Int { self == .betaBinomial ? 0 : 1 }

  /// Where coefficients are sought: the end of an interval outside is no end. `nil` for anywhere.
  public var searchRange: ClosedRange<Double>? {
    self == .betaBinomial ? BetaBinomial.plausible : nil
  }

  /// The scale on which refits of a coefficient scatter evenly: in simulations with 30 questions
  /// intervals of b of exponentiated-power cover 2 points less on the scale of its logarithm.
  func evenScale(of coefficient: Int) -> EvenScale {
    self == .exponentiatedPower && coefficient == exponentPlace ? .plain : .logarithm
  }
}
