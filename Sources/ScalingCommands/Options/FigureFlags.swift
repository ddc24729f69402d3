public import ArgumentParser
internal import ScalingCharts
internal import ScalingData
public import ScalingReports

/// How a figure looks: the same options in every command that draws.
struct FigureFlags: ParsableArguments {
  @Option(help: "x axis of the figure: linear, log, or both side by side.")
  var lens: FigureOptions.Lens = .log

  @OptionGroup var frame: FigureFrame

  @Option(help: ArgumentHelp("Title of the x axis.", valueName: "text"))
  var xTitle: String?

  @Option(help: ArgumentHelp("Title of the y axis, also used in the finding.", valueName: "text"))
  var yTitle: String?

  @Option(
    help: ArgumentHelp(
      "Draw curves on to this x, dashed beyond the data.", valueName: "x"))
  var extend: Double?

  @Option(
    help: ArgumentHelp(
      "A panel for each value of this column, which --series names too.", valueName: "column"))
  var facet: String?

  @Option(
    name: .customLong("second-x"),
    help: ArgumentHelp(
      "The x axis once more in another unit, below the first: what it is called and what one unit "
        + "of x is worth, such as 'dollars per question=4.4e-6'.", valueName: "title=factor"))
  var secondX: String?

  @Option(
    help: ArgumentHelp(
      "Draw this part of the x axis once more, enlarged, in a free corner or below.",
      valueName: "low..high"))
  var inset: String?

  @Flag(help: "Draw the band of a new point too.")
  var prediction = false

  @Flag(help: "Draw every curve that was fitted, a panel for each series, instead of the first.")
  var rivals = false

  func validate() throws {
    _ = try secondaryAxis()
    if try insetRange() != nil {
      let many = [("--facet", facet != nil), ("--lens both", lens == .both), ("--rivals", rivals)]
      if let option = many.first(where: \.1)?.0 {
        throw ValidationError(
          "--inset enlarges a part of one panel, and \(option) draws several. Give one.")
      }
    }
    guard rivals else { return }
    for (option, isGiven) in [("--facet", facet != nil), ("--prediction", prediction)] where isGiven
    {
      throw ValidationError(
        "--rivals draws a panel for each series, without bands; leave out \(option).")
    }
  }

  /// - Throws: `ValidationError` when a figure is described and none is asked for.
  func requireUnused() throws {
    try frame.requireUnused(
      besides: [
        ("--lens", lens != .log), ("--x-title", xTitle != nil), ("--y-title", yTitle != nil),
        ("--extend", extend != nil), ("--facet", facet != nil), ("--second-x", secondX != nil),
        ("--inset", inset != nil), ("--prediction", prediction), ("--rivals", rivals),
      ])
  }

  func options() throws -> FigureOptions {
    var options = FigureOptions(
      lens: lens, title: frame.title, subtitle: frame.subtitle, xTitle: xTitle, yTitle: yTitle,
      source: frame.source, extendTo: extend, facet: facet,
      showsPrediction: prediction)
    options.secondaryX = try secondaryAxis()
    options.inset = try insetRange()
    return options
  }

  private func secondaryAxis() throws -> SecondaryAxis? {
    guard let secondX else { return nil }
    guard let sign = secondX.lastIndex(of: "="), sign > secondX.startIndex,
      let factor = Double(secondX[secondX.index(after: sign)...]), factor > 0, factor.isFinite
    else {
      throw ValidationError(
        "--second-x is \"\(secondX)\", but must be TITLE=FACTOR with a factor above 0, such as "
          + "'dollars per question=4.4e-6'.")
    }
    let title = String(secondX[..<sign])
    let isMoney = title.contains("$") || title.lowercased().contains("dollar")
    return SecondaryAxis(title, factor: factor, format: isMoney ? .dollars : .plain)
  }

  private func insetRange() throws -> ClosedRange<Double>? {
    guard let inset else { return nil }
    guard let range = NumberRange(inset)?.range else {
      throw ValidationError(
        "--inset is \"\(inset)\", but must be LOW..HIGH, at most one end left out, such as "
          + "1000..8000.")
    }
    return range
  }

  /// - Throws: `FacetError` where there is nothing to enlarge.
  private func checkInset(_ table: SeriesTable) throws {
    guard let inset, let range = try insetRange(),
      InsetWindow(table).interval(range, isLogarithmic: false) == nil
    else { return }
    throw FacetError(
      description: "--inset \(inset) holds fewer than two places of \(table.x.title): choose a "
        + "wider range.")
  }

  /// Whether the column of the panels is one of those that tell series apart.
  ///
  /// - Throws: `FacetError` with the columns to choose from.
  func checkFacet(_ table: SeriesTable) throws {
    let columns = table.roles.series.map(\.column)
    guard let facet, !columns.contains(facet) else { return }
    let known =
      columns.isEmpty
      ? "there are no series" : "series are told apart by " + columns.joined(separator: ", ")
    throw FacetError(
      description: "--facet is \"\(facet)\", but \(known): name it with "
        + "--series \((columns + [facet]).joined(separator: ",")).")
  }

  /// The SVG of a report's figure.
  func svg(of report: FitReport) throws -> [UInt8] {
    try checkFacet(report.table)
    try checkInset(report.table)
    let options = try options()
    if rivals {
      guard report.series.count <= RivalsFigure.mostSeries else {
        throw FacetError(
          description: "--rivals draws a panel for each series, and there are "
            + "\(report.series.count): choose at most \(RivalsFigure.mostSeries) with --where.")
      }
      return try frame.svg(RivalsFigure(report, options: options).figure)
    }
    return try frame.svg(FitFigure(report, options: options).figure)
  }
}

/// A column of panels that does not tell series apart, more panels than can be read, or a part of
/// the axis without points.
struct FacetError: Error, CustomStringConvertible {
  let description: String
}

extension FigureOptions.Lens: ExpressibleByArgument {}
