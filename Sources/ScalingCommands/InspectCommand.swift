internal import ArgumentParser
internal import ScalingData
internal import ScalingReports

/// `scaling inspect`: says what is in a table before anything is fitted.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what is in a file: columns, roles, series, ranges, what looks wrong.",
    discussion: "Reads the table once, as a stream: its size does not matter for memory.")

  @OptionGroup var table: TableOptions

  @Option(help: "text, json or markdown.")
  var format: Format = .text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File for the report instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("Threads (default: all processors).", valueName: "count"))
  var threads: Int?

  @Flag(help: "Give the input's SHA-256 too (costs a pass over its bytes).")
  var digest = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  func validate() throws {
    guard table.files.count <= 1 else {
      throw ValidationError(
        "inspecting takes one input, not \(table.files.count). Inspect the files one by one.")
    }
  }

  func run() throws {
    let inspection = try Inspection(
      of: try table.request(
        threads: threads ?? Console.processorCount, needsDigest: digest))
    if format != .json {
      for note in inspection.notes { Console.note("note: \(note)") }
    }
    Console.capture?.keep(inspection.json)
    let text =
      switch format {
      case .text: inspection.text
      case .json: inspection.json.text
      case .markdown: inspection.markdown
      }
    if let output {
      try OutputFile.save(Array(text.utf8), to: output, inputs: table.files)
    } else {
      try Console.result(text)
    }
  }
}
