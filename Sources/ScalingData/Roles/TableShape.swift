/// The columns of a table and a look at its first rows, from which roles are chosen.
struct TableShape {
  let header: TableHeader
  let file: String
  /// The first rows, as kinds of cells and hashes of their text, column by column.
  let columns: [ColumnSample]
  let sampledRows: Int
}

/// What the first rows say about one column.
struct ColumnSample {
  var valueCount = 0
  var textCount = 0
  var hashes: Set<UInt64> = []

  /// Whether at least half of the cells are text.
  var isText: Bool { textCount > 0 && textCount * 2 >= valueCount }

  /// The number of distinct cells.
  var distinctCount: Int { hashes.count }
}

/// Gathers a sample; broken rows are left to the reading itself.
struct SampleConsumer: RecordConsumer {
  var columns: [ColumnSample]
  var rows = 0

  init(columnCount: Int) {
    columns = Array(repeating: ColumnSample(), count: columnCount)
  }

  mutating func consume(_ record: Record) throws(DataError) {
    rows += 1
    for index in columns.indices {
      let cell = record[index]
      let kind = CellReading(cell).kind
      if kind == .missing { continue }
      columns[index].valueCount += 1
      if kind == .text { columns[index].textCount += 1 }
      columns[index].hashes.insert(ByteHash.padded(cell))
    }
  }

  mutating func consumeRagged(_ fault: RaggedRecord) throws(DataError) {}

  func deallocate() {}
}

extension OpenedTable {
  /// Looks at the first rows without using them up.
  func shape(limits: ReadingLimits) -> TableShape {
    let carried = feed.carry.count - feed.carryStart
    var copy = BlockBuffer(capacity: carried)
    copy.assign(feed.carry.base + feed.carryStart, count: carried)
    if !feed.source.isAtEnd {
      copy.count = BlockCutter.end(of: copy.base, count: carried) ?? 0
    }
    var consumer = SampleConsumer(columnCount: header.names.count)
    var tokenizer = RecordTokenizer(
      delimiter: header.delimiter, columnCount: header.names.count)
    _ = try? tokenizer.read(copy, limit: limits.sampleSize, into: &consumer)
    copy.deallocate()
    tokenizer.deallocate()
    return TableShape(
      header: header, file: location.description, columns: consumer.columns,
      sampledRows: consumer.rows)
  }
}
