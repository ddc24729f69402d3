internal import ArgumentParser

/// Randomness and threads: the same options in every command that simulates.
struct RunOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Seed of everything random.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Threads (default: all processors).", valueName: "count"))
  var threads: Int?

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads), but must lie in 1...1024.")
    }
  }

  var threadCount: Int { threads ?? Console.processorCount }
}
