public import ScalingAnalysis
public import ScalingData

/// Everything `scaling fit` knows about a table: its series, their fits ranked, and why some
/// could not be fitted.
public struct FitReport: Sendable {
  /// What is fitted, and how.
  public struct Settings: Sendable, Equatable {
    /// The families and what is fixed in them.
    public var families: FamilySelection
    /// The confidence level of intervals and bands.
    public var level: Double
    /// How the observations scatter.
    public var noise: Noise
    /// What the weights of the table mean, or `nil` when they are not used.
    public var weights: Weights.Kind?
    /// How to resample, or `nil` for profile intervals only.
    public var bootstrap: Bootstrap?
    /// Where to predict.
    public var predictionsAt: [Double]
    /// Figures to derive from every fit.
    public var quantities: [DerivedQuantity]
    /// Comparisons of two series.
    public var comparisons: [PairRequest]
    /// Whether bands and predictions hold at each x or at all of them together.
    public var band: BandCoverage
    /// Threads; the result is the same for any number.
    public var threads: Int

    /// All families at 95 %, without a bootstrap, unless said otherwise.
    public init(
      families: FamilySelection = FamilySelection(), level: Double = 0.95,
      noise: Noise = .gaussian, weights: Weights.Kind? = nil, bootstrap: Bootstrap? = nil,
      predictionsAt: [Double] = [],
      quantities: [DerivedQuantity] = [], comparisons: [PairRequest] = [],
      band: BandCoverage = .pointwise, threads: Int = 1
    ) {
      self.families = families
      self.level = level
      self.noise = noise
      self.weights = weights
      self.bootstrap = bootstrap
      self.predictionsAt = predictionsAt
      self.quantities = quantities
      self.comparisons = comparisons
      self.band = band
      self.threads = threads
    }
  }

  /// The table that was read.
  public let table: SeriesTable
  /// What was fitted, and how.
  public let settings: Settings
  /// One report per series, in the order of the table.
  public let series: [SeriesReport]
  /// Comparisons of two series, in the order they were asked for.
  public let comparisons: [PairEstimate]

  /// Fits every series of a table.
  ///
  /// - Throws: the error of the first series when none can be fitted, and that of a comparison that
  ///   cannot be made.
  public init(_ table: SeriesTable, settings: Settings = Settings()) throws {
    try self.init(attempting: table, settings: settings)
    if series.allSatisfy({ $0.ranking == nil }), let first = series.first, let error = first.error {
      throw SeriesError(
        input: table.inputs.map(\.path).joined(separator: ", "),
        series: series.count > 1 ? first.name : nil, reason: error, otherCount: series.count - 1)
    }
  }

  /// Fits every series of a table that can be fitted, if any: the others say why not.
  ///
  /// - Throws: the error of a bootstrap, a derived figure or a comparison that was asked for.
  public init(attempting table: SeriesTable, settings: Settings = Settings()) throws {
    self.table = table
    self.settings = settings
    let isAccuracy = table.y.unit != .number
    let inputs = try table.series.map { series in
      guard let formula = settings.families.formula else {
        return CurveData(series, isAccuracy: isAccuracy, weights: settings.weights)
      }
      do throws(FitError) {
        return try CurveData(
          series, formula, xName: table.x.column, weights: settings.weights)
      } catch {
        throw SeriesError(
          input: table.inputs.map(\.path).joined(separator: ", "),
          series: table.series.count > 1 ? series.name : nil, reason: error,
          otherCount: 0)
      }
    }
    let names = table.series.map(\.name)
    let observed = table.series
    // Many series are spread over the threads; few leave them to the bootstrap within each.
    let outer = min(settings.threads, inputs.count)
    var inner = settings
    inner.bootstrap?.threads = max(1, settings.threads / max(outer, 1))
    let innerSettings = inner
    let series = parallelMap(inputs.count, threads: outer) { index in
      SeriesReport(observed[index], data: inputs[index], settings: innerSettings)
    }
    let place = table.inputs.map(\.path).joined(separator: ", ")
    let name = { (report: SeriesReport) in names.count > 1 ? report.name : nil }
    if let first = series.first(where: { $0.requestError != nil }),
      let error = first.requestError
    {
      throw SeriesError(input: place, series: name(first), reason: error, otherCount: 0)
    }
    self.series = series
    do throws(FitError) {
      comparisons = try SeriesComparison(
        series.map { .init(name: $0.name, ranking: $0.ranking, error: $0.error) }
      ).estimates(settings.comparisons)
    } catch {
      throw SeriesError(input: place, series: nil, reason: error, otherCount: 0)
    }
  }
}

/// The fits of one series, or why there are none.
public struct SeriesReport: Sendable {
  /// The name of the series.
  public let name: String
  /// Its observations as they were read, without those held out.
  public let observations: [Observation]
  /// Its observations as they were read that are held out.
  public let heldOutObservations: [Observation]
  /// The same observations as they are predicted, in the same order.
  public let heldOut: CurveData
  /// The same observations as they are fitted, in the same order.
  public let data: CurveData
  /// Its fits in order of AICc.
  public let ranking: ModelRanking?
  /// Why no family could be fitted.
  public let error: FitError?
  /// Bootstrap results, by family.
  public let bootstraps: [ModelName: BootstrapResult]
  /// How the families predict what was held out; absent when nothing was.
  public let holdout: HeldOutComparison?
  /// Derived figures, by family.
  public let derived: [ModelName: [DerivedEstimate]]
  /// Why a bootstrap or a derived figure that was asked for is missing.
  let requestError: FitError?

  init(_ series: Series, data: CurveData, settings: FitReport.Settings) {
    name = series.name
    let isHeldOut = series.observations.map(\.isHeldOut)
    observations = series.observations.filter { !$0.isHeldOut }
    heldOutObservations = series.observations.filter(\.isHeldOut)
    let parts = data.split(heldOut: isHeldOut)
    var results: [ModelName: BootstrapResult] = [:]
    var derived: [ModelName: [DerivedEstimate]] = [:]
    var requestError: FitError?
    do throws(FitError) {
      try parts.fitted.requireEnough(afterHoldingOut: parts.heldOut.count)
      let ranking = try settings.families.rank(
        parts.fitted, level: settings.level, noise: settings.noise)
      self.ranking = ranking
      error = nil
      holdout = HeldOutComparison(ranking, heldOut: parts.heldOut)
      do throws(FitError) {
        if let bootstrap = settings.bootstrap {
          for entry in ranking.entries { results[entry.fit.name] = try bootstrap.run(entry.fit) }
        }
        derived = try ranking.derived(settings.quantities, bootstraps: results)
      } catch {
        requestError = error
      }
    } catch {
      ranking = nil
      holdout = nil
      self.error = error
    }
    self.data = parts.fitted
    heldOut = parts.heldOut
    bootstraps = results
    self.derived = derived
    self.requestError = requestError
  }
}

/// Why a series could not be fitted, with its name.
public struct SeriesError: Error, Sendable, CustomStringConvertible {
  /// The files.
  public let input: String
  /// The series, when there are several.
  public let series: String?
  /// The reason.
  public let reason: FitError
  /// Other series that cannot be fitted either.
  public let otherCount: Int

  /// The place, what is wrong and what to do.
  public var description: String {
    "\(input): " + (series.map { "series \"\($0)\": " } ?? "") + reason.description
      + (otherCount > 0
        ? "; nor can the other \(otherCount) series be fitted: look at --series and --where" : "")
  }
}
