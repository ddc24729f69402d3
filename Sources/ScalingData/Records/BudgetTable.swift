/// Runs with the tokens they were asked to use and those they used.
public struct BudgetTable: Sendable, Equatable {
  /// One run.
  public struct Run: Sendable, Equatable {
    /// The most tokens it was asked to use.
    public var asked: Double
    /// The fewest tokens it was asked to use; absent where there is no such limit.
    public var askedFrom: Double?
    /// The tokens it used.
    public var used: Double
    /// The line in the file, counted from 1.
    public var line: Int

    /// A run.
    public init(asked: Double, used: Double, askedFrom: Double? = nil, line: Int = 0) {
      self.asked = asked
      self.askedFrom = askedFrom
      self.used = used
      self.line = line
    }
  }

  /// Runs of one model or method.
  public struct Group: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The runs in the order of the file.
    public var runs: [Run]
  }

  /// The input.
  public let input: InputIdentity
  /// The column of the most tokens asked for.
  public let asked: String
  /// The column of tokens used.
  public let used: String
  /// The groups in order of appearance.
  public let groups: [Group]
  /// Choices made and rows left out, one sentence each, for the standard error stream.
  public let notes: [String]
}

/// Which columns hold the tokens of runs, and which rows count.
public struct BudgetTableRequest: Sendable, Equatable {
  /// The table.
  public var input: InputLocation
  /// The column of the most tokens asked for, or `nil` to guess.
  public var asked: String?
  /// The column of the fewest tokens asked for; `nil` for no such limit.
  public var askedFrom: String?
  /// The column of tokens used, or `nil` to guess.
  public var used: String?
  /// The columns that name a group; empty for one group; `nil` to guess.
  public var series: [String]?
  /// Conditions that a row must meet, all of them.
  public var conditions: [RowCondition] = []
  /// The delimiter, or `nil` to detect it from the header.
  public var delimiter: Delimiter?
  /// Whether the SHA-256 of the input is wanted.
  public var needsDigest = false

  /// A request that guesses the columns and keeps every row.
  public init(_ input: InputLocation) { self.input = input }
}

extension BudgetTable {
  /// Reads the runs of a table.
  ///
  /// - Throws: `DataError`, also for tokens that are not above 0.
  public init(reading request: BudgetTableRequest) throws(DataError) {
    var wanted: [NumberTableRequest.Column] = [
      .init(
        option: "--asked", meaning: "tokens asked for", name: request.asked,
        wellKnownNames: WellKnownColumn.tokenLimit.names + ["asked"]),
      .init(
        option: "--used", meaning: "tokens used", name: request.used,
        wellKnownNames: WellKnownColumn.tokensUsed.names + ["tokens", "used"]),
      .init(
        option: "--asked-from", meaning: "fewest tokens asked for", name: request.askedFrom,
        wellKnownNames: ["askedfrom"], isOptional: true, allowsEmptyCells: true),
    ]
    let labels = request.series?.map { Optional($0) } ?? [nil]
    wanted += labels.map { name in
      .init(
        option: "--series", meaning: "series", name: name,
        wellKnownNames: WellKnownColumn.seriesGroups[0] + WellKnownColumn.seriesGroups[2],
        isOptional: true, content: .label, allowsEmptyCells: true)
    }
    let table = try NumberTable(
      reading: NumberTableRequest(
        input: request.input, columns: wanted, conditions: request.conditions,
        delimiter: request.delimiter, needsDigest: request.needsDigest, needsTexts: true))
    input = table.input
    asked = table.columns[0]?.column ?? ""
    used = table.columns[1]?.column ?? ""
    notes = table.notes
    groups = try Self.groups(table, named: request.input.stem)
  }

  private static func groups(
    _ table: NumberTable, named stem: String
  ) throws(DataError) -> [Group] {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for row in table.lines.indices {
      for place in 0...2 where table.columns[place] != nil {
        try requirePositive(table, place, row)
      }
      let cells = (3..<table.columns.count).filter { table.columns[$0] != nil }
        .map { table.texts[$0][row] }.filter { !$0.isEmpty }
      let name = cells.isEmpty ? stem : cells.joined(separator: ", ")
      if places[name] == nil {
        places[name] = groups.count
        groups.append(Group(name: name, runs: []))
      }
      let from = table.columns[2] == nil ? .nan : table.values[2][row]
      groups[places[name] ?? 0].runs.append(
        Run(
          asked: table.values[0][row], used: table.values[1][row],
          askedFrom: from.isNaN ? nil : from, line: table.lines[row]))
    }
    return groups
  }

  private static func requirePositive(
    _ table: NumberTable, _ place: Int, _ row: Int
  ) throws(DataError) {
    let value = table.values[place][row]
    guard value <= 0 else { return }
    throw DataError(
      .notANumber,
      at: DataPlace(
        file: table.input.path, line: table.lines[row], column: table.columns[place]?.column),
      "\(CellText.number(value)) tokens cannot be compared as a ratio",
      nextStep: "Leave the cell empty where the number is unknown, or leave the row out with "
        + "--where.")
  }
}
