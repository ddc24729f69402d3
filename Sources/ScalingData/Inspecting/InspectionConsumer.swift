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
  let tallies: UnsafeMutablePointer<ColumnTally>
  private let cells: UnsafeMutablePointer<TalliedCell>
  private(set) var chain: GroupChain
  private(set) var series: [SeriesTally] = []
  private(set) var points: [SeriesPoint] = []
  private(set) var marks: [RowMark] = []
  private(set) var ragged = RaggedCount()
  private(set) var items = ItemsCheck()

  init(plan: InspectionPlan) {
    self.plan = plan
    tallies = .allocate(capacity: plan.columnCount)
    for index in 0..<plan.columnCount {
      (tallies + index).initialize(to: ColumnTally(isKey: plan.series.contains(index)))
    }
    cells = .allocate(capacity: plan.columnCount)
    chain = GroupChain(columnCount: plan.series.count)
    marks.reserveCapacity(8_192)
    points.reserveCapacity(8_192)
  }

  func deallocate() {
    for index in 0..<plan.columnCount { tallies[index].deallocate() }
    tallies.deinitialize(count: plan.columnCount)
    tallies.deallocate()
    cells.deallocate()
    chain.deallocate()
  }

  mutating func consume(_ record: Record) throws(DataError) {
    guard plan.filter.isEmpty || plan.filter.keeps(record) else { return }
    rowCount &+= 1
    var hash: UInt64 = 0
    for index in 0..<plan.columnCount {
      let cell = tallies[index].add(record[index], line: record.line)
      cells[index] = cell
      hash = ByteHash.mixed(hash, cell.hash)
    }
    marks.append(RowMark(hash: hash, line: UInt32(truncatingIfNeeded: record.line)))
    let x = plan.x.map { cells[$0].value } ?? .nan
    let y = plan.y.map { cells[$0].value } ?? .nan
    var group = 0
    for column in plan.series.indices {
      group = chain.joined(group, cells[plan.series[column]].key, column: column)
    }
    if group >= series.count { series.append(SeriesTally()) }
    series[group].add(x: x, y: y)
    if !x.isNaN, !y.isNaN, series[group].rows <= InspectedSeries.distinctLimit + 1 {
      points.append(SeriesPoint(series: Int32(truncatingIfNeeded: group), x: x))
    }
    if let column = plan.items ?? plan.y, plan.items != nil || plan.itemCount != nil {
      let count = plan.items == nil ? plan.itemCount ?? .nan : cells[column].value
      if let y = plan.y { items.check(record[y], value: cells[y].value, items: count) }
    }
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
