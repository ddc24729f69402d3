internal import ArgumentParser
internal import ScalingClaims

/// How claims are judged: the same options in every command that judges them.
struct JudgingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How often a wrong verdict may occur; intervals have the level 1 minus this.",
      valueName: "level"))
  var level: Double = 0.05

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Series simulated from each family.", valueName: "count"))
  var simulations: Int = 999

  @OptionGroup var run: RunOptions

  func validate() throws {
    guard level > 0, level <= 0.5 else {
      throw ValidationError("--level is \(level), but must lie between 0 and 0.5, such as 0.05.")
    }
    guard (99...1_000_000).contains(simulations) else {
      throw ValidationError(
        "--simulations is \(simulations), but must lie in 99...1000000: fewer cannot show a "
          + "rare event.")
    }
    // The smallest p-value is one in simulations + 1, and half the level is what it is held against.
    let least = Int((2 / level).rounded(.up))
    guard simulations + 1 >= least else {
      throw ValidationError(
        "--level is \(level), which \(simulations) simulations cannot show. Give --simulations "
          + "\(least) or more.")
    }
  }

  var settings: CheckSettings {
    CheckSettings(
      level: level, simulations: simulations, seed: run.seed, threads: run.threadCount)
  }
}
