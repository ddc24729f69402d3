public import ArgumentParser
public import ScalingAnalysis
internal import ScalingData

/// How votes are cast and judged.
struct VoteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A tied vote: split (shared credit), first (the tied answer that comes first in the file "
        + "wins, so that the order of its rows counts) or none (is not right)."))
  var ties: TieRule = .split

  @Option(
    help: "Samples whose answer could not be read: count (they vote, never right) or abstain.")
  var unparsedVotes: UnparsedVotes = .count

  @Option(
    help: ArgumentHelp(
      "Draw the samples of majority votes without or with replacement; any right and all right "
        + "are always without."))
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

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.level > 0.5 else {
      throw ValidationError(
        "--level is \(common.level), but must lie between 0.5 and 1, such as 0.95.")
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
    _ = try schedule()
  }

  /// The settings that these options make.
  func settings() throws -> VoteSettings {
    var settings = VoteSettings()
    settings.ties = ties
    settings.unparsed = unparsedVotes
    settings.draw = draw
    settings.schedule = try schedule()
    settings.level = common.level
    settings.tolerance = tolerance / 100
    settings.permutationCount = permutations
    settings.window = window
    settings.price = TokenPrice(input: priceInput, output: priceOutput)
    settings.seed = common.seed
    settings.threads = common.threadCount
    return settings
  }

  /// - Throws: `VotesCommandError` for an option that the table gives nothing to do.
  func requireUse(in table: SampleTable, _ settings: VoteSettings) throws {
    let most = table.groups.flatMap(\.questions).map(\.sampleCount).max() ?? 0
    if let window, window > most {
      throw VotesCommandError(
        description: "--window is \(window), but no question has more than \(most) "
          + "\(most == 1 ? "sample" : "samples"). Give a smaller one.")
    }
    if case .list(let ks) = settings.schedule, let least = ks.min(), least > most,
      draw == .without || !table.hasAnswers
    {
      throw VotesCommandError(
        description: "--k begins at \(least), but no question has more than "
          + "\(most) \(most == 1 ? "sample" : "samples"). Give a smaller one"
          + (table.hasAnswers ? ", or --draw with." : "."))
    }
    let isPriced = table.groups.contains { VoteCost.dollars($0.questions, settings) != nil }
    if settings.price.isKnown, !isPriced {
      throw VotesCommandError(
        description:
          "\(priceOutput == nil ? "--price-input" : "--price-output") needs the tokens of "
          + "every question. Name their column with --tokens or --input-tokens, or leave the price out."
      )
    }
  }

  private func schedule() throws -> VoteSchedule {
    guard let k else { return .dense }
    if k == "all" { return .all }
    return .list(try NumberList.counts(k, option: "--k"))
  }
}

extension SampleTable {
  /// Whether there are answers to vote with, and not only right and wrong.
  fileprivate var hasAnswers: Bool {
    groups.contains { $0.questions.contains { !$0.answers.isEmpty } }
  }
}

extension TieRule: ExpressibleByArgument {}
extension UnparsedVotes: ExpressibleByArgument {}
extension VoteDraw: ExpressibleByArgument {}
