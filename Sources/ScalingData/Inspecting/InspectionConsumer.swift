/// The columns that an inspection looks at more closely.
struct InspectionPlan: Sendable {
  let columnCount: Int
  let x: Int?
  let y: Int?
  let items: Int?
  let itemCount: Double?
  let series: [Int]
  let filter: RowFilter
}

/// Tallies the rows of one block.
struct InspectionConsumer: RecordConsumer {
  let plan: InspectionPlan
  private(set) var rowCount = 0
  private let columnCount: Int
  private let x: Int
  private let y: Int
  private let keyCount: Int
  private let keyColumns: UnsafeMutablePointer<Int>
  private let hasFilter: Bool
  private let hasItems: Bool
  private let comparesRows: Bool
  let tallies: UnsafeMutablePointer<ColumnTally>
  private let cells: UnsafeMutablePointer<TalliedCell>
  private(set) var chain: GroupChain
  private(set) var series = GrowingBuffer<SeriesTally>(capacity: 64)
  private(set) var points = GrowingBuffer<SeriesPoint>(capacity: 4_096)
  private(set) var marks = GrowingBuffer<RowMark>(capacity: 4_096)
  private(set) var ragged = RaggedCount()
  private(set) var items = ItemsCheck()

  /// - Parameter comparesRows: whether the hashes of rows are wanted still.
  init(plan: InspectionPlan, comparesRows: Bool) {
    self.plan = plan
    self.comparesRows = comparesRows
    tallies = .allocate(capacity: plan.columnCount)
    for index in 0..<plan.columnCount {
      (tallies + index).initialize(to: ColumnTally(isKey: plan.series.contains(index)))
    }
    cells = .allocate(capacity: plan.columnCount)
    chain = GroupChain(columnCount: plan.series.count)
    keyColumns = .allocate(capacity: max(plan.series.count, 1))
    for (index, column) in plan.series.enumerated() { keyColumns[index] = column }
    (x, y, keyCount) = (plan.x ?? -1, plan.y ?? -1, plan.series.count)
    (hasFilter, hasItems) = (!plan.filter.isEmpty, plan.items != nil || plan.itemCount != nil)
    columnCount = plan.columnCount
  }

  func deallocate() {
    for index in 0..<plan.columnCount { tallies[index].deallocate() }
    tallies.deinitialize(count: plan.columnCount)
    tallies.deallocate()
    cells.deallocate()
    keyColumns.deallocate()
    series.deallocate()
    points.deallocate()
    marks.deallocate()
    chain.deallocate()
  }

  mutating func consume(_ record: Record) throws(DataError) {
    guard !hasFilter || plan.filter.keeps(record) else { return }
    rowCount &+= 1
    for index in 0..<columnCount { cells[index] = tallies[index].add(record, index) }
    if comparesRows { mark(record.line) }
    var group = 0
    for column in 0..<keyCount {
      group = chain.joined(group, cells[keyColumns[column]].key, column: column)
    }
    addToSeries(
      group, x: x >= 0 ? cells[x].value : .nan, y: y >= 0 ? cells[y].value : .nan)
    if hasItems { checkItems(record) }
  }

  private mutating func mark(_ line: Int) {
    var hash: UInt64 = 0
    for index in 0..<columnCount { hash = ByteHash.mixed(hash, cells[index].hash) }
    marks.append(RowMark(hash: hash, line: line))
  }

  @inline(__always)
  private mutating func addToSeries(_ group: Int, x: Double, y: Double) {
    if group >= series.count { series.append(SeriesTally()) }
    series.base[group].add(x: x, y: y)
    guard !x.isNaN, !y.isNaN, series.base[group].rows <= InspectedSeries.distinctLimit + 1 else {
      return
    }
    points.append(SeriesPoint(series: group, x: x))
  }

  private mutating func checkItems(_ record: Record) {
    guard y >= 0 else { return }
    let count = plan.items.map { cells[$0].value } ?? plan.itemCount ?? .nan
    items.check(record[y], value: cells[y].value, items: count)
  }

  mutating func consumeRagged(_ fault: RaggedRecord) throws(DataError) {
    ragged.add(fault)
  }
}

/// Rows with a wrong number of cells.
struct RaggedCount {
  private(set) var count = 0
  private(set) var first: RaggedRecord?

  mutating func add(_ fault: RaggedRecord) {
    count += 1
    first = first ?? fault
  }

  /// Adds the count of the next block.
  mutating func merge(_ block: RaggedCount, startingAt line: Int) {
    count += block.count
    if first == nil, let fault = block.first {
      first = RaggedRecord(line: fault.line + line, expected: fault.expected, found: fault.found)
    }
  }
}
