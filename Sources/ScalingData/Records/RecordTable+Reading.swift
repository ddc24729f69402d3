extension RecordTable {
  /// Reads the entries of a table. Those without a score are left out, with a note; those without
  /// a cost are kept.
  ///
  /// - Throws: `DataError` for anything in the input that cannot be read as asked.
  public init(reading request: RecordTableRequest) throws(DataError) {
    let columns = RecordColumns(request)
    let table = try NumberTable(
      reading: NumberTableRequest(
        input: request.input, columns: columns.wanted, conditions: request.conditions,
        delimiter: request.delimiter, threads: request.threads, needsDigest: request.needsDigest,
        needsTexts: true))
    let kinds: [RecordColumns.Role] = [.inputTokens, .outputTokens, .cachedTokens]
    if request.needsTokens,
      kinds.allSatisfy({ columns.places[$0].flatMap { table.columns[$0] } == nil })
    {
      throw DataError(
        .columnNotGuessed, at: DataPlace(file: table.input.path),
        "no column counts the tokens that prices are for",
        nextStep: "Name one with --output-tokens, --input-tokens or --cached-tokens.")
    }
    let assembly = try RecordAssembly(request, columns, table)
    input = table.input
    x = assembly.x
    y = assembly.y
    roles = assembly.roles
    records = try assembly.records()
    notes = table.notes + assembly.notes
  }
}

/// Puts the columns of a reading together to records.
private struct RecordAssembly {
  private let request: RecordTableRequest
  private let columns: RecordColumns
  private let table: NumberTable
  private let values: ValueReading
  private let score: ColumnChoice
  private let names: [Int]
  private let ladders: [Int]
  private let identities: [Int]

  init(
    _ request: RecordTableRequest, _ columns: RecordColumns, _ table: NumberTable
  ) throws(DataError) {
    self.request = request
    self.columns = columns
    self.table = table
    guard let place = columns.places[.score], let score = table.columns[place] else {
      throw DataError(
        .columnNotGuessed, at: DataPlace(file: table.input.path), "no column holds the score",
        nextStep: "Name one with --y.")
    }
    self.score = score
    let places = { (role: (Int) -> RecordColumns.Role) in
      (0..<columns.wanted.count).compactMap { columns.places[role($0)] }
        .filter { table.columns[$0] != nil }
    }
    names = places { .name($0) }
    ladders = places { .ladder($0) }
    identities = places { .identity($0) }
    values = try table.reading(of: place, choice: request.valueUnit)
  }

  private func choice(_ role: RecordColumns.Role) -> ColumnChoice? {
    columns.places[role].flatMap { table.columns[$0] }
  }

  private func choices(_ places: [Int]) -> [ColumnChoice] {
    places.compactMap { table.columns[$0] }
  }

  private func texts(_ places: [Int], _ row: Int) -> [String] {
    places.map { table.texts[$0][row] }
  }

  private func value(_ role: RecordColumns.Role, _ row: Int) -> Double? {
    guard let place = columns.places[role], table.columns[place] != nil else { return nil }
    let value = table.values[place][row]
    return value.isNaN ? nil : value
  }

  private func text(_ role: RecordColumns.Role, _ row: Int) -> String? {
    guard let place = columns.places[role], table.columns[place] != nil else { return nil }
    return table.texts[place][row]
  }

  var x: AxisDescription {
    guard let cost = choice(.cost), let place = columns.places[.cost] else {
      return AxisDescription(
        column: "tokens and prices", title: "cost from tokens and prices (US dollars)",
        quantity: .dollars)
    }
    return AxisDescription(
      column: cost.column, holdsDates: false,
      holdsDollars: table.kinds(of: place).contains(.dollars))
  }

  var y: ValueDescription {
    ValueDescription(
      column: score.column, unit: values.unit,
      title: AxisDescription.spaced(score.column, isPercent: values.unit == .percent),
      doubt: values.doubt)
  }

  var roles: RecordTable.Roles {
    let isNamedByEffort = request.ladders == .guessed && choice(.effort) != nil
    return RecordTable.Roles(
      cost: choice(.cost), score: score,
      names: choices(names) + [choice(.effort)].compactMap(\.self),
      ladders: choices(isNamedByEffort ? names : ladders),
      identity: choices(identities), items: choice(.items),
      standardError: choice(.standardError))
  }

  var notes: [String] {
    var notes = [values.note].compactMap(\.self)
    if request.ladders == .guessed {
      let name = roles.names.first?.column ?? ""
      notes.append(
        choice(.effort) == nil
          ? "series = \(name) without an effort such as -high or -16k at its end (choose a column "
            + "with --series, or none)"
          : "series = \(name) (guessed beside a column of efforts; choose another with --series, "
            + "or none)")
    }
    if let note = unnamedNote { notes.append(note) }
    return notes
  }

  /// Entries that have no name are told by their lines.
  private var unnamedNote: String? {
    let lines = table.lines.indices.filter { name($0).isEmpty }.map { table.lines[$0] }
    guard let first = lines.first else { return nil }
    return lines.count == 1
      ? "1 record has no name and is called line \(first)"
      : "\(lines.count) records have no name and are called by their lines, the first line \(first)"
  }

  func records() throws(DataError) -> [ScoredRecord] {
    var records: [ScoredRecord] = []
    records.reserveCapacity(table.lines.count)
    for row in table.lines.indices { records.append(try record(row)) }
    return records
  }

  /// The name of an entry with its effort; empty where both are missing.
  private func name(_ row: Int) -> String {
    (texts(names, row) + [text(.effort, row)].compactMap(\.self)).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private func record(_ row: Int) throws(DataError) -> ScoredRecord {
    let name = name(row)
    return ScoredRecord(
      name.isEmpty ? "line \(table.lines[row])" : name, cost: value(.cost, row),
      score: (value(.score, row) ?? .nan) / values.divisor,
      ladder: ladder(row, texts(names, row)),
      identity: texts(identities, row),
      items: try items(row), standardError: try standardError(row),
      tokens: try tokens(row),
      costStep: text(.cost, row).map(PrintedStep.of) ?? 0,
      scoreStep: (text(.score, row).map(PrintedStep.of) ?? 0) / values.divisor,
      line: table.lines[row])
  }

  private func ladder(_ row: Int, _ names: [String]) -> String? {
    let cells: [String]
    switch request.ladders {
    case .none: return nil
    case .columns: cells = texts(ladders, row)
    case .guessed:
      cells = choice(.effort) == nil ? [EffortName.stem(names.joined(separator: " "))] : names
    }
    let known = cells.filter { !$0.isEmpty }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }

  private func items(_ row: Int) throws(DataError) -> Double? {
    if case .number(let count) = request.items { return count }
    guard let items = value(.items, row) else { return nil }
    guard items > 0 else {
      throw DataError(
        .invalidItems, at: place(.items, row),
        "the number of items is \(CellText.number(items)), but it must be positive",
        nextStep: "Leave the cell empty where the number is unknown.")
    }
    return items
  }

  /// The tokens of a row; an empty cell of a column that counts them is a cost that is not known.
  private func tokens(_ row: Int) throws(DataError) -> TokenCounts {
    let kinds: [RecordColumns.Role] = [.inputTokens, .outputTokens, .cachedTokens]
    var counts: [Double?] = []
    for kind in kinds {
      let count = value(kind, row)
      if let count, count < 0 {
        throw DataError(
          .notANumber, at: place(kind, row),
          "the number of tokens is \(CellText.number(count)), but it cannot be negative",
          nextStep: "Leave the cell empty where the number is unknown; the record then has no cost."
        )
      }
      counts.append(count)
    }
    return TokenCounts(
      input: counts[0], output: counts[1], cached: counts[2],
      isComplete: zip(kinds, counts).allSatisfy { choice($0) == nil || $1 != nil })
  }

  private func standardError(_ row: Int) throws(DataError) -> Double? {
    guard let error = value(.standardError, row) else { return nil }
    guard error >= 0 else {
      throw DataError(
        .notANumber, at: place(.standardError, row),
        "the standard error is \(CellText.number(error)), but it cannot be negative",
        nextStep: "Leave the cell empty where it is unknown.")
    }
    return error / values.divisor
  }

  private func place(_ role: RecordColumns.Role, _ row: Int) -> DataPlace {
    DataPlace(file: table.input.path, line: table.lines[row], column: choice(role)?.column)
  }
}
