internal import ArgumentParser
internal import ScalingReports

/// Where a report goes, in which form, and its figure beside it: the same options in every command
/// that reports.
struct ReportOptions: ParsableArguments {
  @Option(help: "text, json, csv or markdown.")
  var format: Format = .text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File for the report instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("File for the figure beside the report.", valueName: "file"),
    completion: .file())
  var svg: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  func validate() throws {
    if let svg { try FigurePath.requireSVG(svg, option: "--svg") }
    if let output, let svg, output == svg {
      throw ValidationError("-o and --svg name the same file, \(svg). Name two.")
    }
  }

  /// A report in each form that may be asked for.
  struct Forms {
    var text: () -> String
    var json: () -> JSONValue
    var csv: () -> String
    var markdown: () -> String
  }

  /// Writes a report and its figure: everything is computed before anything is written, and all
  /// files appear or none.
  func write(_ forms: Forms, inputs: [String], figure: () throws -> [UInt8]?) throws {
    let text =
      switch format {
      case .text: Console.readable(forms.text())
      case .json: forms.json().text
      case .csv: forms.csv()
      case .markdown: Console.readable(forms.markdown())
      }
    Console.capture?.keep(forms.json())
    var files: [OutputFile] = []
    if let svg {
      if let bytes = try figure() {
        files.append(OutputFile(path: svg, bytes: bytes))
      } else {
        Console.note("note: there is nothing to draw, and no figure was written to \(svg)")
      }
    }
    if let output { files.append(OutputFile(path: output, bytes: Array(text.utf8))) }
    try OutputFile.save(files, inputs: inputs)
    if output == nil { try Console.result(text) }
  }
}
