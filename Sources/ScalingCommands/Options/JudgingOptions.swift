internal import ArgumentParser
internal import ScalingClaims

/// How claims are judged: the same options in every command that judges them.
struct JudgingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How often a wrong verdict may occur; intervals have the level 1 minus this.",
      valueName: "level"))
  var level: Double = 0.05

  @Option(help: ArgumentHelp("Series simulated from each family.", valueName: "count"))
  var simulations: Int = 999

  @Option(help: ArgumentHelp("Seed of everything random.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Threads (default: all processors).", valueName: "count"))
  var threads: Int?

  func validate() throws {
    guard level > 0, level <= 0.5 else {
      throw ValidationError("--level is \(level), but must lie between 0 and 0.5, such as 0.05.")
    }
    guard (99...1_000_000).contains(simulations) else {
      throw ValidationError(
        "--simulations is \(simulations), but must lie in 99...1000000: fewer cannot show a "
          + "rare event.")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads), but must lie in 1...1024.")
    }
  }

  var settings: CheckSettings {
    CheckSettings(
      level: level, simulations: simulations, seed: seed,
      threads: threads ?? Console.processorCount)
  }
}
