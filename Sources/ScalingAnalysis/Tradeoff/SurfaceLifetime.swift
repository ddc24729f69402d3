/// The cost of an accuracy over the life of a model: training once, and inference for every query.
///
/// Along a curve of equal accuracy of the preferred surface inference falls with training, to the
/// least that a query can use; what costs least in total is found on that curve. Intervals are those
/// of logarithms by the surface's jackknife over clusters. Beyond what was measured figures have a
/// mark and no interval.
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
    /// The least inference of a query, such as one sample; absent where a unit can be divided.
    public var leastInference: Double?

    /// A question.
    public init(
      target: Double, demands: [Double], unitCompute: Double, inferencePrice: Double = 1,
      leastInference: Double? = nil
    ) {
      self.target = target
      self.demands = demands
      self.unitCompute = unitCompute
      self.inferencePrice = inferencePrice
      self.leastInference = leastInference
    }
  }

  /// A training compute with the inference it needs, in FLOP.
  public struct Split: Sendable, Equatable {
    /// Queries over its life.
    public let demand: Double
    /// Capital: training compute; with an interval inside the measurements.
    public let training: TradeoffEstimate
    /// Inference compute of one query.
    public let inferencePerQuery: Double
    /// Whether a query uses the least inference there is.
    public let isLeastInference: Bool
    /// Whether training or inference lies beyond what was measured.
    public let isExtrapolated: Bool

    /// Operation: inference compute of all queries.
    public var inference: Double { inferencePerQuery * demand }
    /// Both.
    public var total: Double { (training.value ?? 0) + inference }
  }

  /// The demand at which the least and the largest training that were measured cost the same.
  public struct BreakEven: Sendable, Equatable {
    /// Queries above which the largest costs less than the smallest, which has to think longer;
    /// with an interval inside the measurements.
    public let queries: TradeoffEstimate
    /// Whether one of them needs more or less inference than was measured.
    public let isExtrapolated: Bool
  }

  /// What was asked.
  public let question: Question
  /// The surface that the costs are from: the preferred one.
  public let form: SurfaceForm
  /// The best split for each demand.
  public let best: [Split]
  /// Where thinking longer stops being cheaper; absent where the surface does not say.
  public let breakEven: BreakEven?

  /// Whether any of its figures lies beyond what was measured.
  public var isExtrapolated: Bool {
    best.contains(where: \.isExtrapolated) || breakEven?.isExtrapolated == true
  }

  /// The costs under the preferred surface of an analysis; `nil` when the accuracy is not reached at
  /// any compute, or accuracy does not rise with both computes.
  init?(_ analysis: SurfaceAnalysis, _ question: Question) {
    let fit = analysis.preferred
    guard let curve = LifetimeCurve(fit, fit.coefficients, question) else { return nil }
    let estimate = { (isExtrapolated: Bool, logarithm: (LifetimeCurve) -> Double?) in
      let figure = fit.estimate(level: analysis.settings.level) {
        LifetimeCurve(fit, $0, question).flatMap(logarithm)
      }
      return (isExtrapolated ? TradeoffEstimate(figure.value) : figure).powerOf10
    }
    let measured = Measured(analysis.data)
    self.question = question
    form = fit.form
    best = question.demands.compactMap { demand in
      let place = curve.bestLogTraining(demand: demand)
      guard let units = curve.logInference(logTraining: place),
        let compute = curve.logCompute(logTraining: place)
      else { return nil }
      let isOutside = !measured.holds(training: place) || !measured.holds(inference: units)
      let least = question.leastInference.map(logarithmBase10) ?? -.infinity
      return Split(
        demand: demand,
        training: estimate(isOutside) { $0.bestLogTraining(demand: demand) },
        inferencePerQuery: raise(10, to: compute), isLeastInference: units < least + 1e-9,
        isExtrapolated: isOutside)
    }
    let ends = (measured.training.lowerBound, measured.training.upperBound)
    let units = [ends.0, ends.1].compactMap { curve.logInference(logTraining: $0) }
    let isOutside = !units.allSatisfy { measured.holds(inference: $0) }
    let queries = estimate(isOutside) {
      Self.logBreakEven($0, ends, inferencePrice: question.inferencePrice)
    }
    breakEven = queries.value.map { _ in
      BreakEven(queries: queries, isExtrapolated: isOutside)
    }
  }

  private static func logBreakEven(
    _ curve: LifetimeCurve, _ ends: (Double, Double), inferencePrice: Double
  ) -> Double? {
    guard let most = curve.logCompute(logTraining: ends.0),
      let least = curve.logCompute(logTraining: ends.1), most > least
    else { return nil }
    return logarithmBase10(
      (raise(10, to: ends.1) - raise(10, to: ends.0))
        / (inferencePrice * (raise(10, to: most) - raise(10, to: least))))
  }

  /// Where measurements were made, in decimal logarithms.
  private struct Measured {
    let training: ClosedRange<Double>
    let inference: ClosedRange<Double>

    init(_ data: SurfaceData) {
      training = (data.logTraining.min() ?? 0)...(data.logTraining.max() ?? 0)
      inference = (data.logInference.min() ?? 0)...(data.logInference.max() ?? 0)
    }

    func holds(training value: Double) -> Bool { Self.holds(training, value) }
    func holds(inference value: Double) -> Bool { Self.holds(inference, value) }

    private static func holds(_ range: ClosedRange<Double>, _ value: Double) -> Bool {
      value > range.lowerBound - 1e-9 && value < range.upperBound + 1e-9
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
