/// The bytes of a value without quotes; empty for null and NaN.
struct JSONValue {
  var contentStart: Int
  var contentEnd: Int
  var hasEscapes = false

  @inline(__always)
  init(start: Int) {
    (contentStart, contentEnd) = (start, start)
  }
}

/// Reads the parts of a line of JSON: blanks, strings, numbers and whole values.
///
/// It is small, so that passing it on costs nothing: a copy of the tokenizer at every call took a
/// quarter of the time of reading.
struct JSONScanner {
  /// How deep values may be nested.
  static let depthLimit = 512

  /// The bytes, which end with a line break.
  let base: UnsafeMutablePointer<UInt8>
  /// Where the line begins.
  var lineStart = 0
  /// The lines of the block before it.
  var lineCount = 0

  init(_ base: UnsafeMutablePointer<UInt8>, lineCount: Int) {
    self.base = base
    self.lineCount = lineCount
  }

  /// The position of the next byte that is no blank; line breaks are none here.
  @inline(__always)
  func blanksSkipped(_ start: Int) -> Int {
    var position = start
    while base[position] <= UInt8(ascii: " "),
      base[position] == UInt8(ascii: " ") || base[position] == UInt8(ascii: "\t")
        || base[position] == UInt8(ascii: "\r")
    {
      position &+= 1
    }
    return position
  }

  /// The position of a value, given the one behind its key.
  @inline(__always)
  func valueStart(_ start: Int) throws(DataError) -> Int {
    let position = blanksSkipped(start)
    guard base[position] == UInt8(ascii: ":") else {
      throw unexpected(position, "a colon")
    }
    return blanksSkipped(position &+ 1)
  }

  /// Reads any value but an object of columns; answers the position behind it.
  @inline(always)
  func readValue(
    _ start: Int, _ depth: Int, _ value: inout JSONValue
  ) throws(DataError) -> Int {
    let byte = base[start]
    if byte == UInt8(ascii: "\"") {
      value.contentStart = start &+ 1
      value.contentEnd = try stringEnd(start &+ 1, &value.hasEscapes)
      return value.contentEnd &+ 1
    }
    if byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-") {
      value.contentEnd = try numberEnd(start)
      return value.contentEnd
    }
    let word = WrittenWord(wordAt(start))
    if word.isTrue || word.isFalse {
      value.contentEnd = start &+ (word.isTrue ? 4 : 5)
      return value.contentEnd
    }
    return try readOther(start, depth, &value)
  }

  private func readOther(
    _ start: Int, _ depth: Int, _ value: inout JSONValue
  ) throws(DataError) -> Int {
    switch base[start] {
    case UInt8(ascii: "n"): return try word("null", start)
    // Python writes these two, although JSON has no such numbers.
    case UInt8(ascii: "N"): return try word("NaN", start)
    case UInt8(ascii: "I"): value.contentEnd = try word("Infinity", start)
    case UInt8(ascii: "["): value.contentEnd = try passArray(start + 1, depth: depth + 1)
    case UInt8(ascii: "{"): value.contentEnd = try passObject(start + 1, depth: depth + 1)
    default: throw unexpected(start, "a value")
    }
    return value.contentEnd
  }

  private func word(
    _ word: StaticString, _ start: Int
  ) throws(DataError) -> Int {
    for index in 0..<word.utf8CodeUnitCount where base[start + index] != word.utf8Start[index] {
      throw unexpected(start, "a value")
    }
    return start + word.utf8CodeUnitCount
  }

  /// Eight bytes, the first one lowest.
  @inline(always)
  private func wordAt(_ position: Int) -> UInt64 {
    let bytes = UnsafeRawPointer(base)
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// The position of the quote that closes a string.
  @inline(always)
  func stringEnd(
    _ start: Int, _ hasEscapes: inout Bool
  ) throws(DataError) -> Int {
    let quotes = ByteLanes(repeating: UInt8(ascii: "\""))
    let backslashes = ByteLanes(repeating: UInt8(ascii: "\\"))
    var position = start
    while true {
      let word = wordAt(position)
      // Of the three the lowest bit is exact, and only the lowest of all is used.
      let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
      let hits = quotes.matches(word) | backslashes.matches(word) | controls
      guard hits != 0 else {
        position &+= 8
        continue
      }
      position &+= hits.trailingZeroBitCount &>> 3
      if base[position] == UInt8(ascii: "\"") { return position }
      guard base[position] == UInt8(ascii: "\\") else {
        throw controlCharacter(position, start)
      }
      hasEscapes = true
      position = try escapeEnd(position)
    }
  }

  private func escapeEnd(
    _ start: Int
  ) throws(DataError) -> Int {
    switch base[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      for index in 2..<6 where JSONEscapes.hexadecimal(base[start + index]) == nil {
        throw unexpected(start + index, "a hexadecimal digit")
      }
      return start + 6
    default: throw unexpected(start + 1, "an escape such as n or u0041")
    }
  }

  @inline(always)
  private func numberEnd(
    _ start: Int
  ) throws(DataError) -> Int {
    var position = start
    if base[position] == UInt8(ascii: "-") {
      position &+= 1
      if base[position] == UInt8(ascii: "I") { return try word("Infinity", position) }
    }
    let first = position
    position = try digitsEnd(position)
    if base[first] == UInt8(ascii: "0"), position &- first > 1 {
      throw unexpected(first &+ 1, "no digit behind a leading zero")
    }
    if base[position] == UInt8(ascii: ".") { position = try digitsEnd(position &+ 1) }
    if base[position] | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if base[position] == UInt8(ascii: "-") || base[position] == UInt8(ascii: "+") {
        position &+= 1
      }
      position = try digitsEnd(position)
    }
    return position
  }

  /// The position behind at least one digit.
  @inline(always)
  private func digitsEnd(
    _ start: Int
  ) throws(DataError) -> Int {
    var position = start
    while base[position] &- UInt8(ascii: "0") < 10 { position &+= 1 }
    guard position > start else { throw unexpected(position, "a digit") }
    return position
  }

  /// Checks an object that is no column, from behind its brace.
  func passObject(
    _ start: Int, depth: Int
  ) throws(DataError) -> Int {
    guard depth <= Self.depthLimit else { throw tooDeep(start) }
    var position = blanksSkipped(start)
    if base[position] == UInt8(ascii: "}") { return position + 1 }
    while true {
      guard base[position] == UInt8(ascii: "\"") else {
        throw unexpected(position, "a key in double quotes")
      }
      var hasEscapes = false
      position = try stringEnd(position + 1, &hasEscapes) + 1
      position = try valueStart(position)
      var value = JSONValue(start: position)
      position = blanksSkipped(try readValue(position, depth, &value))
      if base[position] == UInt8(ascii: "}") { return position + 1 }
      guard base[position] == UInt8(ascii: ",") else {
        throw unexpected(position, "a comma or a closing brace")
      }
      position = blanksSkipped(position + 1)
    }
  }

  /// Checks an array from behind its bracket.
  private func passArray(
    _ start: Int, depth: Int
  ) throws(DataError) -> Int {
    guard depth <= Self.depthLimit else { throw tooDeep(start) }
    var position = blanksSkipped(start)
    if base[position] == UInt8(ascii: "]") { return position + 1 }
    while true {
      var value = JSONValue(start: position)
      position = blanksSkipped(try readValue(position, depth, &value))
      if base[position] == UInt8(ascii: "]") { return position + 1 }
      guard base[position] == UInt8(ascii: ",") else {
        throw unexpected(position, "a comma or a closing bracket")
      }
      position = blanksSkipped(position + 1)
    }
  }
}
