internal import ScalingData
internal import ScalingReports

extension FitReport {
  /// Reads the table as the fit needs it, by the formula's columns or by roles, and fits it.
  init(reading table: TableOptions, _ fit: FitOptions, predictionsAt: [Double] = []) throws {
    guard let request = try fit.formulaRequest() else {
      let read = try table.read(threads: fit.threadCount)
      try self.init(read, settings: try fit.settings(for: read, predictionsAt: predictionsAt))
      return
    }
    let (formula, read) = try request.read(
      try table.request(threads: fit.threadCount, needsDigest: true))
    for note in read.notes { Console.note("note: \(note)") }
    try self.init(
      read,
      settings: try fit.settings(for: read, predictionsAt: predictionsAt, formula: formula))
  }
}
