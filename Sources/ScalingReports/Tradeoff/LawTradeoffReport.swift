public import ScalingAnalysis
public import ScalingData

/// Everything `scaling tradeoff` knows about a training law.
public struct LawTradeoffReport: Sendable {
  /// What is asked.
  public struct Settings: Sendable, Equatable {
    /// Rates, in orders of magnitude of training for one of inference, up to which spans go.
    public var rates: [Double]
    /// Orders of magnitude of inference to save.
    public var savings: [Double]
    /// Orders of magnitude of training to pay.
    public var payments: [Double]
    /// The loss of every model, where sizes and costs are wanted.
    public var target: LossTarget?
    /// Tokens served over the life of a model.
    public var demands: [Double]
    /// Prices, where costs are wanted in dollars.
    public var prices: ComputePrices?
    /// How fast training compute grows.
    public var growth: ComputeGrowth

    /// Settings with Epoch's span and savings.
    public init(
      rates: [Double] = [6], savings: [Double] = [0.3, 0.5, 0.8, 1], payments: [Double] = [],
      target: LossTarget? = nil, demands: [Double] = [], prices: ComputePrices? = nil,
      growth: ComputeGrowth = ComputeGrowth()
    ) {
      self.rates = rates
      self.savings = savings
      self.payments = payments
      self.target = target
      self.demands = demands
      self.prices = prices
      self.growth = growth
    }
  }

  /// Where the law comes from.
  public struct Origin: Sendable, Equatable {
    /// Its name, or the path of the table.
    public var name: String
    /// Who published it, if anybody.
    public var source: String?
    /// The table it was fitted to, if any.
    public var input: InputIdentity?
    /// Runs behind it.
    public var runs: Int?

    /// An origin.
    public init(
      name: String, source: String? = nil, input: InputIdentity? = nil, runs: Int? = nil
    ) {
      self.name = name
      self.source = source
      self.input = input
      self.runs = runs
    }
  }

  /// What a row of the trade-off table starts from.
  public enum Start: Sendable, Equatable {
    /// A rate.
    case rate(Double)
    /// Inference saved.
    case saving(Double)
    /// Training paid.
    case paying(Double)
  }

  /// A point of the curve, in orders of magnitude from the compute-optimal model.
  public struct Row: Sendable, Equatable {
    /// What was asked.
    public let start: Start
    /// Inference saved.
    public let inferenceSaved: TradeoffEstimate
    /// Training paid; absent where no training saves as much.
    public let trainingPaid: TradeoffEstimate
    /// Orders of training that a further order of inference costs there.
    public let rate: TradeoffEstimate
    /// Tokens from which on the smaller model costs less; absent without a target.
    public let breakEven: TradeoffEstimate?

    /// Whether some training gets there.
    public var isPossible: Bool { trainingPaid.value != nil }
  }

  /// The costs of a demand.
  public struct Lifetime: Sendable, Equatable {
    /// The model of the least total.
    public let best: LifetimeCost.Split
    /// Its parameters with their interval.
    public let parameters: TradeoffEstimate
    /// Its tokens with their interval.
    public let tokens: TradeoffEstimate
    /// The compute-optimal model with the same demand.
    public let computeOptimal: LifetimeCost.Split
  }

  /// Where the law comes from.
  public let origin: Origin
  /// What was asked.
  public let settings: Settings
  /// The trade-off.
  public let tradeoff: LawTradeoff
  /// The trade-off under refits, where the law was fitted.
  public let refits: LawTradeoffRefits?
  /// The table.
  public let rows: [Row]
  /// The loss that every model has, where there is a target.
  public let loss: Double?
  /// The costs, one per demand.
  public let lifetimes: [Lifetime]
  /// Choices made by the reading, and weaknesses of the fit.
  public let notes: [String]
  /// Remarks on the fit.
  public let diagnostics: [LawDiagnostic]

  /// A report on a law, with its refits where it was fitted.
  ///
  /// - Throws: `FitError` when nothing can be traded under the law, or no compute reaches the loss.
  public init(
    _ law: TrainingLaw, origin: Origin, settings: Settings = Settings(),
    bootstrap: LawBootstrapResult? = nil, notes: [String] = [], diagnostics: [LawDiagnostic] = []
  ) throws(FitError) {
    let tradeoff = try LawTradeoff(law)
    let refits = bootstrap.map(LawTradeoffRefits.init)
    self.origin = origin
    self.settings = settings
    self.tradeoff = tradeoff
    self.refits = refits
    self.notes = notes
    self.diagnostics = diagnostics
    let questions = LawTradeoffQuestions(settings: settings, refits: refits)
    loss = settings.target.flatMap { $0.loss(under: law) }
    let cost = try questions.cost(tradeoff)
    rows =
      (settings.rates.map(Start.rate) + settings.savings.map(Start.saving)
      + settings.payments.map(Start.paying)).map {
        questions.row($0, tradeoff, hasCost: cost != nil)
      }
    lifetimes = settings.demands.compactMap { demand in
      cost.flatMap { questions.lifetime($0, demand: demand) }
    }
  }
}
