internal import ArgumentParser
internal import ScalingCharts
internal import ScalingReports

/// The width of a figure and the words around it: the same options in every command that draws.
struct FigureFrame: ParsableArguments {
  @Option(
    help: ArgumentHelp("Width of the figure in pixels; 360 for a phone.", valueName: "pixels"))
  var width: Double = 760

  @Option(help: ArgumentHelp("Title instead of the finding.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Subtitle instead of the description of the axes.", valueName: "text"))
  var subtitle: String?

  @Option(help: ArgumentHelp("Source line of the figure.", valueName: "text"))
  var source: String?

  func validate() throws {
    guard (280...2000).contains(width) else {
      throw ValidationError("--width is \(width), but must lie in 280...2000 pixels.")
    }
  }

  var options: FigureOptions {
    FigureOptions(title: title, subtitle: subtitle, source: source)
  }

  /// The SVG of a figure.
  func svg(_ figure: Figure) throws -> [UInt8] {
    try renderBytes(figure, options: RenderOptions(width: width))
  }
}
