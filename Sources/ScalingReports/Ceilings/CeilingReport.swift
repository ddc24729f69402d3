public import ScalingAnalysis
public import ScalingData

/// Everything `scaling ceiling` knows about a table: for each series, whether it has a plateau.
public struct CeilingReport: Sendable {
  /// The table that was read.
  public let table: SeriesTable
  /// What counts as a plateau.
  public let settings: CeilingSettings
  /// One answer per series, in the order of the table.
  public let series: [CeilingSeries]

  /// Analyses every series of a table; the result is the same for any number of threads.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - settings: what counts as a plateau.
  ///   - weights: what the weights of the table mean, or `nil` when they are not used.
  ///   - threads: threads.
  /// - Throws: an error where x holds dates, and that of the first series when none can be analysed,
  ///   unless one never changes: that is an answer, alone as among others.
  public init(
    _ table: SeriesTable, settings: CeilingSettings = CeilingSettings(),
    weights: Weights.Kind? = nil, threads: Int = 1
  ) throws {
    try Self.requireDoublings(of: table)
    self.table = table
    self.settings = settings
    let isAccuracy = table.y.unit != .number
    let all = table.series
    series = parallelMap(all.count, threads: threads) { index in
      CeilingSeries(all[index], isAccuracy: isAccuracy, weights: weights, settings: settings)
    }
    let hasAnswer = series.contains { $0.analysis != nil || $0.error?.code == .allYEqual }
    if !hasAnswer, let first = series.first, let error = first.error {
      throw SeriesError(
        input: table.inputs.map(\.path).joined(separator: ", "),
        series: series.count > 1 ? first.name : nil, reason: error, otherCount: series.count - 1)
    }
  }
}

extension CeilingReport {
  /// - Throws: an error where x holds dates, whose doublings mean nothing.
  private static func requireDoublings(of table: SeriesTable) throws(SeriesError) {
    guard table.x.quantity == .date else { return }
    throw SeriesError(
      input: table.inputs.map(\.path).joined(separator: ", "), series: nil,
      reason: .noDoublings(ofDates: table.x.column), otherCount: 0)
  }
}

/// The answer for one series, or why there is none.
public struct CeilingSeries: Sendable {
  /// The name of the series.
  public let name: String
  /// Its observations as they were read.
  public let observations: [Observation]
  /// The answer.
  public let analysis: CeilingAnalysis?
  /// Why there is none.
  public let error: FitError?

  init(
    _ series: Series, isAccuracy: Bool, weights: Weights.Kind?, settings: CeilingSettings
  ) {
    name = series.name
    observations = series.observations
    do throws(FitError) {
      analysis = try CeilingAnalysis(
        CurveData(series, isAccuracy: isAccuracy, weights: weights), settings: settings)
      error = nil
    } catch {
      analysis = nil
      self.error = error
    }
  }
}
