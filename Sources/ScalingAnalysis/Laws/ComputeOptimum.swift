/// How a law divides a training budget C = 6ND between parameters and tokens.
public struct ComputeOptimum: Sendable, Equatable {
  /// The budget in FLOP.
  public var compute: Double
  /// Parameters N.
  public var parameters: Double
  /// Tokens D.
  public var tokens: Double
  /// The loss there.
  public var loss: Double

  /// D/N.
  public var tokensPerParameter: Double { tokens / parameters }
}

extension TrainingLaw {
  /// The exponents of N and D in the terms whose sum the optimum minimises, with their factors.
  var terms: (a: Double, b: Double, alpha: Double, beta: Double)? {
    let c = coefficients
    switch form {
    case .hoffmann: return (c[0], c[1], c[3], c[4])
    case .tied: return (c[0], c[1], c[3], c[3])
    case .kaplan:
      let ratio = c[2] / c[3]
      return (exponential(ratio * logarithm(c[0])), c[1], ratio, 1)
    case .repeats, .power, .brokenPower: return nil
    }
  }

  /// The exponent a of N* ∝ Cᵃ, β/(α + β); absent for laws without a compute optimum.
  public var parameterExponent: Double? {
    terms.map { $0.beta / ($0.alpha + $0.beta) }
  }

  /// The best division of `compute` FLOP under C = 6ND, in closed form; absent for laws without.
  public func optimum(compute: Double) -> ComputeOptimum? {
    guard let (a, b, alpha, beta) = terms, alpha > 0, beta > 0, a > 0, b > 0 else { return nil }
    let pairs = compute / 6
    let sum = alpha + beta
    let scale = exponential(logarithm(alpha * a / (beta * b)) / sum)
    let parameters = scale * exponential(beta / sum * logarithm(pairs))
    let tokens = pairs / parameters
    guard parameters.isFinite, tokens.isFinite else { return nil }
    return ComputeOptimum(
      compute: compute, parameters: parameters, tokens: tokens,
      loss: loss(at: [parameters, tokens]))
  }
}
