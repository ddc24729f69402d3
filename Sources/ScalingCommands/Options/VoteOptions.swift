public import ArgumentParser
public import ScalingAnalysis

/// How votes are cast and judged.
struct VoteOptions: ParsableArguments {
  @Option(help: "A tied vote: split (shared credit), first (emitted first wins) or none.")
  var ties: TieRule = .split

  @Option(
    help: "Samples whose answer could not be read: count (they vote, never right) or abstain.")
  var unparsedVotes: UnparsedVotes = .count

  @Option(help: "Draw samples without or with replacement.")
  var draw: VoteDraw = .without

  @Option(
    help: ArgumentHelp(
      "Votes of these sizes, or all (default: every k up to 32, then four per doubling).",
      valueName: "k,...|all"))
  var k: String?

  @Option(
    help: ArgumentHelp("A gain below this many points is called none.", valueName: "points"))
  var tolerance: Double = 1

  @Option(
    help: ArgumentHelp(
      "Also replay stopping at the first window of that many samples that agree.",
      valueName: "samples"))
  var window: Int?

  @Option(
    help: ArgumentHelp(
      "Random orders where no exact value is known: --ties first, weighted votes, stopping.",
      valueName: "count"))
  var permutations: Int = 400

  @Option(help: ArgumentHelp("Dollars per million tokens read.", valueName: "dollars"))
  var priceInput: Double?

  @Option(help: ArgumentHelp("Dollars per million tokens written.", valueName: "dollars"))
  var priceOutput: Double?

  @Option(help: ArgumentHelp("Confidence level of intervals.", valueName: "level"))
  var level: Double = 0.95

  @Option(help: ArgumentHelp("Seed of everything random.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Threads (default: all processors).", valueName: "count"))
  var threads: Int?

  func validate() throws {
    guard level > 0.5, level < 1 else {
      throw ValidationError("--level is \(level), but must lie between 0.5 and 1, such as 0.95.")
    }
    guard tolerance > 0, tolerance < 100 else {
      throw ValidationError("--tolerance is \(tolerance), but must lie between 0 and 100 points.")
    }
    guard (2...1_000_000).contains(permutations) else {
      throw ValidationError("--permutations is \(permutations), but must lie in 2...1000000.")
    }
    if let window, window < 2 {
      throw ValidationError("--window is \(window), but one sample always agrees: give 2 or more.")
    }
    for (name, price) in [("--price-input", priceInput), ("--price-output", priceOutput)] {
      if let price, !(price >= 0 && price.isFinite) {
        throw ValidationError("\(name) is \(price), but must be 0 or more dollars.")
      }
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads), but must lie in 1...1024.")
    }
    _ = try schedule()
  }

  /// The settings that these options make.
  func settings() throws -> VoteSettings {
    var settings = VoteSettings()
    settings.ties = ties
    settings.unparsed = unparsedVotes
    settings.draw = draw
    settings.schedule = try schedule()
    settings.level = level
    settings.tolerance = tolerance / 100
    settings.permutationCount = permutations
    settings.window = window
    settings.inputPrice = priceInput
    settings.outputPrice = priceOutput
    settings.seed = seed
    settings.threads = threads ?? Console.processorCount
    return settings
  }

  private func schedule() throws -> VoteSchedule {
    guard let k else { return .dense }
    if k == "all" { return .all }
    let values = try k.split(separator: ",").map { part in
      guard let value = Int(part), value >= 1, value <= 10_000_000 else {
        throw ValidationError("--k: \"\(part)\" is not a number of votes, such as 1,5,40, or all.")
      }
      return value
    }
    guard !values.isEmpty else { throw ValidationError("--k names no number of votes.") }
    return .list(values)
  }
}

extension TieRule: ExpressibleByArgument {}
extension UnparsedVotes: ExpressibleByArgument {}
extension VoteDraw: ExpressibleByArgument {}
