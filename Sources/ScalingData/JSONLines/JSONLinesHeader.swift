/// Recognises JSON Lines and finds their columns in the first rows.
enum JSONLinesHeader {
  private static let extensions = ["jsonl", "ndjson", "jsonlines"]

  /// The columns, when the input is JSON Lines: its name says so, or it starts with a brace.
  ///
  /// - Throws: an error about a broken line among the first rows, or about an input that is
  ///   JSON but has not one object per line.
  static func read(
    _ feed: inout BlockFeed, _ location: InputLocation
  ) throws(DataError) -> TableHeader? {
    let hasName = extensions.contains { location.hasExtension($0) }
    guard let first = firstByte(feed) else {
      if hasName, feed.source.isAtEnd { throw noObject() }
      return nil
    }
    if first == UInt8(ascii: "["), hasName || location.hasExtension("json") { throw isArray() }
    guard hasName || first == UInt8(ascii: "{") else { return nil }
    while !feed.source.isAtEnd,
      BlockCutter.lineEnd(of: feed.carry.base, count: feed.carry.count) == nil
    {
      guard try feed.extendCarry() else { break }
    }
    try BinaryCheck.check(feed.carry)
    let columns = try columns(feed)
    return TableHeader(
      names: columns.names, lineCount: 0, commentCount: 0, format: .jsonLines(columns))
  }

  /// The first byte that is no white space.
  private static func firstByte(_ feed: BlockFeed) -> UInt8? {
    let bytes = UnsafeBufferPointer(
      start: feed.carry.base + feed.carryStart, count: feed.carry.count - feed.carryStart)
    return bytes.first { !" \t\r\n".utf8.contains($0) }
  }

  private static func columns(_ feed: BlockFeed) throws(DataError) -> JSONColumns {
    let columns = JSONColumns()
    let count = feed.carry.count - feed.carryStart
    var copy = BlockBuffer(capacity: count)
    defer { copy.deallocate() }
    copy.assign(feed.carry.base + feed.carryStart, count: count)
    if !feed.source.isAtEnd {
      copy.count = BlockCutter.lineEnd(of: copy.base, count: count) ?? 0
      guard copy.count > 0 else { throw noLineBreak(count) }
    }
    var tokenizer = JSONLineTokenizer(columns: columns, isDiscovering: true)
    var consumer = NothingConsumer()
    _ = try tokenizer.read(copy, from: 0, limit: .max, isTruncated: false, into: &consumer)
    return columns
  }

  private static func noObject() -> DataError {
    DataError(
      .emptyInput, at: DataPlace(), "there is no JSON object",
      nextStep: "Write one object per line.")
  }

  private static func noLineBreak(_ count: Int) -> DataError {
    DataError(
      .recordTooLong, at: DataPlace(line: 1),
      "there is no line break in the first \(count) bytes",
      nextStep: "Write one JSON object per line (jq -c . does).")
  }

  private static func isArray() -> DataError {
    DataError(
      .invalidJSON, at: DataPlace(), "is one JSON array, not an object per line",
      nextStep: "Convert it: jq -c '.[]' FILE > FILE.jsonl.")
  }
}

/// Takes no note of records: only the columns are wanted.
private struct NothingConsumer: RecordConsumer {
  mutating func consume(_ record: Record) throws(DataError) {}

  mutating func consumeRagged(_ fault: RaggedRecord) throws(DataError) {}

  func deallocate() {}
}
