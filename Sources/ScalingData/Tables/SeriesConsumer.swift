/// Takes the rows of one block: conditions, keys, numbers.
struct SeriesConsumer: RecordConsumer {
  let plan: RowPlan
  private(set) var rows: [KeptRow] = []
  private(set) var facts = RowFacts()
  /// The further columns of every kept row, row after row.
  private(set) var predictors: [Double] = []
  private(set) var groups: GroupTable
  private(set) var questions: GroupTable
  private(set) var seenCount = 0
  private(set) var matchingCount = 0
  private(set) var missingCount = 0
  /// The series of rows in which a value is missing.
  private(set) var incomplete: GroupTable
  /// The column of questions, if there is one.
  private let questionColumn: [Int]

  init(plan: RowPlan) {
    self.plan = plan
    groups = GroupTable(columnCount: plan.series.count)
    incomplete = GroupTable(columnCount: plan.series.count)
    questionColumn = plan.question.map { [$0] } ?? []
    questions = GroupTable(columnCount: questionColumn.count)
  }

  func deallocate() {
    groups.deallocate()
    incomplete.deallocate()
    questions.deallocate()
  }

  mutating func consume(_ record: Record) throws(DataError) {
    seenCount += 1
    guard plan.filter.isEmpty || plan.filter.keeps(record) else { return }
    matchingCount += 1
    let x = try number(record, plan.x)
    let y = try plan.question == nil ? number(record, plan.y) : answer(record, plan.y)
    var items = Double.nan
    if let index = plan.items { items = try itemCount(record, index) }
    var standardError = Double.nan
    if let index = plan.standardError { standardError = try spread(record, index) }
    var weight = Double.nan
    if let index = plan.weights { weight = try number(record, index).value }
    if let index = plan.question, MissingMarker.matches(record[index]) {
      try leaveOut(record)
      return
    }
    guard x.kind != .missing, y.kind != .missing else {
      try leaveOut(record)
      return
    }
    guard try keepPredictors(record) else {
      try leaveOut(record)
      return
    }
    let series = try groups.group(of: record, at: plan.series, names: plan.names)
    let question =
      questionColumn.isEmpty
      ? -1 : try questions.group(of: record, at: questionColumn, names: plan.names)
    let row = KeptRow(
      x: x.value, y: y.value, items: items, standardError: standardError,
      weight: weight, question: Int32(question), line: record.line + 1,
      series: Int32(series), inputIndex: 0, xKind: x.kind, yKind: y.kind,
      isHeldOut: plan.holdout?.keeps(record) ?? false)
    rows.append(row)
    facts.add(row)
  }

  mutating func consumeRagged(_ fault: RaggedRecord) throws(DataError) {
    throw fault.error
  }

  /// Counts a row in which a value is missing.
  private mutating func leaveOut(_ record: Record) throws(DataError) {
    missingCount += 1
    guard !plan.series.isEmpty else { return }
    _ = try incomplete.group(of: record, at: plan.series, names: plan.names)
  }

  /// Whether an answer is right: a number, or true or false.
  private func answer(_ record: Record, _ index: Int) throws(DataError) -> CellReading {
    let reading = CellReading(record[index])
    return reading.kind == .boolean ? reading : try number(record, index)
  }

  /// Adds the further columns of a record; none of them when a cell is missing.
  private mutating func keepPredictors(_ record: Record) throws(DataError) -> Bool {
    for (place, index) in plan.predictors.enumerated() {
      let reading = try number(record, index)
      if reading.kind == .missing {
        predictors.removeLast(place)
        return false
      }
      predictors.append(reading.value)
    }
    return true
  }

  @inline(__always)
  private func number(_ record: Record, _ index: Int) throws(DataError) -> CellReading {
    let reading = CellReading(record[index])
    switch reading.kind {
    case .number, .percent, .dollars, .date, .missing: return reading
    default: throw record.numberError(index, reading.kind, column: plan.names[index])
    }
  }

  private func itemCount(_ record: Record, _ index: Int) throws(DataError) -> Double {
    let reading = CellReading(record[index])
    switch reading.kind {
    case .missing: return .nan
    case .number where reading.value > 0: return reading.value
    case .number:
      throw DataError(
        .invalidItems, at: record.place(index, plan.names),
        "the number of items is \(CellText.shortened(record[index])), but it must be positive",
        nextStep: "Leave the cell empty where the number is unknown.")
    default: throw record.numberError(index, reading.kind, column: plan.names[index])
    }
  }

  private func spread(_ record: Record, _ index: Int) throws(DataError) -> Double {
    let reading = CellReading(record[index])
    switch reading.kind {
    case .missing: return .nan
    case .number, .percent, .dollars:
      guard reading.value < 0 else { return reading.value }
      throw DataError(
        .notANumber, at: record.place(index, plan.names),
        "the standard error is \(CellText.shortened(record[index])), but it cannot be negative",
        nextStep: "Leave the cell empty where it is unknown.")
    default: throw record.numberError(index, reading.kind, column: plan.names[index])
    }
  }
}
