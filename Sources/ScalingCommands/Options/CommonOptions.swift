internal import ArgumentParser

/// Confidence, randomness and threads: the same options in every command that estimates.
struct CommonOptions: ParsableArguments {
  @OptionGroup var confidence: ConfidenceOptions

  @OptionGroup var run: RunOptions

  var level: Double { confidence.level }
  var seed: UInt64 { run.seed }
  var threadCount: Int { run.threadCount }
}

/// The level of intervals: the same option in every command that has them.
struct ConfidenceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Confidence level of intervals and bands.", valueName: "level"))
  var level: Double = 0.95

  func validate() throws {
    guard level > 0, level < 1 else {
      throw ValidationError("--level is \(level), but must lie between 0 and 1, such as 0.95.")
    }
  }
}
