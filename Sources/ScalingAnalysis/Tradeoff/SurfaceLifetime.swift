/// The cost of an accuracy over the life of a model: training once, and inference for every query.
///
/// Along a curve of equal accuracy of the additive surface inference falls as a power of training,
/// I = K·T^(−ρ), so the least total of T + w·Q·I has T^(1+ρ) = w·ρ·Q·K in closed form.
public struct SurfaceLifetime: Sendable, Equatable {
  /// What is asked.
  public struct Question: Sendable, Equatable {
    /// The accuracy that every query must have.
    public var target: Double
    /// Queries over the life of a model.
    public var demands: [Double]
    /// FLOP behind one unit of the inference column.
    public var unitCompute: Double
    /// The price of a FLOP of inference in prices of a FLOP of training.
    public var inferencePrice: Double

    /// A question.
    public init(
      target: Double, demands: [Double], unitCompute: Double, inferencePrice: Double = 1
    ) {
      self.target = target
      self.demands = demands
      self.unitCompute = unitCompute
      self.inferencePrice = inferencePrice
    }
  }

  /// A training compute with the inference it needs, in FLOP.
  public struct Split: Sendable, Equatable {
    /// Queries over its life.
    public let demand: Double
    /// Capital: training compute, with an interval where refits were asked for.
    public let training: TradeoffEstimate
    /// Inference compute of one query.
    public let inferencePerQuery: Double
    /// Whether training or inference lies beyond what was measured.
    public let isExtrapolated: Bool

    /// Operation: inference compute of all queries.
    public var inference: Double { inferencePerQuery * demand }
    /// Both.
    public var total: Double { (training.value ?? 0) + inference }
  }

  /// What was asked.
  public let question: Question
  /// The best split for each demand.
  public let best: [Split]
  /// Queries above which the largest training compute measured costs less than the smallest, which
  /// has to think longer.
  public let breakEven: TradeoffEstimate

  /// The costs under the additive surface of an analysis; `nil` when the accuracy is not reached at
  /// any compute, or accuracy does not rise with both computes.
  init?(_ analysis: SurfaceAnalysis, _ question: Question) {
    let fit = analysis.additive
    guard let curve = Power(fit, fit.coefficients, question) else { return nil }
    let refits =
      analysis.preferred.form == .additive
      ? analysis.refits.map { Power(fit, $0, question) } : []
    let interval = { (figure: (Power) -> Double?) -> Interval? in
      refits.count < 20
        ? nil
        : OpenPercentiles.interval(
          refits.map { $0.flatMap(figure) }, level: analysis.settings.level)
    }
    let training = analysis.data.logTraining
    let inference = analysis.data.logInference
    let ends = (raise(10, to: training.min() ?? 0), raise(10, to: training.max() ?? 0))
    self.question = question
    best = question.demands.map { demand in
      let compute = curve.bestTraining(demand: demand)
      let perQuery = curve.inference(training: compute)
      let units = logarithmBase10(perQuery / question.unitCompute)
      return Split(
        demand: demand,
        training: TradeoffEstimate(
          compute, interval: interval { $0.bestTraining(demand: demand) }),
        inferencePerQuery: perQuery,
        isExtrapolated: compute < ends.0 || compute > ends.1
          || units < inference.min() ?? 0 || units > inference.max() ?? 0)
    }
    breakEven = TradeoffEstimate(
      curve.breakEven(ends.0, ends.1), interval: interval { $0.breakEven(ends.0, ends.1) })
  }

  /// I = K·T^(−ρ) with its price.
  private struct Power {
    let rate: Double
    let logFactor: Double
    let price: Double

    init?(_ fit: SurfaceFit, _ coefficients: [Double], _ question: Question) {
      let centre = fit.centre
      guard let ratio = fit.inferencePerTraining(at: centre).value(coefficients), ratio > 0,
        let needed = fit.inferenceNeeded(for: question.target, logTraining: centre.logTraining)?
          .value(coefficients)
      else { return nil }
      rate = ratio
      logFactor =
        needed + ratio * centre.logTraining + logarithmBase10(question.unitCompute)
      price = question.inferencePrice
    }

    func inference(training: Double) -> Double {
      raise(10, to: logFactor - rate * logarithmBase10(training))
    }

    func bestTraining(demand: Double) -> Double {
      raise(10, to: (logarithmBase10(price * rate * demand) + logFactor) / (1 + rate))
    }

    func breakEven(_ small: Double, _ large: Double) -> Double? {
      let saved = price * (inference(training: small) - inference(training: large))
      return saved > 0 ? (large - small) / saved : nil
    }
  }
}

extension SurfaceAnalysis {
  /// The cost of an accuracy over the life of a model; `nil` when it is not reached at any compute,
  /// or accuracy does not rise with both computes.
  public func lifetime(_ question: SurfaceLifetime.Question) -> SurfaceLifetime? {
    SurfaceLifetime(self, question)
  }
}
