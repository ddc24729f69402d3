/// The bytes of one cell inside a block, without quotes.
struct CellSpan {
  var start: UInt32
  var end: UInt32
}

/// One record while its block is in memory: cells by position, as bytes.
struct Record {
  let base: UnsafePointer<UInt8>
  let spans: UnsafePointer<CellSpan>
  let count: Int
  /// The line on which the record starts, counted from 0 at the start of the block.
  let line: Int

  /// The bytes of a cell with surrounding spaces.
  @inline(__always)
  func untrimmed(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let span = spans[index]
    return UnsafeBufferPointer(
      start: base + Int(span.start), count: Int(span.end) &- Int(span.start))
  }

  /// The bytes of a cell, without surrounding spaces.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    let span = spans[index]
    var start = Int(span.start)
    var end = Int(span.end)
    if start < end {
      while start < end, base[start] == UInt8(ascii: " ") { start &+= 1 }
      while start < end, base[end &- 1] == UInt8(ascii: " ") { end &-= 1 }
    }
    return UnsafeBufferPointer(start: base + start, count: end &- start)
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
