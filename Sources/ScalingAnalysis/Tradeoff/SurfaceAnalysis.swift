/// What measurements say of trading training compute for inference compute.
///
/// ```swift
/// let analysis = try SurfaceAnalysis(data)
/// analysis.rate.value      // orders of magnitude of inference that an order of training saves
/// ```
public struct SurfaceAnalysis: Sendable {
  /// What is asked of a surface.
  public struct Settings: Sendable, Equatable {
    /// Floor and ceiling of the accuracy.
    public var range: AccuracyRange
    /// Accuracies whose curves are wanted.
    public var targets: [Double]
    /// The confidence level of intervals.
    public var level: Double
    /// Refits to clusters drawn with replacement; 0 for none.
    public var replicates: Int
    /// The seed of the draws.
    public var seed: UInt64
    /// Threads; the result is the same for any number.
    public var threads: Int

    /// Settings with intervals for 95 % and no refits.
    public init(
      range: AccuracyRange = .whole, targets: [Double] = [], level: Double = 0.95,
      replicates: Int = 0, seed: UInt64 = 1, threads: Int = 1
    ) {
      self.range = range
      self.targets = targets
      self.level = level
      self.replicates = replicates
      self.seed = seed
      self.threads = threads
    }
  }

  /// The rows.
  public let data: SurfaceData
  /// What was asked.
  public let settings: Settings
  /// The surface with one exchange rate.
  public let additive: SurfaceFit
  /// The surface whose exchange rate depends on the place; absent where rows do not determine it.
  public let interaction: SurfaceFit?
  /// The p-value of the interaction being zero.
  public let interactionPValue: Double?
  /// The p-value of no curvature in either compute (the smaller of two, doubled).
  public let curvaturePValue: Double?
  /// Orders of magnitude of inference that an order of training saves, at equal accuracy; of the
  /// preferred surface at its centre. Without a figure where accuracy does not rise with both.
  public let rate: TradeoffEstimate
  /// Orders of magnitude of training that an order of inference is worth.
  public let trainingPerInference: TradeoffEstimate
  /// The percentile interval of the rate over refits, where they were asked for.
  public let bootstrapInterval: Interval?
  /// Refits that determined a surface.
  public let refits: [[Double]]
  /// The rate of the preferred surface at the corners of the measurements, where it differs.
  public let corners: [Corner]
  /// Curves of equal accuracy, one per target.
  public let curves: [EqualAccuracyCurve]
  /// The inference needed for each target, by crossings.
  public let needed: [ComputeNeeded]
  /// Whether accuracy falls somewhere with training.
  public let monotone: MonotoneTest

  /// The rate at a corner of the measurements.
  public struct Corner: Sendable, Equatable {
    /// The corner.
    public let place: SurfacePlace
    /// The rate there.
    public let rate: TradeoffEstimate
  }

  /// Levels of significance: below it the interaction is preferred, and a surface is called curved.
  static let significance = 0.05
  private static let leastRefits = 20

  /// The surface through some measurements.
  ///
  /// - Parameters:
  ///   - data: the measurements.
  ///   - settings: targets, level and refits.
  ///   - groups: within which accuracy is compared along training; all rows when absent.
  /// - Throws: `FitError` when no surface is determined.
  public init(
    _ data: SurfaceData, settings: Settings = Settings(), groups: [String]? = nil
  ) throws(FitError) {
    let (range, threads) = (settings.range, settings.threads)
    try data.requireRows(within: range)
    guard let additive = SurfaceFit(.additive, data, range: range, threads: threads) else {
      throw FitError(
        code: .notIdentifiable,
        description: "training and inference compute cannot be told apart by these rows, or they "
          + "separate right from wrong perfectly. Measure each model at several inference "
          + "computes, with accuracies between the ends.")
    }
    self.data = data
    self.settings = settings
    self.additive = additive
    interaction = SurfaceFit(.interaction, data, range: range, threads: threads)
    interactionPValue = interaction?.pValue(of: 3)
    let curved = SurfaceFit(.curved, data, range: range, threads: threads)
    let curvatures = [3, 4].compactMap { curved?.pValue(of: $0) }
    curvaturePValue = curvatures.min().map { min(1, 2 * $0) }
    let isInteracting = (interactionPValue ?? 1) < Self.significance
    let preferred = isInteracting ? interaction ?? additive : additive
    let ratio = preferred.inferencePerTraining(at: preferred.centre)
    rate = ratio.exchange(preferred, level: settings.level)
    trainingPerInference = preferred.trainingPerInference(at: preferred.centre)
      .exchange(preferred, level: settings.level)
    refits =
      settings.replicates > 0
      ? SurfaceFit.bootstrap(
        preferred, data, count: settings.replicates, seed: settings.seed, threads: threads) : []
    bootstrapInterval =
      refits.count < Self.leastRefits
      ? nil : OpenPercentiles.interval(refits.map { ratio.value($0) }, level: settings.level)
    corners =
      isInteracting
      ? Self.corners(data).map {
        Corner(
          place: $0,
          rate: preferred.inferencePerTraining(at: $0).exchange(preferred, level: settings.level))
      } : []
    curves = settings.targets.map {
      EqualAccuracyCurve(preferred, data, target: $0, level: settings.level)
    }
    needed = settings.targets.map { ComputeNeeded(data, target: $0, level: settings.level) }
    monotone = MonotoneTest(data, groups: groups)
  }

  /// The surface that the figures are taken from: the additive one unless the interaction is
  /// significant at 5 %.
  public var preferred: SurfaceFit {
    guard (interactionPValue ?? 1) < Self.significance else { return additive }
    return interaction ?? additive
  }

  /// The rate of the additive surface, whether it is preferred or not.
  public var additiveRate: TradeoffEstimate {
    additive.inferencePerTraining(at: additive.centre).exchange(additive, level: settings.level)
  }

  /// By how much the log-odds of a right answer rise with an order of magnitude of training, at the
  /// centre of the preferred surface.
  public var trainingSlope: TradeoffEstimate { preferred.slope(1, level: settings.level) }

  /// By how much they rise with an order of magnitude of inference.
  public var inferenceSlope: TradeoffEstimate { preferred.slope(2, level: settings.level) }

  /// Whether a square of a compute improves the surface: then the rate is an average only.
  public var isCurved: Bool { (curvaturePValue ?? 1) < Self.significance }

  private static func corners(_ data: SurfaceData) -> [SurfacePlace] {
    let ends = { (values: [Double]) in [values.min() ?? 0, values.max() ?? 0] }
    return ends(data.logTraining).flatMap { t in
      ends(data.logInference).map { SurfacePlace(logTraining: t, logInference: $0) }
    }
  }
}
