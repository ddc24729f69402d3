/// What a single cell is, taken on its own.
enum CellKind: UInt8, CaseIterable {
  case missing, number, percent, dollars, date, boolean, notFinite, grouped, text
}

/// A cell with its kind, and its value where it has one.
///
/// A percent keeps its written value ("83.3%" is 83.3); a date is a year with decimals; a
/// boolean is 0 or 1.
struct CellReading {
  let kind: CellKind
  let value: Double

  /// Reads a cell; a plain number is the fast path.
  @inline(__always)
  init(_ cell: UnsafeBufferPointer<UInt8>) {
    let scan = NumberScan(cell)
    if scan.isNumber, scan.value.isFinite {
      kind = .number
      value = scan.value
    } else {
      self = scan.isNumber ? .init(.notFinite) : Self.otherwise(cell)
    }
  }

  private init(_ kind: CellKind, _ value: Double = .nan) {
    self.kind = kind
    self.value = value
  }

  /// The kinds that are not plain numbers.
  static func otherwise(_ cell: UnsafeBufferPointer<UInt8>) -> CellReading {
    if MissingMarker.matches(cell) { return CellReading(.missing) }
    if cell.count > 64 { return CellReading(.text) }
    if cell.last == UInt8(ascii: "%") {
      let scan = NumberScan(trimmed(cell.dropLast()))
      if scan.isNumber, scan.value.isFinite { return CellReading(.percent, scan.value) }
    }
    if let dollars = dollars(cell) { return CellReading(.dollars, dollars) }
    if let years = DateCell.years(cell) { return CellReading(.date, years) }
    if isWord(cell, "true") { return CellReading(.boolean, 1) }
    if isWord(cell, "false") { return CellReading(.boolean, 0) }
    if isInfinity(cell) { return CellReading(.notFinite) }
    return CellReading(isGrouped(cell) ? .grouped : .text)
  }

  private static func isInfinity(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var body = cell[...]
    if let first = body.first, "+-".utf8.contains(first) { body = body.dropFirst() }
    let word = UnsafeBufferPointer(rebasing: body)
    return isWord(word, "inf") || isWord(word, "infinity")
  }

  private static func dollars(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    var rest = cell[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    guard rest.first == UInt8(ascii: "$"), let digit = rest.dropFirst().first,
      digit != UInt8(ascii: "-"), digit != UInt8(ascii: "+")
    else { return nil }
    let scan = NumberScan(trimmed(rest.dropFirst()))
    guard scan.isNumber, scan.value.isFinite else { return nil }
    return isNegative ? -scan.value : scan.value
  }

  /// Whether a cell is a number with commas between groups of three digits, such as "1,000".
  private static func isGrouped(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let comma = UInt8(ascii: ",")
    guard cell.contains(comma) else { return false }
    var body = cell[...]
    if let first = body.first, "+-$".utf8.contains(first) { body = body.dropFirst() }
    let integer = body.prefix { $0 != UInt8(ascii: ".") }
    let groups = integer.split(separator: comma, omittingEmptySubsequences: false)
    return groups.enumerated().allSatisfy { index, group in
      (index == 0 ? (1...3).contains(group.count) : group.count == 3)
        && group.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    }
  }

  private static func isWord(_ cell: UnsafeBufferPointer<UInt8>, _ word: String) -> Bool {
    cell.count == word.utf8.count && zip(cell, word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  private static func trimmed(
    _ cell: Slice<UnsafeBufferPointer<UInt8>>
  ) -> UnsafeBufferPointer<UInt8> {
    var slice = cell
    while slice.first == UInt8(ascii: " ") { slice = slice.dropFirst() }
    while slice.last == UInt8(ascii: " ") { slice = slice.dropLast() }
    return UnsafeBufferPointer(rebasing: slice)
  }
}
