#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Cuts a block of bytes into records and cells (RFC 4180, and comment lines).
///
/// Cells run from mark to mark; a quoted cell with doubled quotes is unescaped in place.
struct RecordTokenizer: BlockTokenizer, ~Copyable {
  let delimiter: UInt8
  /// The cells of a record; zero accepts any number (for the header).
  let columnCount: Int
  private(set) var lineCount = 0
  private(set) var recordCount = 0
  private(set) var commentCount = 0
  var unreadKey: UnreadKey? { nil }
  private var spans: UnsafeMutablePointer<CellSpan>
  private var capacity: Int

  init(delimiter: Delimiter, columnCount: Int) {
    self.delimiter = delimiter.byte
    self.columnCount = columnCount
    capacity = max(columnCount + 1, 64)
    spans = .allocate(capacity: capacity)
  }

  deinit { spans.deallocate() }

  mutating func reset() {
    (lineCount, recordCount, commentCount) = (0, 0, 0)
  }

  @inline(never)
  mutating func read<Consumer: RecordConsumer>(
    _ block: BlockBuffer, from offset: Int, limit: Int, isTruncated: Bool,
    into consumer: inout Consumer
  ) throws(DataError) -> Int {
    let base = block.base
    let end = block.count
    let newline = UInt8(ascii: "\n")
    base[end] = newline
    var marks = CellMarks(base, delimiter: delimiter, from: offset)
    var position = offset
    while position < end, recordCount < limit {
      let first = base[position]
      if first == UInt8(ascii: "#") || first == newline
        || (first == UInt8(ascii: "\r") && base[position + 1] == newline)
      {
        if first == UInt8(ascii: "#") { commentCount += 1 }
        position = (BlockCutter.offset(of: newline, in: base, position, end) ?? end) + 1
        marks = CellMarks(base, delimiter: delimiter, from: position)
        lineCount += 1
        continue
      }
      let line = lineCount
      let cells = try readRecord(base, &position, end, isTruncated, &marks)
      recordCount &+= 1
      if cells == columnCount || columnCount == 0 {
        try consumer.consume(Record(base: base, spans: spans, count: cells, line: line))
      } else {
        try consumer.consumeRagged(
          RaggedRecord(line: line, expected: columnCount, found: cells))
      }
    }
    return min(position, end)
  }

  /// Reads a record into `spans` and moves behind its line break; answers the number of cells.
  @inline(always)
  private mutating func readRecord(
    _ base: UnsafeMutablePointer<UInt8>, _ position: inout Int, _ end: Int, _ isTruncated: Bool,
    _ marks: inout CellMarks
  ) throws(DataError) -> Int {
    let delimiter = self.delimiter
    var (spans, capacity) = (self.spans, self.capacity)
    var cells = 0
    while true {
      var mark = marks.next()
      while base[mark] == delimiter, cells < capacity {
        spans[cells] = CellSpan(position, mark)
        cells &+= 1
        position = mark &+ 1
        mark = marks.next()
      }
      var cellEnd = mark
      if base[mark] == UInt8(ascii: "\"") {
        guard mark == position else { throw strayQuote(cells + 1) }
        position &+= 1
        let cell = try readQuoted(base, position, end, cells, marks)
        (cellEnd, mark, marks) = (cell.end, cell.mark, cell.marks)
      } else if base[mark] != delimiter, cellEnd > position,
        base[cellEnd &- 1] == UInt8(ascii: "\r")
      {
        cellEnd &-= 1
      }
      if cells == capacity {
        growSpans()
        (spans, capacity) = (self.spans, self.capacity)
      }
      spans[cells] = CellSpan(position, cellEnd)
      cells &+= 1
      position = mark &+ 1
      if base[mark] == delimiter { continue }
      if mark >= end, isTruncated { throw endlessRecord() }
      lineCount &+= 1
      return cells
    }
  }

  /// A cell in quotes that was read.
  private struct QuotedCell {
    /// Where the cell ends, without its quote.
    let end: Int
    /// The delimiter or line break behind it, which is passed.
    let mark: Int
    let marks: CellMarks
  }

  /// Reads a cell behind its opening quote, and writes doubled quotes as one.
  @inline(never)
  private mutating func readQuoted(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int, _ cells: Int,
    _ marks: CellMarks
  ) throws(DataError) -> QuotedCell {
    let quote = UInt8(ascii: "\"")
    let newline = UInt8(ascii: "\n")
    let openedOn = lineCount
    var marks = marks
    var read = start
    var write = start
    while true {
      let mark = marks.next()
      guard mark < end else { throw unclosedQuote(openedOn, cells) }
      if base[mark] == newline { lineCount += 1 }
      guard base[mark] == quote else { continue }
      let isDoubled = base[mark + 1] == quote
      let count = mark - read + (isDoubled ? 1 : 0)
      if write != read { memmove(base + write, base + read, count) }
      write += count
      guard isDoubled else {
        let isBeforeReturn = base[mark + 1] == UInt8(ascii: "\r") && base[mark + 2] == newline
        let behind = mark + (isBeforeReturn ? 2 : 1)
        guard base[behind] == delimiter || base[behind] == newline else {
          throw textAfterQuote(openedOn, cells)
        }
        return QuotedCell(end: write, mark: marks.next(), marks: marks)
      }
      read = marks.next() + 1
    }
  }

  @inline(never)
  private mutating func growSpans() {
    let larger = UnsafeMutablePointer<CellSpan>.allocate(capacity: capacity * 2)
    larger.update(from: spans, count: capacity)
    spans.deallocate()
    spans = larger
    capacity *= 2
  }
}
