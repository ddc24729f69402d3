/// One entry of a leaderboard: a model in one setting, what it cost and what it scored.
public struct ScoredRecord: Sendable, Equatable {
  /// The name of the entry.
  public var name: String
  /// The ladder it is a rung of, such as the model behind several efforts; absent for none.
  public var ladder: String?
  /// What else must agree for two entries of one name to be the same, such as the benchmark.
  public var identity: [String]
  /// The cost, in the unit of the table's axis; absent where it is unknown.
  public var cost: Double?
  /// The score; a fraction where it is an accuracy.
  public var score: Double
  /// Questions behind the score, where they are known.
  public var items: Double?
  /// The standard error of the score, where it is given.
  public var standardError: Double?
  /// Tokens spent, by kind.
  public var tokens: TokenCounts
  /// What the last printed digit of the cost is worth; zero where it is computed.
  public var costStep: Double
  /// What the last printed digit of the score is worth.
  public var scoreStep: Double
  /// The line in the file, counted from 1.
  public var line: Int

  /// An entry; only its name and its numbers are needed.
  public init(
    _ name: String, cost: Double?, score: Double, ladder: String? = nil, identity: [String] = [],
    items: Double? = nil, standardError: Double? = nil, tokens: TokenCounts = TokenCounts(),
    costStep: Double = 0, scoreStep: Double = 0, line: Int = 0
  ) {
    self.name = name
    self.ladder = ladder
    self.identity = identity
    self.cost = cost
    self.score = score
    self.items = items
    self.standardError = standardError
    self.tokens = tokens
    self.costStep = costStep
    self.scoreStep = scoreStep
    self.line = line
  }
}

/// Tokens by the way they are paid for; absent where they are not counted, or unknown.
public struct TokenCounts: Sendable, Equatable {
  /// Tokens read, without those from a cache.
  public var input: Double?
  /// Tokens written, thinking among them.
  public var output: Double?
  /// Tokens read from a cache.
  public var cached: Double?
  /// Whether every kind that is counted at all is known; otherwise their cost cannot be told.
  public var isComplete: Bool

  /// Counts of tokens.
  public init(
    input: Double? = nil, output: Double? = nil, cached: Double? = nil, isComplete: Bool = true
  ) {
    self.input = input
    self.output = output
    self.cached = cached
    self.isComplete = isComplete
  }

  /// Whether any kind is known.
  public var isKnown: Bool { input != nil || output != nil || cached != nil }
}
