public import ArgumentParser
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

  @Flag(help: "Draw the band of a new point too.")
  var prediction = false

  var options: FigureOptions {
    FigureOptions(
      lens: lens, title: frame.title, subtitle: frame.subtitle, xTitle: xTitle, yTitle: yTitle,
      source: frame.source, extendTo: extend,
      showsPrediction: prediction)
  }

  /// The SVG of a report's figure.
  func svg(of report: FitReport) throws -> [UInt8] {
    try frame.svg(FitFigure(report, options: options).figure)
  }
}

extension FigureOptions.Lens: ExpressibleByArgument {}
