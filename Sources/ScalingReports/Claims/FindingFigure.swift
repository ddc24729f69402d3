internal import ScalingAnalysis
public import ScalingCharts
public import ScalingClaims
public import ScalingData

/// The figure of one finding: the contest of a claim on a shape, or the curve and the interval of a
/// claim on a figure.
public struct FindingFigure {
  private let claim: Claim
  private let finding: Finding
  private let table: SeriesTable?
  private let options: FigureOptions
  private let level: Double

  /// A figure of the answer to a claim; of the options the title, the subtitle and the source
  /// count.
  public init(
    _ claim: Claim, _ finding: Finding, by table: SeriesTable?, settings: CheckSettings,
    options: FigureOptions = FigureOptions()
  ) {
    self.claim = claim
    self.finding = finding
    self.table = table
    self.options = options
    level = 1 - settings.level
  }

  /// The figure, ready to be rendered; absent for arithmetic, which has no curve.
  ///
  /// - Throws: an error when the table does not allow the curves of the claim.
  public func figure() throws -> Figure? {
    guard let table else { return nil }
    let body: Body
    switch claim.content {
    case .shape(let shape):
      body = try ContestPanels(
        table: table, series: try claim.series(table), verdict: finding.verdict, level: level
      ).body(shape)
    case .size(let size):
      body = try EstimatePanels(table: table, finding: finding, level: level)
        .body(try claim.series(table), size)
    case .comparison(let comparison):
      body = try EstimatePanels(table: table, finding: finding, level: level).body(comparison)
    case .arithmetic: return nil
    }
    return figure(body, table)
  }

  /// What the kinds of claims have of their own.
  struct Body {
    /// The finding in one sentence.
    var title: String
    var notes: [String]
    var panels: [Panel]
  }

  private func figure(_ body: Body, _ table: SeriesTable) -> Figure {
    let quote = claim.quote.map { quote in
      "“\(quote)”" + (claim.source.map { " (\($0))" } ?? "")
    }
    return Figure(
      title: options.title ?? body.title,
      subtitle: options.subtitle ?? quote ?? "\(table.y.title) by \(table.x.title)".sentenceStart,
      notes: [finding.statement] + body.notes,
      source: options.source ?? FigureSource.names(table), description: finding.statement,
      panels: body.panels)
  }
}
