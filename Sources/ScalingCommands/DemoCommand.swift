internal import ArgumentParser
internal import ScalingData
internal import ScalingReports

/// `scaling demo`: the main job on the tables that ship with the project.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Run the main job on the data that ship with the project.",
    discussion: "Fits and draws published tables; figures and reports go to a folder.")

  @Option(help: ArgumentHelp("Folder of the tables.", valueName: "folder"))
  var data: String = "data"

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Folder for figures and reports.", valueName: "folder"))
  var output: String = "output"

  func run() throws {
    guard OutputFile.isFolder(data) else {
      throw OutputError(
        description: "\(data): there is no such folder. The demonstration needs the tables of the "
          + "project: run it there, or name their folder with --data.")
    }
    try OutputFile.makeFolder(output)
    for exhibit in Exhibit.all {
      switch exhibit.command {
      case .fit: try fit(exhibit)
      case .ceiling: try ceiling(exhibit)
      }
    }
  }

  private func fit(_ exhibit: Exhibit) throws {
    let command = try FitCommand.parse(arguments(exhibit))
    let table = try SeriesTable(
      reading: command.table.request(threads: Console.processorCount, needsDigest: true))
    let report = try FitReport(table, settings: try command.fit.settings(for: table))
    try show(exhibit, text: report.text, json: report.json) { drawing in
      var figure = command.figure
      figure.lens = drawing.lens ?? figure.lens
      figure.frame.width = drawing.width
      return try figure.svg(of: report)
    }
  }

  private func ceiling(_ exhibit: Exhibit) throws {
    let command = try CeilingCommand.parse(arguments(exhibit))
    let table = try SeriesTable(
      reading: command.table.request(threads: Console.processorCount, needsDigest: true))
    let report = try CeilingReport(table, settings: try command.settings())
    try show(exhibit, text: report.text, json: report.json) { drawing in
      var frame = command.frame
      frame.width = drawing.width
      return try frame.svg(CeilingFigure(report, options: frame.options).figure)
    }
  }

  private func arguments(_ exhibit: Exhibit) -> [String] {
    ["\(data)/\(exhibit.arguments[0])"] + exhibit.arguments.dropFirst()
  }

  private func show(
    _ exhibit: Exhibit, text: String, json: JSONValue, svg: (Exhibit.Drawing) throws -> [UInt8]
  ) throws {
    try Console.result("\(exhibit.question)\n\n\(text)\n")
    for drawing in exhibit.figures {
      let path = "\(output)/\(drawing.name).svg"
      try OutputFile.save(try svg(drawing), to: path)
      try Console.result("  figure: \(path)\n")
    }
    let path = "\(output)/\(exhibit.name).json"
    try OutputFile.save(Array(json.text.utf8), to: path)
    try Console.result("  report: \(path)\n\n")
  }
}
