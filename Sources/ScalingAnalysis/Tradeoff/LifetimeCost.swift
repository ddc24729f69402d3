/// The cost of a model over its life: training once, 6ND, and inference for a demand of T tokens,
/// 2NT.
///
/// At a target loss the least total lies on the curve of equal loss where 3D·(q − 1) = w·T, with
/// q = sα/((1 − s)β) and w the price of inference compute over that of training compute (Sardana
/// et al. 2024, arXiv 2401.00448, eq. 3; in closed form up to one bisection).
public struct LifetimeCost: Sendable, Equatable {
  /// The curve.
  public let tradeoff: LawTradeoff
  /// The loss that every model on it has.
  public let loss: Double
  /// The price of a FLOP of inference in prices of a FLOP of training.
  public let inferencePrice: Double

  /// A model with its costs, in FLOP.
  public struct Split: Sendable, Equatable {
    /// Tokens served over its life.
    public let demand: Double
    /// Where it is on the curve.
    public let point: LawTradeoff.Point
    /// The model.
    public let model: TradedModel

    /// Capital: training compute.
    public var training: Double { model.trainingCompute }
    /// Operation: inference compute for all of the demand.
    public var inference: Double { model.inferencePerToken * demand }
    /// Both.
    public var total: Double { training + inference }
  }

  /// The costs of reaching a loss.
  ///
  /// - Throws: `FitError` when no compute reaches it.
  public init(
    _ tradeoff: LawTradeoff, loss: Double, inferencePrice: Double = 1
  ) throws(FitError) {
    guard tradeoff.model(at: tradeoff.point(share: tradeoff.optimalShare), loss: loss) != nil else {
      throw FitError(
        code: .outOfRange,
        description: "the loss \(loss) is not reached at any compute: the law "
          + "\(tradeoff.law.form.formula) ends at \(tradeoff.law["E"] ?? 0). Choose a larger one.")
    }
    self.tradeoff = tradeoff
    self.loss = loss
    self.inferencePrice = inferencePrice
  }

  /// The model of a point with its costs for a demand.
  public func split(_ point: LawTradeoff.Point, demand: Double) -> Split? {
    tradeoff.model(at: point, loss: loss).map { Split(demand: demand, point: point, model: $0) }
  }

  /// The model of the least training compute.
  public func computeOptimal(demand: Double) -> Split? {
    split(tradeoff.point(share: tradeoff.optimalShare), demand: demand)
  }

  /// The model of the least total price for a demand.
  public func best(demand: Double) -> Split? {
    let share = tradeoff.shareSearch { share in
      guard let model = tradeoff.model(at: tradeoff.point(share: share), loss: loss) else {
        return false
      }
      return 3 * model.tokens * tradeoff.rate(share: share) < inferencePrice * demand
    }
    return split(tradeoff.point(share: share), demand: demand)
  }

  /// The demand from which a smaller model, trained longer, costs less than the compute-optimal
  /// one.
  public func breakEven(_ point: LawTradeoff.Point) -> Double? {
    guard let small = split(point, demand: 0)?.model, let best = computeOptimal(demand: 0)?.model
    else { return nil }
    let saved = inferencePrice * (best.inferencePerToken - small.inferencePerToken)
    let demand = (small.trainingCompute - best.trainingCompute) / saved
    return saved > 0 && demand.isFinite ? demand : nil
  }
}

/// Which loss a model must reach.
public enum LossTarget: Sendable, Equatable {
  /// A loss.
  case loss(Double)
  /// What the best model of a training budget in FLOP reaches.
  case budget(Double)

  /// The loss under a law.
  public func loss(under law: TrainingLaw) -> Double? {
    switch self {
    case .loss(let loss): loss
    case .budget(let compute): law.optimum(compute: compute)?.loss
    }
  }
}
