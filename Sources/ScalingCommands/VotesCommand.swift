public import ArgumentParser
internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingData
public import ScalingReports

/// `scaling votes`: what majority votes and repeated samples can reach, and what limits them.
struct VotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "votes",
    abstract: "Majority-vote and pass@k curves, their ceilings and plateaus.",
    discussion: """
      From a row per sample (question, answer, right or not), from a wide table with a column \
      per sample, or from counts. Majority votes are exact: all draws of k of the n samples. The \
      ceiling is the limit for many samples, the plateau the k after which less than --tolerance \
      is left to gain. Intervals are over questions, never over samples.
      """)

  @OptionGroup(title: "Samples") var samples: SampleOptions
  @OptionGroup(title: "Votes") var votes: VoteOptions

  @Option(help: "text, json, csv (one row per curve and k) or markdown.")
  var format: Format = .text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File for the report instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("File for the figure beside the report.", valueName: "file"))
  var svg: String?

  @Option(help: "x axis of the figure: k, tokens or dollars.")
  var axis: VotesFigure.XAxis = .k

  @Option(
    help: ArgumentHelp("Width of the figure in pixels; 360 for a phone.", valueName: "pixels"))
  var width: Double = 760

  @Option(help: ArgumentHelp("Title instead of the finding.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Source line of the figure.", valueName: "text"))
  var source: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  func validate() throws {
    guard (280...2000).contains(width) else {
      throw ValidationError("--width is \(width), but must lie in 280...2000 pixels.")
    }
    if let output, let svg, output == svg {
      throw ValidationError("-o and --svg name the same file, \(svg). Name two.")
    }
  }

  func run() throws {
    let settings = try votes.settings()
    let table = try samples.read(
      threads: settings.threads, needsDigest: format == .json,
      needsSequence: votes.ties == .first || votes.window != nil)
    let progress = ProgressLine("votes")
    let report: VotesReport
    do {
      report = try VotesReport(table, settings) { progress.report($0) }
    } catch {
      progress.end()
      throw VotesCommandError(
        description: "\(samples.files.joined(separator: ", ")): \(error.description)")
    }
    progress.end()
    try write(report)
  }

  private func write(_ report: VotesReport) throws {
    let text =
      switch format {
      case .text: report.text
      case .json: report.json.text
      case .csv: report.csv
      case .markdown: report.markdown
      }
    var files: [OutputFile] = []
    if let svg {
      let figure = try VotesFigure(report, axis: axis, title: title, source: source).figure
      files.append(
        OutputFile(
          path: svg, bytes: try renderBytes(figure, options: RenderOptions(width: width))))
    }
    if let output { files.append(OutputFile(path: output, bytes: Array(text.utf8))) }
    try OutputFile.save(files, inputs: samples.files)
    if output == nil { try Console.result(text) }
  }
}

/// Votes that could not be analysed, with their file.
struct VotesCommandError: Error, CustomStringConvertible {
  let description: String
}

extension VotesFigure.XAxis: ExpressibleByArgument {}
