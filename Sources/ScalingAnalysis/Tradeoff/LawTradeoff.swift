/// What a training law says of trading training compute, 6ND, for inference compute, 2N a token.
///
/// At equal loss the terms of N and of D have a constant sum R: A·N^−α = s·R and
/// B·D^−β = (1 − s)·R for a share s. Along the curve d log D/d log N is −sα/((1 − s)β), so an order
/// of magnitude of inference saved costs sα/((1 − s)β) − 1 orders of training. That is zero at the
/// compute-optimal share s₀ = β/(α + β), below which more parameters cost more of both. Positions
/// relative to the optimum need neither the factors nor the loss (Villalobos and Atkinson 2023,
/// "Trading off compute in training and inference").
///
/// ```swift
/// let tradeoff = try LawTradeoff(law)
/// let end = tradeoff.point(rate: 6)   // Hoffmann et al.: 0.81 orders of inference for 1.22 of training
/// ```
public struct LawTradeoff: Sendable, Equatable {
  /// The law.
  public let law: TrainingLaw
  /// The power by which the term of N falls.
  public let parameterExponent: Double
  /// The power by which the term of D falls.
  public let tokenExponent: Double
  private let factors: (parameters: Double, tokens: Double)

  /// A point on a curve of equal loss, in orders of magnitude from the compute-optimal model.
  public struct Point: Sendable, Equatable {
    /// The share of the N term in what further compute can remove.
    public let share: Double
    /// Inference compute saved; negative where the model is larger than optimal.
    public let inferenceSaved: Double
    /// More training tokens.
    public let tokensAdded: Double
    /// Training compute paid.
    public let trainingPaid: Double
  }

  /// The trade-off under a law.
  ///
  /// - Throws: `FitError` when the form has no division of compute, or a term does not fall.
  public init(_ law: TrainingLaw) throws(FitError) {
    guard let terms = law.terms else {
      throw FitError(
        code: .outOfRange,
        description: "the law \(law.form.rawValue) has no terms of N and D to trade: take a law of "
          + "the form hoffmann, tied or kaplan.")
    }
    for (name, value) in [("alpha (of N)", terms.alpha), ("beta (of D)", terms.beta)] {
      guard value > 0, value.isFinite else {
        throw FitError(
          code: .outOfRange,
          description: "the exponent \(name) is \(shortNumber(value)), but must be above zero: by "
            + "this law more would not lower the loss, so nothing can be traded for it. Correct the "
            + "law, or fit it to more runs.")
      }
    }
    for (name, value) in [("N", terms.a), ("D", terms.b)] where !(value > 0 && value.isFinite) {
      throw FitError(
        code: .outOfRange,
        description:
          "the term of \(name) has the factor \(shortNumber(value)), but must be above zero for a "
          + "trade between N and D.")
    }
    self.law = law
    parameterExponent = terms.alpha
    tokenExponent = terms.beta
    factors = (terms.a, terms.b)
  }

  /// Two trade-offs are equal when their laws are.
  public static func == (one: LawTradeoff, other: LawTradeoff) -> Bool { one.law == other.law }

  /// The share of the N term at the least training compute.
  public var optimalShare: Double { tokenExponent / (parameterExponent + tokenExponent) }

  /// The most inference that can be saved at any cost, in orders of magnitude: the N term alone
  /// then makes up the whole loss that is left.
  public var mostInferenceSaved: Double { -logarithmBase10(optimalShare) / parameterExponent }

  /// The point at a share between 0 and 1.
  public func point(share: Double) -> Point { point(share: share, rest: 1 - share) }

  /// The point at a share, with what it leaves to the D term in all its digits.
  private func point(share: Double, rest: Double) -> Point {
    let saved = logarithmBase10(share / optimalShare) / parameterExponent
    let added = -logarithmBase10(rest / (1 - optimalShare)) / tokenExponent
    return Point(
      share: share, inferenceSaved: saved, tokensAdded: added, trainingPaid: added - saved)
  }

  /// Orders of magnitude of training that a further order of inference saved costs at a share.
  public func rate(share: Double) -> Double {
    share * parameterExponent / ((1 - share) * tokenExponent) - 1
  }

  /// Where a further order of magnitude of inference costs `rate` orders of training: the end of
  /// the span in which it costs less.
  public func point(rate: Double) -> Point {
    let weight = (1 + rate) * tokenExponent
    return point(
      share: 1 / (1 + parameterExponent / weight), rest: 1 / (1 + weight / parameterExponent))
  }

  /// Where that many orders of magnitude of inference are saved; absent where no training reaches
  /// the loss with so few parameters.
  public func point(savingInference orders: Double) -> Point? {
    let share = optimalShare * raise(10, to: parameterExponent * orders)
    return share < 1 ? point(share: share) : nil
  }

  /// Where that many orders of magnitude of training are paid beyond the optimum.
  public func point(payingTraining orders: Double) -> Point {
    point(share: shareSearch { point(share: $0).trainingPaid < orders })
  }

  /// The share above the optimal one at which a condition stops holding, by bisection of the
  /// logarithm of what is left to the D term.
  func shareSearch(whileHolds: (Double) -> Bool) -> Double {
    var inside = logarithm(1 - optimalShare)
    var outside = inside - 700
    for _ in 0..<200 {
      let middle = (inside + outside) / 2
      let share = 1 - exponential(middle)
      if share < 1, whileHolds(share) { inside = middle } else { outside = middle }
    }
    return 1 - exponential(inside)
  }

  /// The parameters and tokens of a point on the curve of a loss; absent where the loss cannot be
  /// reached with any compute.
  public func model(at point: Point, loss: Double) -> TradedModel? {
    guard let rest = law.reducible(loss) else { return nil }
    let parameters = raise(factors.parameters / (point.share * rest), to: 1 / parameterExponent)
    let tokens = raise(factors.tokens / ((1 - point.share) * rest), to: 1 / tokenExponent)
    guard parameters.isFinite, tokens.isFinite else { return nil }
    return TradedModel(parameters: parameters, tokens: tokens)
  }
}

/// A model on a curve of equal loss.
public struct TradedModel: Sendable, Equatable {
  /// Parameters N.
  public let parameters: Double
  /// Training tokens D.
  public let tokens: Double

  /// Training compute, 6ND.
  public var trainingCompute: Double { 6 * parameters * tokens }
  /// Inference compute, 2N a token.
  public var inferencePerToken: Double { 2 * parameters }
}

extension TrainingLaw {
  /// The sum of the terms of N and D at a loss; absent where the loss is not above what no compute
  /// removes.
  func reducible(_ loss: Double) -> Double? {
    let rest =
      form == .kaplan
      ? raise(max(loss, 0), to: 1 / coefficients[3]) : loss - (self["E"] ?? 0)
    return rest > 0 && rest.isFinite ? rest : nil
  }
}
