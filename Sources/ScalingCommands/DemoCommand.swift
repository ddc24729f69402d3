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
      try run(exhibit)
    }
  }

  private func run(_ exhibit: Exhibit) throws {
    var arguments = exhibit.arguments
    arguments[0] = "\(data)/\(arguments[0])"
    let command = try FitCommand.parse(arguments)
    let table = try SeriesTable(
      reading: command.table.request(threads: Console.processorCount, needsDigest: true))
    let report = try FitReport(table, settings: try command.fit.settings(for: table))
    try Console.result("\(exhibit.question)\n\n\(report.text)\n")
    for variant in exhibit.figures {
      var figure = command.figure
      figure.lens = variant.lens ?? figure.lens
      figure.frame.width = variant.width
      let path = "\(output)/\(variant.name).svg"
      try OutputFile.save(try figure.svg(of: report), to: path)
      try Console.result("  figure: \(path)\n")
    }
    let path = "\(output)/\(exhibit.name).json"
    try OutputFile.save(Array(report.json.text.utf8), to: path)
    try Console.result("  report: \(path)\n\n")
  }
}
