internal import ScalingAnalysis
internal import ScalingData
internal import ScalingReports

extension FitReport {
  /// Reads the table as the fit needs it, by the formula's columns or by roles, and fits it.
  init(
    reading table: TableOptions, _ fit: FitOptions, predictionsAt: [Double] = [],
    quantities: [DerivedQuantity] = [], comparisons: [PairRequest] = []
  ) throws {
    let (table, settings) = try Self.read(
      table, fit, predictionsAt: predictionsAt, quantities: quantities, comparisons: comparisons)
    try self.init(table, settings: settings)
  }

  /// The table as the fit needs it, and what these options ask of the fit.
  ///
  /// - Parameter seriesLimit: the most series that are kept. A formula is evaluated on all of them,
  ///   so it takes all.
  static func read(
    _ table: TableOptions, _ fit: FitOptions, predictionsAt: [Double] = [],
    quantities: [DerivedQuantity] = [], comparisons: [PairRequest] = [], seriesLimit: Int? = nil
  ) throws -> (table: SeriesTable, settings: Settings) {
    var request = try table.request(threads: fit.common.threadCount, needsDigest: true)
    request.holdout = try fit.holdout.map { try RowCondition($0, option: "--holdout") }
    var formula: Formula?
    var read: SeriesTable
    let weights = try table.weights()?.kind
    try fit.requireNoiseFor(table)
    if let formulaRequest = try fit.formulaRequest() {
      (formula, read) = try formulaRequest.read(request)
    } else {
      request.seriesLimit = seriesLimit
      read = try SeriesTable(reading: request)
    }
    for note in read.notes { Console.note("note: \(note)") }
    if let column = read.roles.standardError?.column, weights != .errors {
      Console.note(
        "note: the standard errors in \(column) draw the bars; the fit takes one variance for all "
          + "points (weigh them with --weights errors=\(column))")
    }
    if fit.holdoutTop > 0 { read = read.holdingOut(largest: fit.holdoutTop) }
    return (
      read,
      try fit.settings(
        for: read, predictionsAt: predictionsAt, quantities: quantities, comparisons: comparisons,
        formula: formula, weights: weights)
    )
  }
}
