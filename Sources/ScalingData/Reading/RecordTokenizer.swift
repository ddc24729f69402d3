#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Cuts a block of bytes into records and cells (RFC 4180, and comment lines).
///
/// Eight bytes are compared at a time; a quoted cell with doubled quotes is unescaped in place.
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

  @inline(__always)
  mutating func read<Consumer: RecordConsumer>(
    _ block: BlockBuffer, from offset: Int, limit: Int, isTruncated: Bool,
    into consumer: inout Consumer
  ) throws(DataError) -> Int {
    let base = block.base
    let end = block.count
    let newline = UInt8(ascii: "\n")
    base[end] = newline
    var position = offset
    while position < end, recordCount < limit {
      let first = base[position]
      if first == UInt8(ascii: "#") {
        position = (BlockCutter.offset(of: newline, in: base, position, end) ?? end) + 1
        lineCount += 1
        commentCount += 1
        continue
      }
      if first == newline {
        position += 1
        lineCount += 1
        continue
      }
      if first == UInt8(ascii: "\r"), base[position + 1] == newline {
        position += 2
        lineCount += 1
        continue
      }
      let line = lineCount
      var cells = 0
      if let next = readPlainRecord(base, position, &cells), next <= end || !isTruncated {
        position = next
        lineCount &+= 1
      } else {
        position = try readRecord(base, position, end, isTruncated, &cells)
      }
      recordCount += 1
      if cells == columnCount || columnCount == 0 {
        try consumer.consume(Record(base: base, spans: spans, count: cells, line: line))
      } else {
        try consumer.consumeRagged(
          RaggedRecord(line: line, expected: columnCount, found: cells))
      }
    }
    return min(position, end)
  }

  /// Reads a record without quotes, eight bytes at a time; `nil` when it has one or has more
  /// cells than there is room for.
  @inline(__always)
  private func readPlainRecord(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ count: inout Int
  ) -> Int? {
    let delimiters = ByteLanes(repeating: delimiter)
    let newlines = ByteLanes(repeating: UInt8(ascii: "\n"))
    let quotes = ByteLanes(repeating: UInt8(ascii: "\""))
    let raw = UnsafeRawPointer(base)
    let spans = self.spans
    let capacity = self.capacity
    let delimiter = self.delimiter
    var cells = 0
    var cellStart = start
    var position = start
    while true {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      var hits =
        delimiters.allMatches(word) | newlines.allMatches(word) | quotes.allMatches(word)
      while hits != 0 {
        let found = position &+ hits.trailingZeroBitCount &>> 3
        if cells == capacity { return nil }
        spans[cells] = CellSpan(
          start: UInt32(truncatingIfNeeded: cellStart), end: UInt32(truncatingIfNeeded: found))
        cells &+= 1
        let byte = base[found]
        if byte != delimiter {
          guard byte == UInt8(ascii: "\n") else { return nil }
          if found > cellStart, base[found &- 1] == UInt8(ascii: "\r") {
            spans[cells &- 1].end &-= 1
          }
          count = cells
          return found &+ 1
        }
        cellStart = found &+ 1
        hits &= hits &- 1
      }
      position &+= 8
    }
  }

  /// Reads any record into `spans`; answers the position behind its line break.
  @inline(never)
  private mutating func readRecord(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int, _ isTruncated: Bool,
    _ count: inout Int
  ) throws(DataError) -> Int {
    let newline = UInt8(ascii: "\n")
    let delimiters = ByteLanes(repeating: delimiter)
    let newlines = ByteLanes(repeating: newline)
    let quotes = ByteLanes(repeating: UInt8(ascii: "\""))
    let raw = UnsafeRawPointer(base)
    let delimiter = self.delimiter
    var position = start
    var cells = 0
    defer { count = cells }
    while true {
      var cellStart = position
      var cellEnd: Int
      if base[position] == UInt8(ascii: "\"") {
        cellStart += 1
        cellEnd = cellStart
        position = try readQuoted(base, cellStart, end, cells, &cellEnd)
      } else {
        while true {
          let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          let hits =
            delimiters.matches(word) | newlines.matches(word) | quotes.matches(word)
          if hits != 0 {
            position &+= hits.trailingZeroBitCount &>> 3
            break
          }
          position &+= 8
        }
        cellEnd = position
      }
      if cells >= capacity { growSpans() }
      spans[cells] = CellSpan(
        start: UInt32(truncatingIfNeeded: cellStart), end: UInt32(truncatingIfNeeded: cellEnd))
      cells &+= 1
      let byte = base[position]
      if byte == delimiter {
        position &+= 1
        continue
      }
      guard byte == newline else { throw strayQuote(cells) }
      if position >= end, isTruncated { throw endlessRecord() }
      if cellEnd == position, cellEnd > cellStart, base[cellEnd - 1] == UInt8(ascii: "\r") {
        spans[cells &- 1].end = UInt32(truncatingIfNeeded: cellEnd - 1)
      }
      lineCount &+= 1
      return position &+ 1
    }
  }

  /// Reads a cell behind its opening quote; answers the position of the delimiter or line break.
  private mutating func readQuoted(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int, _ cells: Int,
    _ cellEnd: inout Int
  ) throws(DataError) -> Int {
    let quote = UInt8(ascii: "\"")
    let openedOn = lineCount
    var read = start
    var write = start
    while true {
      guard let found = BlockCutter.offset(of: quote, in: base, read, end) else {
        throw unclosedQuote(openedOn, cells)
      }
      if write != read { memmove(base + write, base + read, found - read) }
      write += found - read
      read = found + 1
      guard read < end, base[read] == quote else { break }
      base[write] = quote
      write += 1
      read += 1
    }
    cellEnd = write
    var scan = start
    while let newline = BlockCutter.offset(of: UInt8(ascii: "\n"), in: base, scan, write) {
      lineCount += 1
      scan = newline + 1
    }
    if read < end, base[read] == UInt8(ascii: "\r"), base[read + 1] == UInt8(ascii: "\n") {
      read += 1
    }
    guard base[read] == delimiter || base[read] == UInt8(ascii: "\n") else {
      throw textAfterQuote(openedOn, cells)
    }
    return read
  }

  private mutating func growSpans() {
    let larger = UnsafeMutablePointer<CellSpan>.allocate(capacity: capacity * 2)
    larger.update(from: spans, count: capacity)
    spans.deallocate()
    spans = larger
    capacity *= 2
  }
}
