public import ArgumentParser
public import ScalingCharts
internal import ScalingReports

/// The width of a figure and the words around it: the same options in every command that draws.
struct FigureFrame: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Width of the figure in pixels; 360 for a phone (default: 760).", valueName: "pixels"))
  var width: Double?

  @Option(
    help:
      "Size by purpose: post (760 wide), phone, column, wide, slide (1280x720), card (1200x630) or square."
  )
  var size: FigureSize?

  @Option(help: "Look: auto (light and dark), light, dark, print (greys) or slides.")
  var theme: NamedTheme = .auto

  @Option(
    help: ArgumentHelp(
      "Colours, font and sizes of a house: a file of lines such as ink = #1a1a1a (all keys: "
        + "scaling help plot).",
      valueName: "file"), completion: .file())
  var style: String?

  @Option(help: ArgumentHelp("Title instead of the finding.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Subtitle instead of the description of the axes.", valueName: "text"))
  var subtitle: String?

  @Option(help: ArgumentHelp("Source line of the figure.", valueName: "text"))
  var source: String?

  func validate() throws {
    guard let width else { return }
    guard (280...2000).contains(width) else {
      throw ValidationError("--width is \(width), but must lie in 280...2000 pixels.")
    }
    if size != nil { throw ValidationError("Give --size or --width, not both.") }
  }

  /// - Throws: `ValidationError` when a figure is described and none is asked for.
  func requireUnused(besides others: [(option: String, isGiven: Bool)] = []) throws {
    let own: [(option: String, isGiven: Bool)] = [
      ("--width", width != nil), ("--size", size != nil), ("--style", style != nil),
      ("--title", title != nil), ("--subtitle", subtitle != nil), ("--source", source != nil),
    ]
    guard let first = (own + others).first(where: \.isGiven) else { return }
    throw ValidationError("\(first.option) is for a figure. Name its file with --svg.")
  }

  var options: FigureOptions {
    FigureOptions(title: title, subtitle: subtitle, source: source)
  }

  /// The SVG of a figure.
  func svg(_ figure: Figure) throws -> [UInt8] {
    try renderBytes(figure, options: try renderOptions())
  }

  /// The theme, changed by the style, in the size that was asked for.
  private func renderOptions() throws -> RenderOptions {
    var options = RenderOptions()
    theme.apply(to: &options, size: size)
    if let style {
      let house = try HouseStyle(parsing: InputText.whole(style), from: style)
      for remark in try house.apply(to: &options) { Console.note("note: \(style): \(remark)") }
    }
    size?.apply(to: &options)
    if let width { options.width = width }
    return options
  }
}

extension FigureSize: ExpressibleByArgument {}
extension NamedTheme: ExpressibleByArgument {}
