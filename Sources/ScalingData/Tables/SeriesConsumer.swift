/// Takes the rows of one block: conditions, keys, numbers.
struct SeriesConsumer: RecordConsumer {
  let plan: RowPlan
  private(set) var rows: [KeptRow] = []
  /// The further columns of every kept row, row after row.
  private(set) var predictors: [Double] = []
  private(set) var groups: GroupTable
  private(set) var seenCount = 0
  private(set) var matchingCount = 0
  private(set) var missingCount = 0

  init(plan: RowPlan) {
    self.plan = plan
    groups = GroupTable(columnCount: plan.series.count)
  }

  func deallocate() {
    groups.deallocate()
  }

  mutating func consume(_ record: Record) throws(DataError) {
    seenCount += 1
    guard plan.filter.isEmpty || plan.filter.keeps(record) else { return }
    matchingCount += 1
    let x = try number(record, plan.x)
    let y = try number(record, plan.y)
    var items = Double.nan
    if let index = plan.items { items = try itemCount(record, index) }
    var standardError = Double.nan
    if let index = plan.standardError { standardError = try spread(record, index) }
    guard x.kind != .missing, y.kind != .missing else {
      missingCount += 1
      return
    }
    guard try keepPredictors(record) else {
      missingCount += 1
      return
    }
    let series = try group(of: record)
    rows.append(
      KeptRow(
        x: x.value, y: y.value, items: items, standardError: standardError,
        line: record.line + 1, series: Int32(series), inputIndex: 0, xKind: x.kind, yKind: y.kind,
        isHeldOut: plan.holdout?.keeps(record) ?? false))
  }

  mutating func consumeRagged(_ fault: RaggedRecord) throws(DataError) {
    throw fault.error
  }

  /// The group of a record; a key that appears for the first time must be UTF-8.
  private mutating func group(of record: Record) throws(DataError) -> Int {
    var group = 0
    for column in plan.series.indices {
      let cell = record[plan.series[column]]
      let known = groups.columns[column].count
      let key = groups.key(cell, hash: ByteHash.padded(cell), column: column)
      if key == known {
        _ = try TextEncoding.text(
          cell, line: record.line + 1, column: plan.names[plan.series[column]])
      }
      group = groups.joined(group, key, column: column)
    }
    return group
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
        .invalidItems, at: place(record, index),
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
        .notANumber, at: place(record, index),
        "the standard error is \(CellText.shortened(record[index])), but it cannot be negative",
        nextStep: "Leave the cell empty where it is unknown.")
    default: throw record.numberError(index, reading.kind, column: plan.names[index])
    }
  }

  private func place(_ record: Record, _ index: Int) -> DataPlace {
    DataPlace(line: record.line + 1, column: plan.names[index])
  }
}
