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
    let rows = table.lines.indices.map { row in
      KeptRow(
        x: .nan, y: table.values[place][row], items: .nan, standardError: .nan, weight: .nan,
        question: -1, line: table.lines[row], series: 0, inputIndex: 0, xKind: .missing,
        yKind: Self.kind(table.texts[place][row]), isHeldOut: false)
    }
    values = try ValueReading(
      rows, column: score.column, choice: request.valueUnit, files: [table.input.path])
  }

  private static func kind(_ text: String) -> CellKind {
    var text = text
    return text.withUTF8 { CellReading($0).kind }
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
      holdsDollars: table.texts[place].contains { Self.kind($0) == .dollars })
  }

  var y: ValueDescription {
    ValueDescription(
      column: score.column, unit: values.unit,
      title: AxisDescription.spaced(score.column, isPercent: values.unit == .percent))
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
    return notes
  }

  func records() throws(DataError) -> [ScoredRecord] {
    var records: [ScoredRecord] = []
    records.reserveCapacity(table.lines.count)
    for row in table.lines.indices { records.append(try record(row)) }
    return records
  }

  private func record(_ row: Int) throws(DataError) -> ScoredRecord {
    let names = texts(names, row)
    let name = (names + [text(.effort, row)].compactMap(\.self)).filter { !$0.isEmpty }
      .joined(separator: " ")
    return ScoredRecord(
      name.isEmpty ? "line \(table.lines[row])" : name, cost: value(.cost, row),
      score: (value(.score, row) ?? .nan) / values.divisor, ladder: ladder(row, names),
      identity: texts(identities, row),
      items: try items(row), standardError: try standardError(row),
      tokens: TokenCounts(
        input: value(.inputTokens, row), output: value(.outputTokens, row),
        cached: value(.cachedTokens, row)),
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
