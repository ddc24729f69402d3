internal import ArgumentParser
internal import ScalingClaimFiles
internal import ScalingReports

/// `scaling report`: one self-contained HTML page for a table.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Make one self-contained HTML page for a table.",
    discussion: """
      The verdict in words, the figure on both axes, fits and their ranking, plateaus, claims, the \
      table itself, and the same as CSV, JSON and SVG to save. A table with a row per sample \
      (question, answer, right or not) is reported as votes. The page needs no network and no \
      script; it follows light and dark, and prints.
      """)

  @OptionGroup var table: TableOptions

  @Option(
    help: ArgumentHelp(
      "Column of answers of single samples: report votes, not curves.", valueName: "column"))
  var answer: String?

  @Option(
    help: ArgumentHelp(
      "Column that tells whether a sample is right: report votes, not curves.",
      valueName: "column"))
  var correct: String?

  @Option(
    help: ArgumentHelp(
      "YAML file of claims to judge in the page; repeat for more.", valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var claims: [String] = []

  @OptionGroup(title: "Fit") var fit: FitOptions

  @Option(help: ArgumentHelp("Heading of the page.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Title of the x axis.", valueName: "text"))
  var xTitle: String?

  @Option(help: ArgumentHelp("Title of the y axis, also used in the finding.", valueName: "text"))
  var yTitle: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File for the page instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(
    help: "Serve the page on this machine only (127.0.0.1), and renew it when a file changes.")
  var watch = false

  @Option(
    help: ArgumentHelp(
      "Port for --watch; 0 takes any that is free (default: \(Self.usualPort)).",
      valueName: "number"
    ))
  var port: UInt16?

  private static let usualPort: UInt16 = 8640

  func validate() throws {
    guard table.files.count == 1, table.files != ["-"] else {
      throw ValidationError(
        "A report is made of one file, which is read twice: "
          + (table.files == ["-"]
            ? "save standard input to a file." : "name one, not \(table.files.count)."))
    }
    guard !claims.contains("-") else {
      throw ValidationError("--claims is read more than once: save standard input to a file.")
    }
    if watch, let output {
      throw ValidationError("--watch serves the page and writes no file: leave out -o \(output).")
    }
    if !watch, port != nil { throw ValidationError("--port goes with --watch.") }
    if answer != nil || correct != nil, table.x != nil || table.y != nil {
      throw ValidationError(
        "--answer and --correct ask for votes, --x and --y for curves. Leave out one pair.")
    }
  }

  func run() throws {
    if watch {
      var watched = WatchedReport(self)
      return try watched.serve(port: port ?? Self.usualPort)
    }
    let page = try page()
    let bytes = page.shell.bytes
    if let output {
      try OutputFile.save(bytes, to: output, inputs: try inputs)
    } else {
      try Console.result(String(decoding: bytes, as: UTF8.self))
    }
    page.claims?.noteErrors()
    if page.claims?.hasErrors ?? false { throw ExitCode.failure }
  }

  /// The table, the files of claims, and the tables that they name.
  var inputs: [String] {
    get throws {
      table.files + claims + (try ClaimFile.entries(of: claims)).flatMap(\.tables)
    }
  }
}
