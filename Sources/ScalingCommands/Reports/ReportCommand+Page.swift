internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingClaimFiles
internal import ScalingClaims
internal import ScalingData
internal import ScalingReports

extension ReportCommand {
  /// Series whose curves are searched for a plateau, the most that a page shows in full.
  private static let searchedSeries = 12

  private var threads: Int { fit.common.threadCount }

  /// Reads the table and finds out all that the page tells.
  func page() throws -> ReportPage {
    // Claims first: a mistake in their file is told before the long work.
    let claims = try ClaimFile.entries(of: self.claims)
    let inspection = try Inspection(of: try table.request(threads: threads, needsDigest: false))
    let subject = try subject(inspection)
    let settings = CheckSettings(
      level: 1 - fit.common.level, seed: fit.common.seed, threads: threads)
    return ReportPage(
      inspection: inspection, subject: subject,
      claims: claims.isEmpty ? nil : CheckReport(judging: claims, settings: settings),
      options: FigureOptions(title: title, xTitle: xTitle, yTitle: yTitle))
  }

  private func subject(_ inspection: Inspection) throws -> ReportPage.Subject {
    if answer != nil || correct != nil { return try votes(try samples()) }
    if looksLikeSamples(inspection), let samples = try? samples() { return try votes(samples) }
    do {
      return try curves()
    } catch let error as DataError where isWithoutAxes(error, inspection) {
      Console.note("note: nothing was fitted: \(error.description)")
      return .unread("\(error.description)")
    }
  }

  /// Whether a table has no columns for the axes of curves, where the user named none.
  private func isWithoutAxes(_ error: DataError, _ inspection: Inspection) -> Bool {
    guard table.x == nil, table.y == nil, fit.formula == nil else { return false }
    switch error.code {
    case .columnNotGuessed, .noCompleteRow: return true
    case .notANumber:
      let axes = [inspection.roles.x, inspection.roles.y].compactMap { $0?.column }
      return inspection.columns.contains { axes.contains($0.name) && $0.type == .text }
    default: return false
    }
  }

  // MARK: Curves

  /// What a page can show, fitted in less than a second whatever the size of the table.
  private static let limits = CondensedTable.Limits(series: 100, points: 500, total: 8_000)

  /// About how much of a report on curves is done.
  private enum Stage: Double {
    case read = 0.4
    case fitted = 0.8
  }

  private func curves() throws -> ReportPage.Subject {
    let progress = ProgressLine("report")
    defer { progress.end() }
    let (read, asked) = try FitReport.read(table, fit, seriesLimit: Self.limits.series)
    progress.report(Stage.read.rawValue)
    let condensed = CondensedTable(
      read, limits: Self.limits, weights: asked.weights, noise: asked.noise)
    if let note = condensed.note { Console.note("note: \(note)") }
    var settings = asked
    settings.weights = condensed.weights
    let report = try FitReport(attempting: condensed.table, settings: settings)
    progress.report(Stage.fitted.rawValue)
    if report.series.allSatisfy({ $0.ranking == nil }), let error = report.series.first?.error {
      Console.note("note: nothing was fitted: \(error.description)")
    }
    return .curves(report, ceiling: ceiling(condensed), source: condensed)
  }

  /// Whether no column was named, and what would be y is only right or wrong, or nothing is.
  private func looksLikeSamples(_ inspection: Inspection) -> Bool {
    let isNamed = [table.x, table.y, table.question, fit.formula].contains { $0 != nil }
    guard !isNamed else { return false }
    guard inspection.roles.x != nil, let y = inspection.roles.y?.column,
      let column = inspection.columns.first(where: { $0.name == y })
    else { return true }
    return column.type == .boolean
      || (column.distinct.isExact && column.distinct.value <= 2 && column.minimum == 0
        && column.maximum == 1)
  }

  // MARK: Votes

  private func samples() throws -> SampleTable {
    let table = try self.table.request(threads: threads, needsDigest: true)
    var request = SampleRequest(inputs: table.inputs, threads: threads, needsDigest: true)
    request.question = self.table.question
    request.answer = answer
    request.correct = correct
    request.series = table.series
    request.conditions = table.conditions
    request.delimiter = table.delimiter
    return try SampleTable(reading: request)
  }

  private func votes(_ samples: SampleTable) throws -> ReportPage.Subject {
    for note in samples.notes { Console.note("note: \(note)") }
    var settings = VoteSettings()
    settings.level = fit.common.level
    settings.seed = fit.common.seed
    settings.threads = threads
    let progress = ProgressLine("votes")
    defer { progress.end() }
    do throws(VoteError) {
      return .samples(try VotesReport(samples, settings) { progress.report($0) })
    } catch {
      throw VotesCommandError(
        description: "\(table.files.joined(separator: ", ")): \(error.description)")
    }
  }

  // MARK: Plateaus

  private func ceiling(_ condensed: CondensedTable) -> ReportPage.CeilingOutcome {
    let table = condensed.table
    let settings = CeilingSettings(level: fit.common.level, seed: fit.common.seed)
    let searched = SeriesTable(
      inputs: table.inputs, roles: table.roles, x: table.x, y: table.y,
      series: table.series.prefix(Self.searchedSeries).map { series in
        Series(name: series.name, observations: series.observations.filter { !$0.isHeldOut })
      }, notes: table.notes)
    do {
      return .report(
        try CeilingReport(
          searched, settings: settings, weights: condensed.weights, threads: threads))
    } catch {
      return .unavailable("\(error)")
    }
  }
}
