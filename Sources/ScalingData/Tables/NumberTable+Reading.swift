extension NumberTable {
  /// Reads the columns of a request. Rows in which one of them is missing are left out, with a
  /// note.
  ///
  /// - Throws: `DataError` for anything in the input that cannot be read as asked.
  public init(reading request: NumberTableRequest) throws(DataError) {
    let table = try OpenedTable(
      request.input, delimiter: request.delimiter, needsDigest: request.needsDigest,
      limits: .standard)
    let file = request.input.description
    let reducer: NumberReducer
    let resolution: NumberColumnResolution
    do throws(DataError) {
      resolution = try NumberColumnResolution(request, table.shape(limits: .standard))
      reducer = NumberReducer(
        plan: NumberPlan(
          columns: zip(request.columns, resolution.positions).compactMap { column, position in
            position.map { NumberPlan.Column(index: $0, column) }
          },
          filter: try RowFilter(request.conditions, header: table.header, file: file),
          names: table.header.names, needsTexts: request.holdsTexts))
    } catch {
      table.feed.deallocate()
      throw error.located(in: file)
    }
    let outcome = try table.run(reducer, threads: request.threads)
    input = InputIdentity(path: file, sha256: outcome.digest, rows: reducer.seenCount)
    columns = resolution.choices
    values = Self.aligned(reducer.values, with: resolution.positions)
    texts = request.holdsTexts ? Self.aligned(reducer.texts, with: resolution.positions) : []
    lines = reducer.lines
    var notes = outcome.notes + resolution.notes
    let place = DataPlace(file: file)
    guard reducer.seenCount > 0 else {
      throw DataError(
        .noRows, at: place, "there is a header, but no row", nextStep: "Add rows below it.")
    }
    guard reducer.matchingCount > 0 else {
      let list = request.conditions.map { "'\($0)'" }.joined(separator: " and ")
      throw DataError(
        .noMatchingRow, at: place, "none of the \(reducer.seenCount) rows meets \(list)",
        nextStep: "Look at the values with: scaling inspect.")
    }
    guard !lines.isEmpty else {
      throw DataError(
        .noCompleteRow, at: place,
        "no row has all of "
          + columns.compactMap { $0?.column }.joined(separator: ", "),
        nextStep: "Choose other columns.")
    }
    if !request.conditions.isEmpty {
      notes.append("\(reducer.matchingCount) of \(reducer.seenCount) rows meet the conditions")
    }
    if reducer.missingCount > 0 {
      let count = reducer.missingCount
      notes.append("\(count) \(count == 1 ? "row" : "rows") with an empty cell left out")
    }
    self.notes = notes
  }

  /// What was read of each column of a request; nothing of those that the table lacks.
  private static func aligned<Value>(_ found: [[Value]], with positions: [Int?]) -> [[Value]] {
    var rest = found[...]
    return positions.map { $0 == nil ? [] : rest.removeFirst() }
  }
}

/// The columns of a request by position.
private struct NumberColumnResolution {
  var positions: [Int?] = []
  var choices: [ColumnChoice?] = []
  var notes: [String] = []

  init(_ request: NumberTableRequest, _ shape: TableShape) throws(DataError) {
    for column in request.columns {
      let position = try position(column, request, shape)
      positions.append(position)
      choices.append(
        position.map {
          ColumnChoice(
            column: shape.header.names[$0], origin: column.name == nil ? .guessed : .requested)
        })
    }
    noteMixedSeries(request, shape)
  }

  private mutating func position(
    _ column: NumberTableRequest.Column, _ request: NumberTableRequest, _ shape: TableShape
  ) throws(DataError) -> Int? {
    if let other = column.standsInFor, positions[other] != nil { return nil }
    if let name = column.name {
      return try shape.header.index(of: name, option: column.option, file: shape.file)
    }
    let named = Set(request.columns.compactMap(\.name))
    for name in column.wellKnownNames {
      let known = WellKnownColumn(names: [name], title: "", quantity: .other)
      let index = shape.header.names.indices.first { index in
        known.matches(shape.header.names[index])
          && (column.content == .label || column.takesText || !shape.columns[index].isText)
          && !positions.contains(index) && !named.contains(shape.header.names[index])
      }
      guard let index else { continue }
      notes.append(
        "\(column.meaning) = \(shape.header.names[index]) (guessed from its name; choose another "
          + "with \(column.option))")
      // A name over two columns is refused as everywhere.
      return try shape.header.index(
        of: shape.header.names[index], option: column.option, file: shape.file)
    }
    let hasStandIn = request.columns.contains { $0.standsInFor == positions.count }
    if column.isOptional || hasStandIn { return nil }
    throw DataError(
      .columnNotGuessed, at: DataPlace(file: shape.file),
      "no column has a well-known name for the \(column.meaning)",
      nextStep: "Name one with \(column.option). The columns are \(shape.header.list).")
  }

  /// One law for rows of several groups may be meant or may be an oversight.
  private mutating func noteMixedSeries(_ request: NumberTableRequest, _ shape: TableShape) {
    if request.columns.contains(where: { $0.content == .label }) { return }
    for name in WellKnownColumn.seriesGroups[0] {
      let index = shape.header.names.indices.first {
        WellKnownColumn.normalised(shape.header.names[$0]) == name
          && shape.columns[$0].textCount > 0
      }
      guard let index else { continue }
      let column = shape.header.names[index]
      let isChosen = request.conditions.contains { $0.column.lowercased() == column.lowercased() }
      let distinct = shape.columns[index].distinctCount
      guard !isChosen, distinct > 1, distinct * 2 <= shape.sampledRows else { continue }
      notes.append(
        "rows of different \(column) are taken together; keep one with --where '\(column)=...'")
      return
    }
  }
}

/// Where the columns stand.
struct NumberPlan: Sendable {
  /// One column and what its cells may be.
  struct Column: Sendable {
    let index: Int
    let content: NumberTableRequest.Column.Content
    let allowsEmptyCells: Bool

    init(index: Int, _ column: NumberTableRequest.Column) {
      self.index = index
      content = column.content
      allowsEmptyCells = column.allowsEmptyCells
    }
  }

  let columns: [Column]
  let filter: RowFilter
  let names: [String]
  let needsTexts: Bool
}

/// Takes the rows of one block.
struct NumberConsumer: RecordConsumer {
  let plan: NumberPlan
  private(set) var values: [[Double]]
  private(set) var texts: [[String]]
  private(set) var lines: [Int] = []
  private(set) var seenCount = 0
  private(set) var matchingCount = 0
  private(set) var missingCount = 0

  init(plan: NumberPlan) {
    self.plan = plan
    values = plan.columns.map { _ in [] }
    texts = plan.needsTexts ? values.map { _ in [] } : []
  }

  func deallocate() {}

  mutating func consume(_ record: Record) throws(DataError) {
    seenCount += 1
    guard plan.filter.isEmpty || plan.filter.keeps(record) else { return }
    matchingCount += 1
    var isMissing = false
    for (place, column) in plan.columns.enumerated() {
      let value = try value(record, column)
      isMissing = isMissing || !column.allowsEmptyCells && isEmpty(record, column, value)
      values[place].append(value)
    }
    if isMissing {
      missingCount += 1
      for place in values.indices { values[place].removeLast() }
    } else {
      lines.append(record.line + 1)
      for place in texts.indices {
        texts[place].append(try text(record, plan.columns[place]))
      }
    }
  }

  /// The number of a cell; not a number where it is missing or a label.
  private func value(_ record: Record, _ column: NumberPlan.Column) throws(DataError) -> Double {
    if column.content == .label { return .nan }
    let reading = CellReading(record[column.index])
    switch reading.kind {
    case .number, .missing: return reading.value
    case .percent, .dollars:
      if column.content == .amount { return reading.value }
      fallthrough
    default:
      throw record.numberError(column.index, reading.kind, column: plan.names[column.index])
    }
  }

  private func isEmpty(_ record: Record, _ column: NumberPlan.Column, _ value: Double) -> Bool {
    column.content == .label ? MissingMarker.matches(record[column.index]) : value.isNaN
  }

  private func text(_ record: Record, _ column: NumberPlan.Column) throws(DataError) -> String {
    let cell = record[column.index]
    guard column.content == .label else { return String(decoding: cell, as: UTF8.self) }
    if MissingMarker.matches(cell) { return "" }
    return try TextEncoding.text(cell, line: record.line + 1, column: plan.names[column.index])
  }

  mutating func consumeRagged(_ fault: RaggedRecord) throws(DataError) { throw fault.error }
}

/// Puts the rows of all blocks together, in order.
final class NumberReducer: RecordReducer, @unchecked Sendable {
  let plan: NumberPlan
  private(set) var values: [[Double]]
  private(set) var texts: [[String]]
  private(set) var lines: [Int] = []
  private(set) var seenCount = 0
  private(set) var matchingCount = 0
  private(set) var missingCount = 0

  init(plan: NumberPlan) {
    self.plan = plan
    values = plan.columns.map { _ in [] }
    texts = plan.needsTexts ? values.map { _ in [] } : []
  }

  func makeConsumer() -> NumberConsumer { NumberConsumer(plan: plan) }

  func merge(_ consumer: inout NumberConsumer, startingAt line: Int) throws(DataError) {
    for place in values.indices { values[place] += consumer.values[place] }
    for place in texts.indices { texts[place] += consumer.texts[place] }
    lines += consumer.lines.map { $0 + line }
    seenCount += consumer.seenCount
    matchingCount += consumer.matchingCount
    missingCount += consumer.missingCount
  }
}
