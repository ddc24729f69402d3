/// Cuts a block of JSON Lines into records: one object per line, the values of known keys as
/// cells, everything else checked and passed over (RFC 8259).
///
/// A string becomes its text, a number and a boolean their spelling, `null` and `NaN` an empty
/// cell, an array its JSON text; an object becomes the columns of its members, whose names are
/// joined by dots. Keys are expected in the order of the line before, so that finding one is
/// mostly a comparison.
struct JSONLineTokenizer: BlockTokenizer, ~Copyable {
  let columns: JSONColumns
  /// Whether unknown keys become columns.
  let isDiscovering: Bool
  private(set) var lineCount = 0
  private(set) var recordCount = 0
  private(set) var unreadKey: UnreadKey?
  private var keys: KeyTable
  private var columnOfKey: UnsafeMutablePointer<Int32>
  private var spans: UnsafeMutablePointer<CellSpan>
  private let capacity: Int
  private var filledCount = 0
  /// For each key plus one the key that followed it last time; the start of a line is 0.
  private var followers: UnsafeMutablePointer<Int32>
  private var last = 0
  /// The columns of the line whose strings have escapes.
  private var escaped: [Int32] = []

  var commentCount: Int { 0 }

  init(columns: JSONColumns, isDiscovering: Bool = false) {
    self.columns = columns
    self.isDiscovering = isDiscovering
    keys = columns.keys
    columnOfKey = columns.columns.base
    capacity = isDiscovering ? JSONColumns.limit : max(columns.names.count, 1)
    spans = .allocate(capacity: capacity)
    let keyCount = isDiscovering ? JSONColumns.limit * 2 : keys.count
    followers = .allocate(capacity: keyCount + 2)
    followers.initialize(repeating: -1, count: keyCount + 2)
  }

  deinit {
    spans.deallocate()
    followers.deallocate()
  }

  mutating func reset() {
    (lineCount, recordCount, unreadKey) = (0, 0, nil)
  }

  @inline(__always)
  mutating func read<Consumer: RecordConsumer>(
    _ block: BlockBuffer, from offset: Int, limit: Int, isTruncated: Bool,
    into consumer: inout Consumer
  ) throws(DataError) -> Int {
    let base = block.base
    var scanner = JSONScanner(base, lineCount: lineCount)
    let end = block.count
    base[end] = UInt8(ascii: "\n")
    var position = offset
    while position < end, recordCount < limit {
      (scanner.lineStart, scanner.lineCount) = (position, lineCount)
      let first = scanner.blanksSkipped(position)
      if base[first] == UInt8(ascii: "\n") {
        position = first + 1
        lineCount += 1
        continue
      }
      position = try readLine(scanner, first, end, isTruncated)
      let line = lineCount
      lineCount += 1
      recordCount += 1
      try consumer.consume(
        Record(base: base, spans: spans, count: isDiscovering ? 0 : capacity, line: line))
    }
    return min(position, end)
  }

  /// Reads the object of a line into `spans`; answers the position behind the line break.
  private mutating func readLine(
    _ scanner: JSONScanner, _ start: Int, _ end: Int, _ isTruncated: Bool
  ) throws(DataError) -> Int {
    let count = isDiscovering ? columns.names.count : capacity
    for column in 0..<count { spans[column] = .none }
    (filledCount, last) = (0, 0)
    guard scanner.base[start] == UInt8(ascii: "{") else {
      throw scanner.unexpected(start, "an object in braces")
    }
    var position = try readObject(scanner, start + 1, parent: 0, depth: 1)
    position = scanner.blanksSkipped(position)
    guard scanner.base[position] == UInt8(ascii: "\n") else {
      throw scanner.unexpected(position, "the end of the line")
    }
    if position >= end, isTruncated { throw scanner.endlessLine() }
    if filledCount < count { fillGaps(count) }
    if !escaped.isEmpty { decodeEscapes(scanner) }
    return position + 1
  }

  private mutating func fillGaps(_ count: Int) {
    for column in 0..<count where spans[column].start == .max {
      spans[column] = CellSpan(0, 0)
    }
  }

  private mutating func decodeEscapes(_ scanner: JSONScanner) {
    for column in escaped {
      let span = spans[Int(column)]
      let length = JSONEscapes.decode(
        scanner.base + Int(span.start), count: Int(span.end - span.start))
      spans[Int(column)].end = span.start + UInt32(length)
    }
    escaped.removeAll(keepingCapacity: true)
  }

  // MARK: Objects and keys

  /// Reads an object behind its opening brace; answers the position behind the closing one.
  private mutating func readObject(
    _ scanner: JSONScanner, _ start: Int, parent: Int, depth: Int
  ) throws(DataError) -> Int {
    guard depth <= JSONScanner.depthLimit else { throw scanner.tooDeep(start) }
    var position = scanner.blanksSkipped(start)
    if scanner.base[position] == UInt8(ascii: "}") { return position + 1 }
    while true {
      guard scanner.base[position] == UInt8(ascii: "\"") else {
        throw scanner.unexpected(position, "a key in double quotes")
      }
      let keyStart = position
      let key = try readKey(scanner, &position, parent)
      position = try scanner.valueStart(position)
      if scanner.base[position] == UInt8(ascii: "{") {
        position = try readNested(scanner, position, key, keyStart, parent, depth)
      } else {
        position = try readValue(scanner, position, key, keyStart, parent, depth)
      }
      position = scanner.blanksSkipped(position)
      let byte = scanner.base[position]
      position += 1
      if byte == UInt8(ascii: "}") { return position }
      guard byte == UInt8(ascii: ",") else {
        throw scanner.unexpected(position - 1, "a comma or a closing brace")
      }
      position = scanner.blanksSkipped(position)
    }
  }

  /// The number of the key that starts at a quote, or −1; moves behind the closing quote.
  @inline(always)
  private mutating func readKey(
    _ scanner: JSONScanner, _ position: inout Int, _ parent: Int
  ) throws(DataError) -> Int {
    let expected = Int(followers[last])
    if expected >= 0, keys.owner(expected) == parent {
      let text = keys[expected]
      let written = UnsafeBufferPointer(
        start: UnsafePointer(scanner.base + position + 1), count: text.count)
      if scanner.base[position &+ 1 &+ text.count] == UInt8(ascii: "\""), text.equalsPadded(written)
      {
        position &+= text.count &+ 2
        last = expected &+ 1
        return expected
      }
    }
    return try findKey(scanner, &position, parent)
  }

  @inline(never)
  private mutating func findKey(
    _ scanner: JSONScanner, _ position: inout Int, _ parent: Int
  ) throws(DataError) -> Int {
    let start = position + 1
    var hasEscapes = false
    position = try scanner.stringEnd(start, &hasEscapes) + 1
    var bytes = Array(UnsafeBufferPointer(start: scanner.base + start, count: position - 1 - start))
    var count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 8))
    let number = bytes.withUnsafeMutableBufferPointer { buffer -> Int? in
      guard let first = buffer.baseAddress else { return nil }
      if hasEscapes { count = JSONEscapes.decode(first, count: count) }
      let key = UnsafeBufferPointer(start: first, count: count)
      if let known = keys.index(of: key, hash: ByteHash.padded(key), owner: parent) {
        return known
      }
      guard isDiscovering, let added = columns.addKey(key, parent: parent) else { return nil }
      (keys, columnOfKey) = (columns.keys, columns.columns.base)
      return added
    }
    guard let number else { return -1 }
    if !hasEscapes { followers[last] = Int32(number) }
    last = number + 1
    return number
  }

  /// Reads or passes over the object of a key.
  @inline(never)
  private mutating func readNested(
    _ scanner: JSONScanner, _ start: Int, _ key: Int, _ keyStart: Int,
    _ parent: Int, _ depth: Int
  ) throws(DataError) -> Int {
    if key >= 0 { return try readObject(scanner, start + 1, parent: key + 1, depth: depth + 1) }
    noteUnread(scanner, keyStart, key, parent)
    return try scanner.passObject(start + 1, depth: depth + 1)
  }

  /// Reads or passes over any other value of a key.
  @inline(always)
  private mutating func readValue(
    _ scanner: JSONScanner, _ start: Int, _ key: Int, _ keyStart: Int,
    _ parent: Int, _ depth: Int
  ) throws(DataError) -> Int {
    if isDiscovering, key >= 0 { addColumn(key) }
    let column = key < 0 ? -1 : Int(columnOfKey[key])
    var value = JSONValue(start: start)
    let end = try scanner.readValue(start, depth, &value)
    guard column >= 0 else {
      if value.contentEnd > value.contentStart { noteUnread(scanner, keyStart, key, parent) }
      return end
    }
    guard spans[column].start == .max else { throw duplicateKey(scanner, keyStart, key) }
    spans[column] = CellSpan(value.contentStart, value.contentEnd)
    filledCount &+= 1
    if value.hasEscapes { escaped.append(Int32(column)) }
    return end
  }

  private mutating func addColumn(_ key: Int) {
    let known = columns.names.count
    columns.addColumn(key)
    if columns.names.count > known { spans[known] = .none }
  }

  @inline(never)
  private mutating func noteUnread(
    _ scanner: JSONScanner, _ keyStart: Int, _ key: Int, _ parent: Int
  ) {
    guard unreadKey == nil else { return }
    var name = key >= 0 ? columns.path(key) : ""
    if key < 0 {
      let end = (try? keyEnd(scanner, keyStart)) ?? keyStart + 1
      let bytes = UnsafeBufferPointer(start: scanner.base + keyStart + 1, count: end - keyStart - 1)
      let prefix = parent == 0 ? "" : columns.path(parent - 1) + "."
      name = prefix + String(decoding: bytes, as: UTF8.self)
    }
    unreadKey = UnreadKey(name: name, line: lineCount + 1)
  }

  private func keyEnd(
    _ scanner: JSONScanner, _ keyStart: Int
  ) throws(DataError) -> Int {
    var hasEscapes = false
    return try scanner.stringEnd(keyStart + 1, &hasEscapes)
  }

  private mutating func duplicateKey(
    _ scanner: JSONScanner, _ keyStart: Int, _ key: Int
  ) -> DataError {
    DataError(
      .duplicateKey, at: scanner.place(keyStart),
      "the key \"\(CellText.shortened(columns.path(key)))\" occurs twice in the object",
      nextStep: "Remove one of the two.")
  }
}
