/// A leaderboard: entries with their cost and their score.
public struct RecordTable: Sendable, Equatable {
  /// The input.
  public var input: InputIdentity
  /// What the cost is.
  public var x: AxisDescription
  /// What the score is.
  public var y: ValueDescription
  /// The columns in their roles.
  public var roles: Roles
  /// The entries in the order of the file; their costs may be unknown.
  public var records: [ScoredRecord]
  /// Choices made and rows left out, one sentence each, for the standard error stream.
  public var notes: [String]

  /// Which columns hold what.
  public struct Roles: Sendable, Equatable {
    /// The cost; absent where it follows from tokens and prices.
    public var cost: ColumnChoice?
    /// The score.
    public var score: ColumnChoice
    /// The name of an entry.
    public var names: [ColumnChoice]
    /// The ladders; empty where there are none or the names of the entries tell them.
    public var ladders: [ColumnChoice]
    /// What else tells entries apart.
    public var identity: [ColumnChoice]
    /// The questions behind each score.
    public var items: ColumnChoice?
    /// The standard error of each score.
    public var standardError: ColumnChoice?
  }

  /// The entries with a cost as one series, for axes and words that curves have too.
  public var plotted: SeriesTable {
    let observations = records.compactMap { record in
      record.cost.map { Observation(x: $0, y: record.score, items: record.items) }
    }
    return SeriesTable(
      inputs: [input], roles: TableRoles(x: roles.cost, y: roles.score), x: x, y: y,
      series: [Series(name: "records", observations: observations)])
  }
}

/// Which entries to read, and from which columns.
public struct RecordTableRequest: Sendable, Equatable {
  /// Where ladders come from.
  public enum Ladders: Sendable, Equatable {
    /// The names of the entries without their effort, or the model beside a column of efforts.
    case guessed
    /// Columns whose cells name a ladder.
    case columns([String])
    /// There are none.
    case none
  }

  /// The table.
  public var input: InputLocation
  /// The column of costs, or `nil` to guess.
  public var cost: String?
  /// The column of scores, or `nil` to guess.
  public var score: String?
  /// The columns that name an entry; `nil` to guess.
  public var names: [String]?
  /// Where ladders come from.
  public var ladders = Ladders.guessed
  /// Columns that tell entries of one name apart; `nil` to guess the benchmark.
  public var identity: [String]?
  /// The questions behind each score, or `nil` to guess.
  public var items: ItemsSource?
  /// The column of standard errors, or `nil` to guess.
  public var standardError: String?
  /// The columns of tokens, which are read where costs follow from them.
  public var tokens = TokenColumns()
  /// Whether costs follow from tokens and prices, so that no column of costs is needed.
  public var needsTokens = false
  /// Conditions that a row must meet, all of them.
  public var conditions: [RowCondition] = []
  /// The delimiter, or `nil` to detect it from the header.
  public var delimiter: Delimiter?
  /// How scores are to be read.
  public var valueUnit = ValueUnitChoice.automatic
  /// Threads that parse; the result is the same for any number.
  public var threads = 1
  /// Whether the SHA-256 of the input is wanted.
  public var needsDigest = false

  /// The columns of tokens, each guessed where it is `nil`.
  public struct TokenColumns: Sendable, Equatable {
    /// Tokens read, without those from a cache.
    public var input: String?
    /// Tokens written.
    public var output: String?
    /// Tokens read from a cache.
    public var cached: String?

    /// Columns to be guessed unless they are named.
    public init(input: String? = nil, output: String? = nil, cached: String? = nil) {
      self.input = input
      self.output = output
      self.cached = cached
    }
  }

  /// A request that guesses every role and keeps every row.
  public init(_ input: InputLocation) { self.input = input }
}
