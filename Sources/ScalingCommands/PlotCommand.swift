internal import ArgumentParser
internal import ScalingCharts
internal import ScalingReports

/// `scaling plot`: draws the points, the preferred curve and its band.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "Draw a figure as SVG.",
    discussion: """
      Points with their intervals, the preferred curve of each series with its band, and a \
      title that says the finding. --lens both draws the same data on a linear and on a \
      logarithmic axis. --curve draws curves and bands of your own instead of fitting.

      Keys of --style, in this command and every other that draws: lines KEY = VALUE. \
      \(HouseStyle.keys)
      """)

  @OptionGroup var table: TableOptions
  @OptionGroup(title: "Fit") var fit: FitOptions
  @OptionGroup(title: "Figure") var figure: FigureFlags

  @Option(
    help: ArgumentHelp(
      "Table of a prepared curve (columns fit, and lo and hi for a band) instead of a fit.",
      valueName: "file"), completion: .file())
  var curve: String?

  @Option(
    name: [.customShort("o"), .customLong("output"), .customLong("svg")],
    help: ArgumentHelp("File for the figure instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if let output { try FigurePath.requireSVG(output, option: "-o") }
    if curve != nil, figure.rivals {
      throw ValidationError("--rivals draws fits, and --curve replaces them. Give one.")
    }
    if curve != nil, figure.inset != nil {
      throw ValidationError("--inset draws fits, and --curve replaces them. Give one.")
    }
  }

  func run() throws {
    let bytes: [UInt8]
    if let curve {
      let points = try table.read(threads: fit.common.threadCount)
      try self.figure.checkFacet(points)
      let figure = PreparedCurveFigure(
        points, try PreparedCurve(reading: curve, like: points), options: try self.figure.options(),
        level: fit.common.level)
      bytes = try self.figure.frame.svg(figure.figure)
    } else {
      bytes = try figure.svg(of: FitReport(reading: table, fit))
    }
    if let output {
      try OutputFile.save(bytes, to: output, inputs: table.files)
    } else {
      try Console.result(String(decoding: bytes, as: UTF8.self))
    }
  }
}
