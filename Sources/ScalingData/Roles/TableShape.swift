/// The columns of a table and a look at its first rows, from which roles are chosen.
struct TableShape {
  let header: TableHeader
  let file: String
  /// The first rows, as kinds of cells and hashes of their text, column by column.
  let columns: [ColumnSample]
  let sampledRows: Int
  /// The hashes of the cells of the first rows, row after row.
  let cells: [UInt64]

  /// How many different combinations of cells some columns have in the first rows.
  func distinctCount(of indices: [Int]) -> Int {
    let width = columns.count
    return Set((0..<sampledRows).map { row in indices.map { cells[row * width + $0] } }).count
  }
}

/// What the first rows say about one column.
struct ColumnSample {
  var valueCount = 0
  var textCount = 0
  /// The cells that can say right or wrong.
  var verdictCount = 0
  var hashes: Set<UInt64> = []

  /// Whether at least half of the cells are text.
  var isText: Bool { textCount > 0 && textCount * 2 >= valueCount }

  /// Whether every cell can say right or wrong, such as true and 0.
  var holdsVerdicts: Bool { valueCount > 0 && verdictCount == valueCount }

  /// The number of distinct cells.
  var distinctCount: Int { hashes.count }
}

/// Gathers a sample; broken rows are left to the reading itself.
struct SampleConsumer: RecordConsumer {
  var columns: [ColumnSample]
  var rows = 0
  private(set) var cells: [UInt64] = []

  init(columnCount: Int) {
    columns = Array(repeating: ColumnSample(), count: columnCount)
  }

  mutating func consume(_ record: Record) throws(DataError) {
    rows += 1
    for index in columns.indices {
      let cell = record[index]
      let kind = CellReading(cell).kind
      let hash = kind == .missing ? 0 : ByteHash.padded(cell)
      cells.append(hash)
      if kind == .missing { continue }
      columns[index].valueCount += 1
      if kind == .text { columns[index].textCount += 1 }
      if Verdict(cell) != nil { columns[index].verdictCount += 1 }
      columns[index].hashes.insert(hash)
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
      copy.count = header.format.end(of: copy.base, count: carried) ?? 0
    }
    let look = FirstLook(block: copy, limit: limits.sampleSize, columnCount: header.names.count)
    header.format.withTokenizer(columnCount: header.names.count, look)
    copy.deallocate()
    return TableShape(
      header: header, file: location.description, columns: look.consumer.columns,
      sampledRows: look.consumer.rows, cells: look.consumer.cells)
  }
}

/// Reads the first rows into a sample.
private final class FirstLook: TokenizerBody {
  private let block: BlockBuffer
  private let limit: Int
  private(set) var consumer: SampleConsumer

  init(block: BlockBuffer, limit: Int, columnCount: Int) {
    self.block = block
    self.limit = limit
    consumer = SampleConsumer(columnCount: columnCount)
  }

  func run<Tokenizer: BlockTokenizer & ~Copyable>(_ tokenizer: inout Tokenizer) {
    _ = try? tokenizer.read(block, from: 0, limit: limit, isTruncated: false, into: &consumer)
  }
}
