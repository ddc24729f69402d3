/// A table whose header was read and whose rows were not: the boundary between formats of
/// records and the readings that use them.
struct OpenedTable {
  let location: InputLocation
  let header: TableHeader
  /// Whether the delimiter was detected, not asked for.
  let isDelimiterDetected: Bool
  var feed: BlockFeed

  /// Opens an input and reads its header.
  init(
    _ location: InputLocation, delimiter requested: Delimiter?, needsDigest: Bool,
    limits: ReadingLimits
  ) throws(DataError) {
    let file = location.description
    let source = try ByteSource(location, needsDigest: needsDigest)
    var feed = try BlockFeed(source, limits: limits)
    do throws(DataError) {
      try BinaryCheck.checkStart(feed.carry, file: file)
      header = try Self.readHeader(&feed, location, requested)
      feed.format = header.format
    } catch {
      feed.deallocate()
      throw error.located(in: file)
    }
    self.location = location
    self.feed = feed
    isDelimiterDetected = requested == nil
  }

  private static func readHeader(
    _ feed: inout BlockFeed, _ location: InputLocation, _ requested: Delimiter?
  ) throws(DataError) -> TableHeader {
    skipByteOrderMark(&feed)
    if requested == nil, let header = try JSONLinesHeader.read(&feed, location) { return header }
    while true {
      try BinaryCheck.check(feed.carry)
      let end = HeaderScan.end(of: feed.carry, from: feed.carryStart, isAtEnd: feed.source.isAtEnd)
      if let end { return try parsedHeader(&feed, end, location, requested) }
      guard try feed.extendCarry() else { break }
    }
    if feed.source.isAtEnd { throw emptyInput(feed) }
    throw DataError(
      .recordTooLong, at: DataPlace(line: 1),
      "there is no line break in the first "
        + "\(feed.carry.count) bytes", nextStep: "Check that the file is a table.")
  }

  private static func parsedHeader(
    _ feed: inout BlockFeed, _ end: HeaderScan.End, _ location: InputLocation,
    _ requested: Delimiter?
  ) throws(DataError) -> TableHeader {
    let bytes = UnsafeBufferPointer(
      start: feed.carry.base + end.recordStart, count: end.recordEnd - end.recordStart)
    let delimiter =
      requested
      ?? Delimiter.detected(inHeader: bytes, prefersTab: location.hasExtension("tsv"))
    var copy = BlockBuffer(capacity: end.recordEnd)
    copy.assign(feed.carry.base + feed.carryStart, count: end.recordEnd - feed.carryStart)
    defer { copy.deallocate() }
    var tokenizer = RecordTokenizer(delimiter: delimiter, columnCount: 0)
    var consumer = HeaderConsumer()
    _ = try tokenizer.read(copy, from: 0, limit: 1, isTruncated: false, into: &consumer)
    feed.carryStart = end.recordEnd
    return TableHeader(
      names: consumer.names, lineCount: tokenizer.lineCount,
      commentCount: tokenizer.commentCount, format: .delimited(delimiter))
  }

  private static func emptyInput(_ feed: BlockFeed) -> DataError {
    DataError(
      .emptyInput, at: DataPlace(),
      feed.carry.count == 0 ? "the input is empty" : "there is no header line",
      nextStep: "A table starts with a line of column names.")
  }

  private static func skipByteOrderMark(_ feed: inout BlockFeed) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    guard feed.carry.count >= 3 else { return }
    if mark.indices.allSatisfy({ feed.carry.base[$0] == mark[$0] }) { feed.carryStart = 3 }
  }
}

/// Takes the column names.
private struct HeaderConsumer: RecordConsumer {
  var names: [String] = []

  mutating func consume(_ record: Record) throws(DataError) {
    for index in 0..<record.count {
      let cell = record[index]
      if cell.contains(UInt8(ascii: "\r")) { throw carriageReturn(record.line) }
      names.append(try TextEncoding.text(cell, line: record.line + 1, column: nil))
    }
  }

  mutating func consumeRagged(_ fault: RaggedRecord) throws(DataError) {}

  func deallocate() {}

  private func carriageReturn(_ line: Int) -> DataError {
    DataError(
      .carriageReturn, at: DataPlace(line: line + 1),
      "the header holds a carriage return without a line feed",
      nextStep: "Save the file with Unix or Windows line ends.")
  }
}
