internal import ArgumentParser

/// Confidence, randomness and threads: the same options in every command that estimates.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Confidence level of intervals and bands.", valueName: "level"))
  var level: Double = 0.95

  @Option(help: ArgumentHelp("Seed of everything random.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Threads (default: all processors).", valueName: "count"))
  var threads: Int?

  func validate() throws {
    guard level > 0, level < 1 else {
      throw ValidationError("--level is \(level), but must lie between 0 and 1, such as 0.95.")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads), but must lie in 1...1024.")
    }
  }

  var threadCount: Int { threads ?? Console.processorCount }
}
