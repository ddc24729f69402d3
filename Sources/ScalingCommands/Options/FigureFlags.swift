public import ArgumentParser
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

  @Flag(help: "Draw the band of a new point too.")
  var prediction = false

  @Flag(help: "Draw every curve that was fitted, a panel for each series, instead of the first.")
  var rivals = false

  func validate() throws {
    guard rivals else { return }
    for (option, isGiven) in [("--facet", facet != nil), ("--prediction", prediction)] where isGiven
    {
      throw ValidationError(
        "--rivals draws a panel for each series, without bands; leave out \(option).")
    }
  }

  var options: FigureOptions {
    FigureOptions(
      lens: lens, title: frame.title, subtitle: frame.subtitle, xTitle: xTitle, yTitle: yTitle,
      source: frame.source, extendTo: extend, facet: facet,
      showsPrediction: prediction)
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

/// A column of panels that does not tell series apart, or more panels than can be read.
struct FacetError: Error, CustomStringConvertible {
  let description: String
}

extension FigureOptions.Lens: ExpressibleByArgument {}
