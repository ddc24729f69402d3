/// The bytes of one cell inside a block, without quotes.
struct CellSpan {
  var start: UInt32
  var end: UInt32

  /// A cell that was not found.
  static var none: CellSpan { CellSpan(Int(UInt32.max), 0) }

  @inline(__always)
  init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }
}

/// One record while its block is in memory: cells by position, as bytes.
struct Record {
  let base: UnsafePointer<UInt8>
  let spans: UnsafePointer<CellSpan>
  let count: Int
  /// The line on which the record starts, counted from 0 at the start of the block.
  let line: Int

  /// The bytes of a cell with surrounding spaces.
  @inline(always)
  func untrimmed(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let span = spans[index]
    return UnsafeBufferPointer(
      start: base + Int(span.start), count: Int(span.end) &- Int(span.start))
  }

  /// The bytes of a cell, without surrounding spaces.
  @inline(always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = untrimmed(index)
    guard cell.count > 0 else { return cell }
    let first = base + Int(spans[index].start)
    let space = UInt8(ascii: " ")
    return first[0] == space || first[cell.count &- 1] == space ? Self.trimmed(cell) : cell
  }

  @inline(never)
  private static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var rest = cell[...]
    while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    while rest.last == UInt8(ascii: " ") { rest.removeLast() }
    return UnsafeBufferPointer(rebasing: rest)
  }
}

/// What is done with the records of one block. A consumer is made per block, works on its own
/// and is then merged in the order of the blocks.
protocol RecordConsumer: SendableMetatype {
  /// Takes one record with the expected number of cells.
  mutating func consume(_ record: Record) throws(DataError)

  /// Takes note of a record with another number of cells; strict consumers throw.
  mutating func consumeRagged(_ fault: RaggedRecord) throws(DataError)

  /// Frees what the consumer holds by pointer.
  func deallocate()
}

/// A record that does not have as many cells as the header.
struct RaggedRecord {
  let line: Int
  let expected: Int
  let found: Int

  /// The refusal of such a record, with a line counted from the start of the block.
  var error: DataError {
    DataError(
      .raggedRow, at: DataPlace(line: line + 1),
      "the row has \(found) \(found == 1 ? "cell" : "cells"), the header \(expected)",
      nextStep: "Complete the row, or put cells that contain the delimiter in double quotes.")
  }
}
