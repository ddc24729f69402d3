public import ArgumentParser
internal import ScalingAnalysis
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

  @OptionGroup(title: "Report") var report: ReportOptions

  @Option(help: "x axis of the figure: k, tokens or dollars.")
  var axis: VotesFigure.XAxis = .k

  @OptionGroup(title: "Figure") var frame: FigureFrame

  func validate() throws {
    if report.svg == nil { try frame.requireUnused(besides: [("--axis", axis != .k)]) }
  }

  func run() throws {
    let settings = try votes.settings()
    let table = try samples.read(
      threads: settings.threads, needsDigest: report.format == .json,
      needsSequence: votes.ties == .first || votes.window != nil)
    try votes.requireUse(in: table, settings)
    if report.svg != nil { try checkAxis(table, settings) }
    let progress = ProgressLine("votes")
    let result: VotesReport
    do {
      result = try VotesReport(table, settings) { progress.report($0) }
    } catch {
      progress.end()
      throw VotesCommandError(
        description: "\(samples.files.joined(separator: ", ")): \(error.description)")
    }
    progress.end()
    try report.write(
      ReportOptions.Forms(
        text: { result.text }, json: { result.json }, csv: { result.csv },
        markdown: { result.markdown }),
      inputs: samples.files
    ) {
      try frame.svg(VotesFigure(result, axis: axis, options: frame.options).figure)
    }
  }

  private func checkAxis(_ table: SampleTable, _ settings: VoteSettings) throws {
    do {
      try VotesFigure.check(table, axis: axis, settings: settings)
    } catch {
      throw VotesCommandError(
        description: "\(samples.files.joined(separator: ", ")): \(error.description)")
    }
  }
}

/// Votes that could not be analysed, with their file.
struct VotesCommandError: Error, CustomStringConvertible {
  let description: String
}

extension VotesFigure.XAxis: ExpressibleByArgument {}
