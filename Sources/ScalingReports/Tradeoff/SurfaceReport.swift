public import ScalingAnalysis
public import ScalingData

/// Everything `scaling tradeoff` knows about a table of measurements.
public struct SurfaceReport: Sendable {
  /// What a column holds, by its role.
  public struct Roles: Sendable, Equatable {
    /// The column of training compute.
    public var training: String
    /// The column of inference compute.
    public var inference: String
    /// What it measures: samples and tokens cannot be divided.
    public var inferenceQuantity: AxisQuantity
    /// The column, or the number, of questions.
    public var items: String?
    /// What makes a cluster.
    public var cluster: String
    /// Within which training is compared.
    public var within: String?
    /// What a figure calls training compute, with its unit.
    public var trainingTitle: String
    /// What a figure calls inference compute, with its unit.
    public var inferenceTitle: String

    /// The least inference of a query, in the unit of its column; absent where it can be divided.
    var leastInference: Double? {
      switch inferenceQuantity {
      case .samples, .tokens: 1
      case .flop, .dollars, .parameters, .date, .other: nil
      }
    }

    /// The columns of a table.
    public init(
      training: String, inference: String, inferenceQuantity: AxisQuantity = .other,
      items: String? = nil, cluster: String, within: String? = nil,
      trainingTitle: String = "training compute", inferenceTitle: String? = nil
    ) {
      self.training = training
      self.inference = inference
      self.inferenceQuantity = inferenceQuantity
      self.items = items
      self.cluster = cluster
      self.within = within
      self.trainingTitle = trainingTitle
      self.inferenceTitle = inferenceTitle ?? LawWords.plain(inference)
    }
  }

  /// What is asked beyond the surface.
  public struct Settings: Sendable, Equatable {
    /// Orders of magnitude of inference whose worth is wanted.
    public var savings: [Double]
    /// Orders of magnitude of training whose worth is wanted.
    public var payments: [Double]
    /// Queries over the life of a model.
    public var demands: [Double]
    /// FLOP behind one unit of the inference column.
    public var unitCompute: Double
    /// Prices, where costs are wanted in dollars.
    public var prices: ComputePrices?
    /// How fast training compute grows.
    public var growth: ComputeGrowth

    /// Settings: the worth of one and two orders of inference.
    public init(
      savings: [Double] = [1, 2], payments: [Double] = [1], demands: [Double] = [],
      unitCompute: Double = 1, prices: ComputePrices? = nil, growth: ComputeGrowth = ComputeGrowth()
    ) {
      self.savings = savings
      self.payments = payments
      self.demands = demands
      self.unitCompute = unitCompute
      self.prices = prices
      self.growth = growth
    }
  }

  /// One surface of the table.
  public struct Group: Sendable {
    /// Its name; that of the table when there is one only.
    public let name: String
    /// Its analysis.
    public let analysis: SurfaceAnalysis
    /// The costs of each target that a demand was given for.
    public let lifetimes: [SurfaceLifetime]
  }

  /// The table.
  public let input: InputIdentity
  /// The columns.
  public let roles: Roles
  /// What was asked.
  public let settings: Settings
  /// One surface per series, in the order of the table.
  public let groups: [Group]
  /// The accuracy: its column, and the unit in which it was read.
  public let accuracy: ValueDescription
  /// Choices made by the reading.
  public let notes: [String]

  /// A report on analyses by name.
  public init(
    _ analyses: [(name: String, analysis: SurfaceAnalysis)], input: InputIdentity, roles: Roles,
    accuracy: ValueDescription, settings: Settings = Settings(), notes: [String] = []
  ) {
    self.accuracy = accuracy
    self.input = input
    self.roles = roles
    self.settings = settings
    self.notes = notes
    groups = analyses.map { name, analysis in
      let lifetimes =
        settings.demands.isEmpty
        ? []
        : analysis.settings.targets.compactMap { target in
          analysis.lifetime(
            SurfaceLifetime.Question(
              target: target, demands: settings.demands, unitCompute: settings.unitCompute,
              inferencePrice: settings.prices?.ratio ?? 1,
              leastInference: roles.leastInference))
        }
      return Group(name: name, analysis: analysis, lifetimes: lifetimes)
    }
  }
}
