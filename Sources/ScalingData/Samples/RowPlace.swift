/// A row of one of the inputs.
struct RowPlace: BitwiseCopyable, Equatable {
  /// The number of the input.
  var input: Int32
  /// The line, counted from 1; 0 stands for no row.
  var line: Int32

  /// No row.
  static let none = RowPlace(input: 0, line: 0)

  /// Whether there is a row.
  @inline(__always)
  var exists: Bool { line > 0 }

  /// The same row with a line counted from the start of the file instead of a block.
  func movedDown(by lines: Int, input: Int32) -> RowPlace {
    exists ? RowPlace(input: input, line: line &+ Int32(truncatingIfNeeded: lines)) : .none
  }

  /// Whether this row comes before another one.
  func isBefore(_ other: RowPlace) -> Bool {
    (input, line) < (other.input, other.line)
  }
}
