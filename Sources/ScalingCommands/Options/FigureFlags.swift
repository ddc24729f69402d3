public import ArgumentParser
internal import ScalingCharts
public import ScalingReports

/// How a figure looks: the same options in every command that draws.
struct FigureFlags: ParsableArguments {
  @Option(help: "x axis of the figure: linear, log, or both side by side.")
  var lens: FigureOptions.Lens = .log

  @Option(
    help: ArgumentHelp("Width of the figure in pixels; 360 for a phone.", valueName: "pixels"))
  var width: Double = 760

  @Option(help: ArgumentHelp("Title instead of the finding.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Subtitle instead of the description of the axes.", valueName: "text"))
  var subtitle: String?

  @Option(help: ArgumentHelp("Title of the x axis.", valueName: "text"))
  var xTitle: String?

  @Option(help: ArgumentHelp("Title of the y axis, also used in the finding.", valueName: "text"))
  var yTitle: String?

  @Option(help: ArgumentHelp("Source line of the figure.", valueName: "text"))
  var source: String?

  @Option(
    help: ArgumentHelp(
      "Draw curves on to this x, dashed beyond the data.", valueName: "x"))
  var extend: Double?

  @Flag(help: "Draw the band of a new point too.")
  var prediction = false

  func validate() throws {
    guard (280...2000).contains(width) else {
      throw ValidationError("--width is \(width), but must lie in 280...2000 pixels.")
    }
  }

  var options: FigureOptions {
    FigureOptions(
      lens: lens, title: title, subtitle: subtitle, xTitle: xTitle, yTitle: yTitle,
      source: source, extendTo: extend,
      showsPrediction: prediction)
  }

  /// The SVG of a report's figure.
  func svg(of report: FitReport) throws -> [UInt8] {
    try renderBytes(
      FitFigure(report, options: options).figure, options: RenderOptions(width: width))
  }
}

extension FigureOptions.Lens: ExpressibleByArgument {}
